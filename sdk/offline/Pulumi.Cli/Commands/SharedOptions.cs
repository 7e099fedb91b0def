using System.CommandLine;

namespace Pulumi.Cli.Commands;

/// <summary>Options that several commands have. Each call makes a new one, since an option belongs to one command.</summary>
internal static class SharedOptions
{
    public static Option<string?> Stack() => new("--stack", "-s") { Description = "The stack to work on; by default the selected one", HelpName = "stack" };

    public static Option<bool> Json() => new("--json", "-j") { Description = "Write JSON" };

    public static Option<bool> Yes() => new("--yes", "-y") { Description = "Answer every question with yes" };

    public static Option<bool> ShowSecrets() => new("--show-secrets") { Description = "Show secrets in clear" };

    public static Option<string?> ConfigFile() => new("--config-file") { Description = "Use the configuration values of this file", HelpName = "file" };
}
