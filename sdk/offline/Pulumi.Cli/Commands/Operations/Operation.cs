using CloudUpdate.Protocol.Values;
using Pulumi.Cli.Display;
using Pulumi.Cli.Display.Model;
using Pulumi.Cli.Display.Views;
using Pulumi.Cli.EventLogs;
using Pulumi.Cli.Hosting;
using Pulumi.Engine;
using Pulumi.Engine.Backend;
using Pulumi.Engine.Deployment;
using Pulumi.Engine.Events;

namespace Pulumi.Cli.Commands.Operations;

/// <summary>One command that runs the engine: a preview, a question, the operation itself.</summary>
/// <param name="context">The command.</param>
/// <param name="kind">What is done.</param>
/// <param name="options">What to work on, and how.</param>
/// <param name="display">What to show.</param>
/// <param name="output">Where events go besides.</param>
internal sealed class Operation(CommandContext context, UpdateKind kind, UpdateOptions options, DisplayOptions display, OperationOutput output)
{
    private OperationModel? _latest;

    /// <summary>Called after each phase that succeeded or failed.</summary>
    public Action<OperationModel, UpdateResult> OnResult { get; init; } = (_, _) => { };

    /// <summary>Called where everything succeeded, with the last phase's result; may end the command with an exit code of its own.</summary>
    public Action<OperationKind, UpdateResult> OnSuccess { get; init; } = (_, _) => { };

    /// <summary>Goes through the phases.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(Phases phases)
    {
        await using var log = await EventLog.OpenAsync(output.EventLog, context).ConfigureAwait(false);
        UpdateResult? last = null;
        if (phases.Preview)
        {
            last = await RunPhaseAsync(isPreview: true, log).ConfigureAwait(false);
            if (last.Outcome != UpdateOutcome.Succeeded)
            {
                return ExitCode.General;
            }
        }

        if (phases.Ask && !await ConfirmAsync(last!).ConfigureAwait(false))
        {
            throw new CommandException(ExitCode.Declined, $"confirmation declined, not proceeding with the {Kind(isPreview: false).Noun}");
        }

        if (phases.Execute)
        {
            last = await RunPhaseAsync(isPreview: false, log).ConfigureAwait(false);
        }

        if (last!.Outcome != UpdateOutcome.Succeeded)
        {
            return ExitCode.General;
        }

        OnSuccess(Kind(!phases.Execute), last);
        return ExitCode.Success;
    }

    private async Task<UpdateResult> RunPhaseAsync(bool isPreview, EventLog log)
    {
        var model = new OperationModel(Kind(isPreview), output.Debug);
        var shown = output.CreateDisplay(context, display, model, isPreview);
        using var notice = new InterruptNotice(context, isPreview);
        UpdateResult? result = null;
        shown.Begin();
        try
        {
            result = await new DeploymentRunner(context.Environment)
                .RunAsync(kind, isPreview, options, new EventFork(log, shown), context.Host.Interrupts.Graceful, context.Host.Interrupts.Immediate)
                .ConfigureAwait(false);
        }
        finally
        {
            await shown.EndAsync(result).ConfigureAwait(false);
        }

        _latest = model;
        OnResult(model, result);
        return result;
    }

    private OperationKind Kind(bool isPreview) => new(
        kind switch
        {
            UpdateKind.Refresh => OperationVerb.Refresh,
            UpdateKind.Destroy => OperationVerb.Destroy,
            UpdateKind.ResourceImport => OperationVerb.Import,
            _ => OperationVerb.Update,
        },
        isPreview,
        Urn.RootStack(options.Stack.Name, options.Stack.Project));

    private async Task<bool> ConfirmAsync(UpdateResult preview)
    {
        var noun = Kind(isPreview: false).Noun;
        var question = $"Do you want to perform this {noun}?" + (kind == UpdateKind.Refresh
            ? "\nNo resources will be modified as part of this refresh; just your stack's state will be."
            : string.Empty);
        while (true)
        {
            switch (await context.Screen.AskAsync(question, ["no", "yes", "details"], context.Cancellation).ConfigureAwait(false))
            {
                case "yes":
                    return true;
                case "no":
                    return false;
                default:
                    var full = display with { Values = display.Values with { ShowFullOutput = true } };
                    context.Screen.Write(new DiffView(_latest!.Kind, full).Lines(_latest.Rows));
                    context.Screen.Write(new OutputsView(full.Values).Lines(preview.OldOutputs, preview.Outputs ?? preview.Snapshot.RootStack?.Outputs ?? PropertyMap.Empty));
                    break;
            }
        }
    }
}
