using System.Collections.Immutable;
using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Lifecycle;
using CloudUpdate.Provider.Schema;
using CloudUpdate.Provider.Values;

namespace CloudUpdate.Provider.Configuration;

/// <summary>DiffConfig: which keys differ. Nothing in the configuration replaces a resource by itself; each resource judges region and project.</summary>
internal static class ConfigDiff
{
    /// <summary>Runs the call.</summary>
    public static DiffResult Run(DiffCall call)
    {
        var (olds, news) = (ConfigValues.Real(call.OldInputs ?? call.Olds), ConfigValues.Real(call.News));
        var differences = ImmutableSortedDictionary.CreateBuilder<string, PropertyDifference>(StringComparer.Ordinal);
        foreach (var key in olds.Keys.Union(news.Keys))
        {
            var (old, @new) = (olds.Get(key), news.Get(key));
            if (!Same.Value(ConfigTable.Find(key)?.Type ?? Property.Text, old, @new))
            {
                var kind = old is null ? DiffKind.Add : @new is null ? DiffKind.Delete : DiffKind.Update;
                differences[PropertyPath.OfKeys(key).ToString()] = new PropertyDifference(kind, Replace: false, InputDiff: true);
            }
        }

        return new DiffResult(differences.ToImmutable(), DeleteBeforeReplace: false, []);
    }
}
