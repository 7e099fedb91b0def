using System.Runtime.ExceptionServices;
using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Clouds;
using CloudUpdate.Provider.Resources;

namespace CloudUpdate.Provider.Lifecycle;

/// <summary>Delete: retains, restores or deletes, as the state says; what was taken over in this run is left alone.</summary>
/// <param name="context">The operation.</param>
/// <param name="call">The call.</param>
internal sealed class DeleteFlow(OperationContext context, DeleteCall call)
{
    private readonly ResourceDefinition _definition = context.Definition;
    private readonly PropertyMap _inputs = call.OldInputs ?? call.Olds;

    /// <summary>Runs the call.</summary>
    public async Task RunAsync()
    {
        var target = await StateReader.TargetAsync(context, call.Id, call.Olds, _inputs);
        var identities = Identities.Of(_definition, target.Location, target.Parts);
        if (TakenOver(identities) is { } owner)
        {
            context.Notices.Warn($"The {_definition.Title} {target.Id} is left alone: {owner} took it over in this run.");
            return;
        }

        await EndAsync(target);
        context.Memory.Release(identities, context.Urn);
    }

    private string? TakenOver(IEnumerable<string> identities) =>
        identities.Select(identity => context.Memory.TakenOverBy(identity, context.Entry)).FirstOrDefault(owner => owner is not null);

    private async Task EndAsync(ObjectTarget target)
    {
        var mode = Settings.EffectiveOnDelete(_inputs, OwnershipRules.Of(_inputs, call.Olds));
        if (mode is OnDelete.Restore)
        {
            await new RestoreFlow(context, target, _inputs, Baseline.In(call.Olds)).RunAsync();
        }
        else if (mode is OnDelete.Delete && _definition.Delete is not null)
        {
            await DeleteAsync(target);
        }
        else
        {
            context.Notices.Warn($"The {_definition.Title} {target.Id} stays as it is and is no longer managed. {HowToRemove()}");
        }
    }

    private async Task DeleteAsync(ObjectTarget target)
    {
        using var parent = new ParentLock(context, target);
        await parent.TakeAsync();
        var wait = new StateWait(context, target);
        try
        {
            await context.Maker.DeleteAsync(target, context.Scope);
        }
        catch (CloudException error) when (error.Kind is CloudErrorKind.Conflict && _definition.States is not null)
        {
            await RepeatAsync(error, wait);
        }

        if (_definition.States is not null)
        {
            await wait.ForGoneAsync(ReadAsync);
        }

        async Task<LiveObject?> ReadAsync()
        {
            var live = await Read(target);
            parent.Release();
            return live;
        }
    }

    // A cloud may refuse to delete what an earlier change is still busy with.
    private async Task RepeatAsync(CloudException error, StateWait wait)
    {
        if (await Read(wait.Target) is not { } live)
        {
            return;
        }

        if (!wait.IsPending(live))
        {
            ExceptionDispatchInfo.Throw(error);
        }

        await wait.ForSettledAsync(() => Read(wait.Target));
        await context.Maker.DeleteAsync(wait.Target, context.Scope);
    }

    private Task<LiveObject?> Read(ObjectTarget target) => context.Driver.ReadAsync(target, _inputs, context.Scope);

    private string HowToRemove() => _definition.Delete is null
        ? "Its API cannot delete it."
        : "To delete it, import or adopt it again with `onDelete: Delete` and destroy it then, or delete it with the cloud's own tools.";
}
