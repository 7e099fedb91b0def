using System.Collections.Immutable;
using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Clouds;
using CloudUpdate.Provider.Resources;

namespace CloudUpdate.Provider.Lifecycle;

/// <summary>Creates an object. One that exists already is never taken for it.</summary>
/// <param name="context">The operation.</param>
/// <param name="inputs">The checked inputs.</param>
internal sealed class MakeFlow(OperationContext context, PropertyMap inputs)
{
    private readonly ResourceDefinition _definition = context.Definition;

    /// <summary>Creates.</summary>
    public async Task<CreateResult> RunAsync()
    {
        var location = await context.LocateAsync(inputs);
        ClaimName(location);
        var twins = await context.Maker.FindTwinsAsync(inputs, location, context.Scope);
        RefuseSecond(twins);
        using var parent = new ParentLock(context, context.Target(inputs, location));
        await parent.TakeAsync();
        var made = await CreateAsync(location, twins);
        var live = made.Live;
        try
        {
            Claims.Take(context, location, made.Target.Parts, takesOver: true);
            var wait = new StateWait(context, made.Target);
            live ??= await wait.ForDoneAsync(Seen, () => context.Driver.ReadAsync(made.Target, inputs, context.Scope));
            wait.ThrowIfFailed(live);
        }
        catch (Exception error) when (Stored(error, made.Target, live) is { } failure)
        {
            throw failure;
        }

        return new CreateResult(made.Target.Id, context.Stamp(Outputs.Of(_definition, made.Target, live, inputs, Ownership.Created, null)));

        bool Seen(LiveObject seen)
        {
            live = seen;
            parent.Release();
            return true;
        }
    }

    /// <summary>Says what is known before the object exists, and changes nothing.</summary>
    public async Task<CreateResult> PreviewAsync()
    {
        var location = Locations.Named(_definition, inputs, context.Clouds);
        if (context.Clouds.PreviewReads && !IsNameless)
        {
            location = await context.LocateAsync(inputs);
            ClaimName(location);
            RefuseSecond(MayHaveTwins ? [] : await context.Maker.FindTwinsAsync(inputs, location, context.Scope));
        }

        var promised = PreviewOutputs.Unread(_definition, inputs, PropertyMap.Empty, Ownership.Created, location);
        return new CreateResult(string.Empty, promised);
    }

    // An object that exists although its creation failed is stored, so that it is not lost.
    private async Task<MadeObject> CreateAsync(EffectiveLocation location, ImmutableArray<ObjectTarget> twins)
    {
        try
        {
            return await context.Maker.CreateAsync(inputs, location, twins, context.Scope);
        }
        catch (Exception error) when (LostCreation.MayHaveMade(error))
        {
            if (await new LostCreation(context, inputs).FindAsync(location, twins) is { } target && Stored(error, target, null) is { } failure)
            {
                Claims.Take(context, location, target.Parts, takesOver: true);
                throw failure;
            }

            throw;
        }
    }

    // What else is unknown does not matter to the question whether the name is taken.
    private bool IsNameless => PreviewOutputs.CannotRead(_definition, inputs)
        || _definition.Inputs.Any(input => input.Autonamed && inputs.Get(input.Name) is { ContainsUnknowns: true });

    private bool MayHaveTwins => _definition.Twin is { RefusesSecond: false };

    private void ClaimName(EffectiveLocation location)
    {
        if (!_definition.Identity.IsAssigned)
        {
            Claims.Take(context, location, context.Target(inputs, location).Parts, takesOver: false);
        }
    }

    private void RefuseSecond(ImmutableArray<ObjectTarget> twins)
    {
        if (twins.IsEmpty || MayHaveTwins || GoesFirst(twins[0]))
        {
            return;
        }

        throw new ProviderException(
            ProviderErrorCode.Conflict,
            $"There is {_definition.One} like this; it exists already, with the id {twins[0].Id}. To manage it, import it with that id, "
            + $"or adopt it with {OwnershipRules.DoorWords(_definition)}.");
    }

    // A preview deletes nothing, so what a replacement deletes first is still there.
    private bool GoesFirst(ObjectTarget twin) =>
        context.Memory.AnnouncedFor(context.Urn) is { DeletedFirst: true } announced
        && announced.Identities.Intersect(Identities.Of(_definition, twin.Location, twin.Parts)).Any();

    private ProviderException? Stored(Exception error, ObjectTarget target, LiveObject? live) => Failures.WithState(
        context, error, "creating", target.Id,
        live is null ? Outputs.Unseen(_definition, target, inputs, Ownership.Created) : Outputs.Of(_definition, target, live, inputs, Ownership.Created, null));
}
