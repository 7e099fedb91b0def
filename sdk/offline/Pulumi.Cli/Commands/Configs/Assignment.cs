using Pulumi.Cli.Hosting;

namespace Pulumi.Cli.Commands.Configs;

/// <summary>Configuration values on the command line: <c>KEY=VALUE</c>; the value may hold further signs.</summary>
internal static class Assignment
{
    public static (string Key, string Value) Split(string text)
    {
        var index = text.IndexOf('=', StringComparison.Ordinal);
        return index > 0 ? (text[..index], text[(index + 1)..]) : throw CommandException.Usage("config value must be of the form [key]=[value]");
    }
}
