using CloudUpdate.Provider.Resources;

namespace CloudUpdate.Provider.Lifecycle;

/// <summary>Create: adopts or makes an object, as the first check decided.</summary>
/// <param name="context">The operation.</param>
/// <param name="call">The call.</param>
internal sealed class CreateFlow(OperationContext context, CreateCall call)
{
    /// <summary>Runs the call.</summary>
    public Task<CreateResult> RunAsync()
    {
        if (context.Memory.AnnouncedFor(context.Urn)?.Warning is { } warning)
        {
            context.Notices.Warn(warning);
        }

        var adopts = OwnershipRules.Of(call.Inputs, Protocol.Values.PropertyMap.Empty) is Ownership.Adopted;
        return (adopts, call.Preview) switch
        {
            (true, false) => new AdoptFlow(context, call.Inputs).RunAsync(),
            (true, true) => new AdoptFlow(context, call.Inputs).PreviewAsync(),
            (false, false) => new MakeFlow(context, call.Inputs).RunAsync(),
            (false, true) => new MakeFlow(context, call.Inputs).PreviewAsync(),
        };
    }
}
