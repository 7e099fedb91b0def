namespace Pulumi.Cli.Hosting;

/// <summary>Exit codes of the command.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>Every error without a code of its own; every failed or interrupted operation.</summary>
    public const int General = 1;

    /// <summary>Bad usage, or a confirmation that nobody can give.</summary>
    public const int Usage = 2;

    /// <summary>The stack does not exist, or none is selected.</summary>
    public const int StackNotFound = 6;

    /// <summary>Something changed although no changes were expected.</summary>
    public const int ChangesFound = 7;

    /// <summary>Declined before the engine ran.</summary>
    public const int Declined = 8;

    /// <summary>An error of the command itself.</summary>
    public const int Internal = 255;
}
