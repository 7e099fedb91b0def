using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Resources;
using CloudUpdate.Provider.Values;

namespace CloudUpdate.Provider.Lifecycle;

/// <summary>Puts back what was written to an adopted object; what others changed since is left alone and reported.</summary>
/// <param name="context">The operation.</param>
/// <param name="target">The object.</param>
/// <param name="inputs">The inputs in the state.</param>
/// <param name="baseline">What the object was; null where the state does not say.</param>
internal sealed class RestoreFlow(OperationContext context, ObjectTarget target, PropertyMap inputs, Baseline? baseline)
{
    private string Subject => $"{context.Definition.Title} {target.Id}";

    /// <summary>Restores; an object that is gone has nothing to put back.</summary>
    public async Task RunAsync()
    {
        if (baseline is null || baseline.Written.IsEmpty)
        {
            context.Notices.Info($"The {Subject} stays as it is: nothing was written to it.");
            return;
        }

        var convergence = new Convergence(context, target, inputs, Plan) { PassesOverFailures = true };
        if (!await convergence.RunAsync())
        {
            context.Notices.Info($"The {Subject} does not exist any more; there is nothing to restore.");
            return;
        }

        context.Notices.Info(
            convergence.Plan!.IsEmpty ? $"The {Subject} already is what it was." : $"The {Subject} got back {string.Join(", ", convergence.Plan.Changes.Select(change => change.Leaf))}.");
    }

    private WritePlan Plan(LiveObject live)
    {
        var leaves = new Dictionary<string, PropertyValue>();
        foreach (var (leaf, written) in baseline!.Written)
        {
            Sort(live, leaf, written, leaves);
        }

        return context.Driver.PlanRestore(live, leaves);
    }

    private void Sort(LiveObject live, string leaf, PropertyValue written, Dictionary<string, PropertyValue> leaves)
    {
        var now = context.Driver.LeafValue(live, leaf);
        var original = baseline!.Original.GetValueOrDefault(leaf, PropertyValue.Null);
        var type = context.Driver.LeafType(leaf);
        var isShown = !context.Driver.IsHidden(live, leaf);
        if (isShown && Same.Value(type, now, original))
        {
            return;
        }

        if (isShown && !Same.Value(type, now, written))
        {
            context.Notices.Warn($"The {Subject} keeps its {leaf}: someone else changed it after the last update.");
        }
        else if (!context.Driver.CanPutBack(leaf, original))
        {
            context.Notices.Warn($"The {Subject} keeps its {leaf}: what it had at adoption cannot be put back.");
        }
        else
        {
            leaves[leaf] = original;
        }
    }
}
