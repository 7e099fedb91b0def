using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Resources;
using CloudUpdate.Provider.Values;

namespace CloudUpdate.Provider.Lifecycle;

/// <summary>Adopts an object that exists: reads it first, and changes only what the program states.</summary>
/// <param name="context">The operation.</param>
/// <param name="inputs">The checked inputs.</param>
internal sealed class AdoptFlow(OperationContext context, PropertyMap inputs)
{
    private readonly ResourceDefinition _definition = context.Definition;

    /// <summary>Adopts.</summary>
    public async Task<CreateResult> RunAsync()
    {
        var target = context.Target(inputs, await context.LocateAsync(inputs));
        Claims.Take(context, target.Location, target.Parts, takesOver: false);
        var convergence = Converging(target);
        try
        {
            if (!await convergence.RunAsync())
            {
                throw NotThere(target);
            }
        }
        catch (Exception error) when (convergence.MayHaveWritten && Stored(error, target, convergence) is { } failure)
        {
            throw failure;
        }

        Claims.Take(context, target.Location, target.Parts, takesOver: true);
        return new CreateResult(target.Id, context.Stamp(Outputs.Of(_definition, target, convergence.Live!, inputs, Ownership.Adopted, convergence.Baseline)));
    }

    /// <summary>Says what adopting would change, and changes nothing.</summary>
    public async Task<CreateResult> PreviewAsync()
    {
        if (IsUndecided || PreviewOutputs.CannotRead(_definition, inputs) || !context.Clouds.PreviewReads)
        {
            var promised = PreviewOutputs.Unread(
                _definition, inputs, PropertyMap.Empty, Ownership.Adopted, Locations.Named(_definition, inputs, context.Clouds));
            return new CreateResult(string.Empty, IsUndecided ? promised.With(Settings.OwnershipName, PropertyValue.Unknown) : promised);
        }

        var target = context.Target(inputs, await context.LocateAsync(inputs));
        Claims.Take(context, target.Location, target.Parts, takesOver: false);
        var live = await context.Driver.ReadAsync(target, inputs, context.Scope) ?? throw NotThere(target);
        Agree(live);
        var plan = context.Driver.Plan(live, Desired);
        ChangeNotices.Adoption(context, target, plan, inputs);
        var asRead = Outputs.Of(_definition, target, live, inputs, Ownership.Adopted, null);
        return new CreateResult(target.Id, PreviewOutputs.AfterRead(_definition, asRead, plan, inputs));
    }

    // Until `adopt` is known, the object may as well be created.
    private bool IsUndecided => inputs.Get(Settings.Adopt) is { IsUnknown: true };

    private DesiredState Desired => new(inputs, PropertyMap.Empty, ResendSecrets: false);

    private Convergence Converging(ObjectTarget target)
    {
        Convergence? convergence = null;
        convergence = new Convergence(context, target, inputs, live => context.Driver.Plan(live, Desired))
        {
            OnFirstRead = live =>
            {
                Agree(live);
                convergence!.Baseline = Baseline.At(context.Driver.Leaves(live));
            },
        };
        return convergence;
    }

    // Creation inputs beside an adoption describe the object; where they do not agree with it, one of the two is a mistake.
    private void Agree(LiveObject live)
    {
        var wrong = Leaf.In(_definition.CreationOnly, inputs)
            .Where(leaf => leaf.Path.Get(live.Outputs) is { } has && !leaf.Value.ContainsUnknowns && !Same.Value(leaf.Definition.Type, has, leaf.Value))
            .Select(leaf => leaf.Definition.IsSecret || Marks.IsSecretAt(inputs, leaf.Path) ? $"{leaf.Path}"
                : $"{leaf.Path} is {ChangeNotices.Show(leaf.Path.Get(live.Outputs))}, but the program says {ChangeNotices.Show(leaf.Value)}")
            .ToList();
        if (wrong.Count > 0)
        {
            throw new ProviderException(
                ProviderErrorCode.InvalidInput,
                $"The adopted {_definition.Title} does not agree with the program, and nothing can change it: {string.Join("; ", wrong)}. "
                + ReplacementRules.TwoSteps(_definition));
        }
    }

    private ProviderException NotThere(ObjectTarget target) => new(
        ProviderErrorCode.NotFound,
        $"There is no {_definition.Title} {target.Id} to adopt; nothing was created. "
        + (_definition.Create is null ? "Check the id." : $"To create one, leave out {OwnershipRules.DoorWords(_definition)}."));

    private ProviderException? Stored(Exception error, ObjectTarget target, Convergence convergence)
    {
        Claims.Take(context, target.Location, target.Parts, takesOver: true);
        return Failures.WithState(
            context, error, "adopting", target.Id, Outputs.Of(_definition, target, convergence.Live!, inputs, Ownership.Adopted, convergence.Baseline));
    }
}
