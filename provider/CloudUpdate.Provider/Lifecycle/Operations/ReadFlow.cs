using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Resources;

namespace CloudUpdate.Provider.Lifecycle;

/// <summary>Read: refresh (with the old bags), import (the id alone) and look-up (whatever the program gave).</summary>
/// <param name="context">The operation.</param>
/// <param name="call">The call.</param>
internal sealed class ReadFlow(OperationContext context, ReadCall call)
{
    private readonly ResourceDefinition _definition = context.Definition;

    /// <summary>Runs the call.</summary>
    public async Task<ReadResult> RunAsync()
    {
        var target = await StateReader.TargetAsync(context, call.Id, call.OldOutputs, call.OldInputs);
        var view = IsImport ? target.Parts : call.OldInputs!.With(target.Parts.Where((key, _) => !call.OldInputs!.ContainsKey(key)));
        var live = await context.Driver.ReadAsync(target, view, context.Scope);
        return live is null ? ReadResult.Gone : Found(target, live);
    }

    private bool IsImport => call.OldInputs is null;

    // What a program looks up has no state of ours.
    private bool IsManaged => call.OldOutputs?.ContainsKey(Settings.OwnershipName) == true;

    private ReadResult Found(ObjectTarget target, LiveObject live)
    {
        var inputs = IsImport ? ImportedInputs.Of(context, target, live) : RefreshedInputs.Of(_definition, call.OldInputs!, live);
        var ownership = IsManaged ? OwnershipRules.Of(inputs, call.OldOutputs!) : Ownership.Adopted;
        var outputs = context.Stamp(Outputs.Of(_definition, target, live, inputs, ownership, Baselined(live)));
        Report(target, live, inputs, outputs);
        return new ReadResult(target.Id, inputs, outputs);
    }

    private Baseline? Baselined(LiveObject live) =>
        IsImport ? Baseline.At(context.Driver.Leaves(live)) : Baseline.In(call.OldOutputs ?? PropertyMap.Empty);

    // An operation of ours that did not end is not forgotten by looking; any other bad state is the owner's to know.
    private void Report(ObjectTarget target, LiveObject live, PropertyMap inputs, PropertyMap outputs)
    {
        var wait = new StateWait(context, target);
        var state = StateWait.Failure(live);
        if (IsManaged && call.OldOutputs!.ContainsKey(Internals.Incomplete) && (wait.IsPending(live) || wait.IsFailed(live)))
        {
            throw new ProviderException(ProviderErrorCode.FailedPrecondition, $"The {_definition.Title} {target.Id} is in state {state}.")
            {
                Partial = new PartialState(
                    target.Id, outputs.With(Internals.Incomplete, PropertyValue.Of(true)), inputs, [$"The last change did not end: the state is {state}."]),
            };
        }

        if (wait.IsFailed(live))
        {
            context.Notices.Warn($"The {_definition.Title} {target.Id} is in state {state}.");
        }
    }
}
