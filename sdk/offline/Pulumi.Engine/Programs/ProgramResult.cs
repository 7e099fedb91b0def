namespace Pulumi.Engine.Programs;

/// <summary>How a program ended.</summary>
/// <param name="Succeeded">Whether it succeeded.</param>
/// <param name="Error">What to report; null for a success, and for a failure that the program has reported itself.</param>
public sealed record ProgramResult(bool Succeeded, string? Error)
{
    /// <summary>A success.</summary>
    public static ProgramResult Success { get; } = new(true, null);

    /// <summary>A failure that the program has reported itself.</summary>
    public static ProgramResult Reported { get; } = new(false, null);

    /// <summary>A failure to report.</summary>
    public static ProgramResult Failure(string error) => new(false, error);
}
