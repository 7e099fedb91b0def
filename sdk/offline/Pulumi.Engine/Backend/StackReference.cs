using System.Text.RegularExpressions;

namespace Pulumi.Engine.Backend;

/// <summary>Names a stack of this backend.</summary>
/// <param name="Project">The project.</param>
/// <param name="Name">The short stack name.</param>
public sealed partial record StackReference(string Project, string Name)
{
    /// <summary>The organisation of every stack of a file backend.</summary>
    public const string Organization = "organization";

    /// <summary>The full name: <c>organization/PROJECT/STACK</c>.</summary>
    public string FullName => $"{Organization}/{Project}/{Name}";

    /// <summary>Reads <c>STACK</c>, <c>organization/STACK</c> or <c>organization/PROJECT/STACK</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="defaultProject">The project of the first two forms.</param>
    /// <exception cref="EngineException">Another organisation, a name that is not allowed, or no project.</exception>
    public static StackReference Parse(string text, string? defaultProject)
    {
        var parts = text.Split('/');
        if (parts.Length > 3)
        {
            throw Invalid($"'{text}' is not a stack name");
        }

        if (parts.Length > 1 && parts[0] != Organization)
        {
            throw Invalid("organization name must be 'organization'");
        }

        var project = parts.Length == 3 ? parts[1] : defaultProject;
        return new StackReference(
            Validate(project ?? throw Invalid("no Pulumi.yaml project file found: give the stack as organization/PROJECT/STACK"), "project"),
            Validate(parts[^1], "stack"));
    }

    /// <inheritdoc/>
    public override string ToString() => FullName;

    private static string Validate(string name, string what) => NamePattern.IsMatch(name)
        ? name
        : throw Invalid($"a {what} name may only contain alphanumeric, hyphens, underscores, or periods, and 1 to 100 of them: '{name}'");

    private static EngineException Invalid(string message) => new(EngineErrorKind.InvalidConfiguration, message);

    [GeneratedRegex(@"\A[A-Za-z0-9_.-]{1,100}\z")]
    private static partial Regex NamePattern { get; }
}
