namespace Pulumi.Cli.Display.Changes;

/// <summary>How values are shown.</summary>
/// <param name="ShowSecrets">Whether secrets appear in clear; otherwise as <c>[secret]</c>.</param>
/// <param name="ShowFullOutput">Whether long texts appear whole; otherwise three lines of 150 characters.</param>
internal sealed record ValueOptions(bool ShowSecrets = false, bool ShowFullOutput = false)
{
    public const int LongestLine = 150;
    public const int MostLines = 3;
}
