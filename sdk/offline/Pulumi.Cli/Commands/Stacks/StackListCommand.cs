using System.CommandLine;
using System.Collections.Immutable;
using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pulumi.Cli.Display.Text;
using Pulumi.Cli.Hosting;
using Pulumi.Cli.Parsing;
using Pulumi.Engine.Backend;

namespace Pulumi.Cli.Commands.Stacks;

/// <summary><c>pulumi stack ls</c>.</summary>
internal static class StackListCommand
{
    public static Command Create(CliHost host)
    {
        var json = SharedOptions.Json();
        var all = new Option<bool>("--all", "-a") { Description = "List the stacks of every project" };
        var project = new Option<string?>("--project", "-p") { Description = "List the stacks of this project", HelpName = "name" };
        var command = new Command("ls", "List stacks") { json, all, project };
        Refusals.AddOptions(command, "--organization", "--tag");
        return command.Does(host, context => Run(context, context.Get(json), context.Get(all), context.Get(project)));
    }

    private static void Run(CommandContext context, bool json, bool all, string? project)
    {
        var filter = all ? null : project ?? context.Workspace.Project?.Name;
        var stacks = context.Workspace.Backend.ListStacks(filter);
        var selected = context.Workspace.Selected;
        if (json)
        {
            context.Output.WriteLine(new JArray(stacks.Select(stack => ToJson(stack, filter, selected))).ToString(Formatting.Indented));
            return;
        }

        List<ImmutableArray<Line>> rows = [Cells("NAME", "LAST UPDATE", "RESOURCE COUNT")];
        rows.AddRange(stacks.Select(stack => Cells(
            Name(stack, filter) + (stack.Stack == selected ? "*" : string.Empty), LastUpdate(context, stack), Count(stack))));
        context.Screen.Write(Columns.Align(rows));
    }

    private static JObject ToJson(StackSummary stack, string? filter, StackReference? selected)
    {
        var result = new JObject { ["name"] = Name(stack, filter), ["current"] = stack.Stack == selected };
        if (stack.LastUpdate is { } time)
        {
            result["lastUpdate"] = JsonTime.Milliseconds(time);
        }

        result["updateInProgress"] = stack.IsLocked;
        if (stack.ResourceCount is { } count)
        {
            result["resourceCount"] = count;
        }

        return result;
    }

    private static ImmutableArray<Line> Cells(params ReadOnlySpan<string> texts)
    {
        var cells = ImmutableArray.CreateBuilder<Line>(texts.Length);
        foreach (var text in texts)
        {
            cells.Add(Line.Of(text));
        }

        return cells.MoveToImmutable();
    }

    private static string Name(StackSummary stack, string? filter) => filter is null ? stack.Stack.FullName : stack.Stack.Name;

    private static string LastUpdate(CommandContext context, StackSummary stack) => stack switch
    {
        { IsLocked: true } => "in progress",
        { LastUpdate: { } time } => DurationText.Ago(context.Environment.Time.GetUtcNow() - time),
        _ => "n/a",
    };

    private static string Count(StackSummary stack) => stack.ResourceCount?.ToString(CultureInfo.InvariantCulture) ?? "n/a";
}
