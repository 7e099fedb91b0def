using Pulumi.Cli.Display;
using Pulumi.Cli.Display.Model;
using Pulumi.Cli.Json;

namespace Pulumi.Cli.Commands.Operations;

/// <summary>Where and in which form an operation's events are shown.</summary>
/// <param name="Json">Whether as JSON.</param>
/// <param name="Debug">Whether debug messages count.</param>
/// <param name="EventLog">A file, or <c>tcp://host:port</c>, that gets every event too; null for none.</param>
internal sealed record OperationOutput(bool Json, bool Debug, string? EventLog)
{
    /// <summary>Whether a preview in JSON is one document rather than a stream of events.</summary>
    public bool PreviewIsDocument { get; init; }

    public IOperationDisplay CreateDisplay(CommandContext context, DisplayOptions options, OperationModel model, bool isPreview) => Json switch
    {
        false => new ConsoleDisplay(context.Screen, options, model, context.Environment.Time),
        true when isPreview && PreviewIsDocument && !context.Environment.IsOn("PULUMI_ENABLE_STREAMING_JSON_PREVIEW") =>
            new PreviewDocumentDisplay(context.Output, options, model),
        _ => new EventStreamDisplay(context.Output),
    };
}
