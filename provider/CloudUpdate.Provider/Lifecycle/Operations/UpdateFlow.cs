using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Resources;
using CloudUpdate.Provider.Schema;

namespace CloudUpdate.Provider.Lifecycle;

/// <summary>Update: reads the object, sends what differs from the new inputs, and so also repairs what an earlier failure left.</summary>
/// <param name="context">The operation.</param>
/// <param name="call">The call.</param>
internal sealed class UpdateFlow(OperationContext context, UpdateCall call)
{
    private readonly ResourceDefinition _definition = context.Definition;
    private readonly PropertyMap _oldInputs = call.OldInputs ?? call.Olds;
    private readonly Ownership _ownership = OwnershipRules.Of(call.News, call.Olds);

    /// <summary>Runs the call.</summary>
    public async Task<UpdateResult> RunAsync()
    {
        if (ChangesOnlySettings)
        {
            return new UpdateResult(call.Olds);
        }

        if (call.Preview && (!context.Clouds.PreviewReads || PreviewOutputs.CannotRead(_definition, call.News)))
        {
            return new UpdateResult(PreviewOutputs.Unread(_definition, call.News, call.Olds, _ownership, Locations.Named(_definition, call.Olds, null)));
        }

        var target = await StateReader.TargetAsync(context, call.Id, call.Olds, call.News);
        Claims.Take(context, target.Location, context.Target(target.Parts.With(call.News.Where((_, value) => !value.IsNull)), target.Location).Parts, takesOver: false);
        return new UpdateResult(call.Preview ? await PreviewAsync(target) : await UpdateAsync(target));
    }

    private bool IsIncomplete => call.Olds.ContainsKey(Internals.Incomplete);

    private bool ResendSecrets => IsIncomplete || Bags.Text(call.News, Settings.SecretsVersion) != Bags.Text(_oldInputs, Settings.SecretsVersion);

    // What the provider alone knows of needs no call; only an update for nothing, or after a failure, is a repair.
    private bool ChangesOnlySettings =>
        !IsIncomplete && !ResendSecrets && !Bare(_oldInputs).Equals(Bare(call.News)) && Cloudy(_oldInputs).Equals(Cloudy(call.News));

    private async Task<PropertyMap> UpdateAsync(ObjectTarget target)
    {
        var convergence = new Convergence(context, target, call.News, Plan) { Baseline = Baseline.In(call.Olds) ?? NewBaseline };
        try
        {
            if (!await convergence.RunAsync())
            {
                throw Gone(target);
            }
        }
        catch (Exception error) when (convergence.MayHaveWritten && Stored(error, target, convergence) is { } failure)
        {
            throw failure;
        }

        return context.Stamp(Outputs.Of(_definition, target, convergence.Live!, call.News, _ownership, convergence.Baseline));
    }

    private async Task<PropertyMap> PreviewAsync(ObjectTarget target)
    {
        var live = await context.Driver.ReadAsync(target, call.News, context.Scope) ?? throw Gone(target);
        var plan = Plan(live);
        ChangeNotices.Repair(context, plan, _oldInputs, call.News);
        var asRead = Outputs.Of(_definition, target, live, call.News, _ownership, null);
        return PreviewOutputs.AfterRead(_definition, asRead, plan, call.News);
    }

    // A state that lost its baseline can still restore what is written from here on.
    private Baseline? NewBaseline => _ownership is Ownership.Adopted ? Baseline.At(new Dictionary<string, PropertyValue>()) : null;

    // What is to be left alone is whatever the cloud has there.
    private WritePlan Plan(LiveObject live) => context.Driver.Plan(
        live, new DesiredState(Bags.Ignoring(call.IgnoreChanges, live.Outputs, call.News), _oldInputs, ResendSecrets));

    private static PropertyMap Bare(PropertyMap inputs) => inputs.Where((key, value) => !Internals.Is(key) && !value.IsNull);

    private PropertyMap Cloudy(PropertyMap inputs)
    {
        var settings = _definition.Inputs.Where(input => input.Role is PropertyRole.Setting).Select(input => input.Name).ToHashSet();
        return Bare(inputs).Where((key, _) => !settings.Contains(key));
    }

    private ProviderException Gone(ObjectTarget target) => new(
        ProviderErrorCode.NotFound,
        $"The {_definition.Title} {target.Id} does not exist any more. `pulumi refresh` takes it out of the state; the next update can then create or adopt another.");

    private ProviderException? Stored(Exception error, ObjectTarget target, Convergence convergence) => Failures.WithState(
        context, error, "updating", target.Id, Outputs.Of(_definition, target, convergence.Live!, call.News, _ownership, convergence.Baseline));
}
