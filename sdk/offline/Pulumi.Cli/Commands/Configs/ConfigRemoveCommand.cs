using System.CommandLine;
using Pulumi.Cli.Hosting;

namespace Pulumi.Cli.Commands.Configs;

/// <summary><c>pulumi config rm</c> and <c>pulumi config rm-all</c>.</summary>
internal static class ConfigRemoveCommand
{
    public static Command Create(CliHost host, ConfigOptions shared)
    {
        var key = new Argument<string>("key") { Description = "The key: NAME, or NAMESPACE:NAME" };
        var path = PathOption();
        return new Command("rm", "Remove a configuration value") { key, path }
            .Does(host, context => Remove(shared.Open(context), [context.Get(key)!], context.Get(path)));
    }

    public static Command CreateForMany(CliHost host, ConfigOptions shared)
    {
        var keys = new Argument<string[]>("keys") { Description = "The keys", Arity = ArgumentArity.OneOrMore };
        var path = PathOption();
        return new Command("rm-all", "Remove several configuration values") { keys, path }
            .Does(host, context => Remove(shared.Open(context), context.Get(keys)!, context.Get(path)));
    }

    private static Option<bool> PathOption() => new("--path") { Description = "The key is a path into a structure" };

    private static void Remove(ConfigSession session, IEnumerable<string> names, bool isPath)
    {
        foreach (var name in names)
        {
            session.Remove(name, isPath);
        }

        session.File.Save();
    }
}
