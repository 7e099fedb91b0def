using CloudUpdate.Provider.Resources;

namespace CloudUpdate.Provider.Lifecycle;

/// <summary>Create: adopts or makes an object, as the first check decided.</summary>
/// <param name="context">The operation.</param>
/// <param name="call">The call.</param>
internal sealed class CreateFlow(OperationContext context, CreateCall call)
{
    /// <summary>Runs the call.</summary>
    public async Task<CreateResult> RunAsync()
    {
        if (context.Memory.AnnouncedFor(context.Urn)?.Warning is { } warning)
        {
            context.Notices.Warn(warning);
        }

        var adopts = OwnershipRules.OfNew(context.Definition, call.Inputs) is Ownership.Adopted;
        if (call.Preview)
        {
            return adopts ? await new AdoptFlow(context, call.Inputs).PreviewAsync() : await new MakeFlow(context, call.Inputs).PreviewAsync();
        }

        var created = adopts ? await new AdoptFlow(context, call.Inputs).RunAsync() : await new MakeFlow(context, call.Inputs).RunAsync();
        context.Memory.Settle(context.Urn);
        return created;
    }
}
