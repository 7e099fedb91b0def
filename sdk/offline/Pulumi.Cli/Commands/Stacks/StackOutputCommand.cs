using System.Collections.Immutable;
using System.CommandLine;
using CloudUpdate.Protocol.Values;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pulumi.Cli.Display.Text;
using Pulumi.Cli.Hosting;
using Pulumi.Cli.Parsing;
using Pulumi.Engine.Events;

namespace Pulumi.Cli.Commands.Stacks;

/// <summary><c>pulumi stack output</c>.</summary>
internal static class StackOutputCommand
{
    public static Command Create(CliHost host, Option<string?> stack)
    {
        var name = new Argument<string?>("property-name") { Description = "One output; by default all", Arity = ArgumentArity.ZeroOrOne };
        var (json, showSecrets) = (SharedOptions.Json(), SharedOptions.ShowSecrets());
        var command = new Command("output", "Show a stack's outputs") { name, json, showSecrets };
        Refusals.AddOptions(command, "--shell");
        return command.Does(host, context => Run(context, context.Get(stack), context.Get(name), context.Get(json), context.Get(showSecrets)));
    }

    /// <summary>Outputs as a table; empty where there are none.</summary>
    public static ImmutableArray<Line> Table(PropertyMap outputs, bool showSecrets)
    {
        var values = EngineEventJson.WriteValues(outputs, showSecrets);
        return values.Count == 0 ? [] : Columns.Align(
        [
            [Line.Of("    OUTPUT", Tone.Strong), Line.Of("VALUE", Tone.Strong)],
            .. values.Properties().Select(output => ImmutableArray.Create(Line.Of($"    {output.Name}"), Line.Of(PlainText.OneLine(Text(output.Value))))),
        ]);
    }

    private static void Run(CommandContext context, string? stackName, string? name, bool json, bool showSecrets)
    {
        var stack = context.Workspace.RequireStack(stackName);
        var outputs = context.Workspace.Backend.Load(stack, context.Workspace.Passphrase).RootStack?.Outputs ?? PropertyMap.Empty;
        if (name is not null)
        {
            var value = EngineEventJson.WriteValues(outputs, showSecrets)[name]
                ?? throw CommandException.General($"current stack does not have output property '{name}'");
            context.Output.WriteLine(json ? value.ToString(Formatting.Indented) : Text(value));
        }
        else if (json)
        {
            context.Output.WriteLine(EngineEventJson.WriteValues(outputs, showSecrets).ToString(Formatting.Indented));
        }
        else
        {
            context.Screen.Write($"Current stack outputs ({outputs.Count}):");
            context.Screen.Write(outputs.Count == 0 ? [Line.Of("    No output values currently in this stack")] : Table(outputs, showSecrets));
        }
    }

    private static string Text(JToken value) => value.Type == JTokenType.String ? (string)value! : value.ToString(Formatting.None);
}
