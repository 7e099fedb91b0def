namespace CloudUpdate.Emulator.Validation;

/// <summary>The first thing wrong with a body.</summary>
/// <param name="Path">Member path from the body's root, e.g. <c>endpoint_group.name</c>.</param>
/// <param name="Reason">What is wrong, e.g. <c>must be an integer</c>.</param>
internal sealed record Violation(string Path, string Reason)
{
    public string Member => Path[(Path.LastIndexOf('.') + 1)..];
}
