using System.Collections.Immutable;
using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Resources;
using CloudUpdate.Provider.Schema;

namespace CloudUpdate.Provider.Lifecycle;

/// <summary>Diff: compares what the program asked for with what it asks for now. Offline, pure, total.</summary>
/// <param name="definition">The resource.</param>
/// <param name="call">The call.</param>
/// <param name="clouds">What is in force; null before a configuration.</param>
internal sealed class DiffFlow(ResourceDefinition definition, DiffCall call, CloudsInForce? clouds)
{
    private readonly PropertyMap _oldInputs = call.OldInputs ?? call.Olds;

    /// <summary>Runs the call.</summary>
    public DiffResult Run()
    {
        var news = Bags.Ignoring(call.IgnoreChanges, _oldInputs, call.News);
        var ignored = call.IgnoreChanges.Select(text => PropertyPath.TryParse(text, out var path) ? path : null).OfType<PropertyPath>().ToList();
        var differences = Places(news).Concat(new PropertyComparison(definition, call.Olds, _oldInputs, news).Run())
            .Where(difference => !ignored.Any(path => path.Contains(difference.Path)))
            .ToList();
        var byPath = ImmutableSortedDictionary.CreateBuilder<string, PropertyDifference>(StringComparer.Ordinal);
        foreach (var difference in differences)
        {
            byPath[difference.Path.ToString()] = difference.What;
        }

        var replaces = differences.Any(difference => difference.What.Replace);
        return new DiffResult(byPath.ToImmutable(), byPath.Count > 0 && IsDeletedFirst(news), replaces ? [] : Stables());
    }

    // Region and project count by what is in force, so that a change of the configuration moves just the resources that it concerns.
    private IEnumerable<FoundDifference> Places(PropertyMap news)
    {
        if (!definition.IsRegional)
        {
            yield break;
        }

        var now = Locations.Named(definition, news, clouds);
        foreach (var (name, place) in new[] { (Settings.Region, now.Region), (Settings.ProjectId, now.ProjectId) })
        {
            var old = Bags.Text(call.Olds, name) ?? Bags.Text(_oldInputs, name);
            var unknown = news.Get(name) is { IsUnknown: true };
            if (unknown || (old is not null && place is not null && old != place))
            {
                yield return new FoundDifference(
                    PropertyPath.OfKeys(name), new PropertyDifference(DiffKind.Update, Replace: true, InputDiff: Bags.Gives(_oldInputs, name) && Bags.Gives(news, name)));
            }
        }
    }

    // Said of an update too: the user's replaceOnChanges makes a replacement of it. An object that is not deleted would only be lost from the state.
    private bool IsDeletedFirst(PropertyMap news) =>
        !OwnershipRules.GivesDoor(definition, news) && !Places(news).Any() && definition.IsInTheWay(call.Olds.With(_oldInputs), news)
        && Settings.EffectiveOnDelete(_oldInputs, OwnershipRules.Of(_oldInputs, call.Olds)) is OnDelete.Delete;

    private ImmutableArray<string> Stables() =>
    [
        .. definition.Outputs
            .Where(output => output.Role is not PropertyRole.Managed && output.Volatility is Volatility.Stable && call.Olds.ContainsKey(output.Name))
            .Select(output => output.Name),
    ];
}
