using System.CommandLine;
using Newtonsoft.Json.Linq;
using Pulumi.Cli.Display.Model;
using Pulumi.Cli.Display.Text;
using Pulumi.Cli.Hosting;
using Pulumi.Cli.Json;
using Pulumi.Engine.Backend;
using Pulumi.Engine.Events;
using Pulumi.Engine.State;

namespace Pulumi.Cli.Commands.Stacks;

/// <summary><c>pulumi stack history</c>.</summary>
internal static class StackHistoryCommand
{
    public static Command Create(CliHost host, Option<string?> stack)
    {
        var (json, showSecrets) = (SharedOptions.Json(), SharedOptions.ShowSecrets());
        var pageSize = new Option<int>("--page-size") { Description = "Entries on a page; by default all on one", HelpName = "count" };
        var page = new Option<int>("--page") { Description = "Which page, from 1", HelpName = "number", DefaultValueFactory = _ => 1 };
        var fullDates = new Option<bool>("--full-dates") { Description = "Show points in time instead of how long ago" };
        return new Command("history", "Show the operations of a stack, newest first") { json, showSecrets, pageSize, page, fullDates }
            .Does(host, context => Run(context, context.Get(stack), context.Get(json), context.Get(showSecrets), context.Get(pageSize), context.Get(page), context.Get(fullDates)));
    }

    private static void Run(CommandContext context, string? name, bool json, bool showSecrets, int pageSize, int page, bool fullDates)
    {
        var stack = context.Workspace.RequireStack(name);
        var entries = context.Workspace.Backend.History(stack);
        if (pageSize > 0)
        {
            entries = [.. entries.Skip(pageSize * (Math.Max(1, page) - 1)).Take(pageSize)];
        }

        if (json)
        {
            // A passphrase costs time, so it is only opened for what it encrypts.
            var hasSecrets = entries.Any(entry => entry.Config.Values.Any(value => value.IsSecret));
            var secrets = showSecrets && hasSecrets ? context.Workspace.OpenSecrets(context.Workspace.LoadConfig(stack, path: null)) : null;
            context.Output.WriteLine(IndentedJson.Write(new JArray(entries.Select(entry => ToJson(entry, secrets)))));
            return;
        }

        foreach (var entry in entries)
        {
            context.Screen.Write(Lines(entry, fullDates ? null : context.Environment.Time.GetUtcNow()));
        }
    }

    private static JObject ToJson(HistoryEntry entry, SecretsManager? secrets) => new()
    {
        ["version"] = entry.Version,
        ["kind"] = UpdateKindText.Of(entry.Kind),
        ["startTime"] = JsonTime.Milliseconds(entry.StartTime),
        ["message"] = entry.Message,
        ["environment"] = new JObject(entry.Environment.Select(fact => new JProperty(fact.Key, fact.Value))),
        ["config"] = new JObject(entry.Config.Select(value => new JProperty(value.Key, Configs.ConfigJson.Of(value.Value, secrets)))),
        ["result"] = Result(entry),
        ["endTime"] = JsonTime.Milliseconds(entry.EndTime),
        ["resourceChanges"] = new JObject(entry.ResourceChanges.Select(change => new JProperty(change.Key.WireName(), change.Value))),
    };

    private static IEnumerable<Line> Lines(HistoryEntry entry, DateTimeOffset? now)
    {
        yield return Line.Of($"Version: {entry.Version}");
        yield return Line.Of($"UpdateKind: {UpdateKindText.Of(entry.Kind)}");
        yield return Line.Of("Status: ").Append(Result(entry), entry.Succeeded ? Tone.Create : Tone.Error);
        yield return Line.Of($"Message: {PlainText.OneLine(entry.Message)}");
        yield return Line.Of($"Resource changes: {string.Join(' ', entry.ResourceChanges.Select(change => $"{OperationText.Sign(change.Key).Trim()}{change.Value}{(change.Key == StepOperation.Same ? " unchanged" : string.Empty)}"))}");
        var when = now is { } moment ? DurationText.Ago(moment - entry.EndTime) : JsonTime.Milliseconds(entry.EndTime);
        yield return Line.Of($"Updated {when} took {DurationText.Whole(entry.EndTime - entry.StartTime)}");
        yield return Line.Empty;
    }

    private static string Result(HistoryEntry entry) => entry.Succeeded ? "succeeded" : "failed";
}
