using CloudUpdate.Protocol.Rpc;
using CloudUpdate.Protocol.Values;
using Google.Protobuf.WellKnownTypes;

namespace Pulumi.TestCloud;

/// <summary>Compares old and new inputs of a thing.</summary>
internal static class ThingDiff
{
    private const string ReplacingProperty = "kind";

    public static DiffResponse Of(Struct olds, Struct news)
    {
        var (old, fresh) = (PropertyCodec.DecodeOrEmpty(olds), PropertyCodec.DecodeOrEmpty(news));
        var response = new DiffResponse { HasDetailedDiff = true };
        Compare(response, old, fresh, string.Empty);
        response.Changes = response.DetailedDiff.Count == 0 ? DiffResponse.Types.DiffChanges.DiffNone : DiffResponse.Types.DiffChanges.DiffSome;
        response.Diffs.Add(response.DetailedDiff.Keys.Select(path => path.Split('.')[0]).Distinct());
        response.Replaces.Add(response.Diffs.Where(key => key == ReplacingProperty));
        return response;
    }

    private static void Compare(DiffResponse response, PropertyMap old, PropertyMap fresh, string prefix)
    {
        foreach (var key in old.Keys.Union(fresh.Keys).Where(key => key is not ("say" or "fail" or "wait")))
        {
            var (before, after) = (old.Get(key), fresh.Get(key));
            if (before is MapValue oldMap && after is MapValue newMap)
            {
                Compare(response, oldMap.Map, newMap.Map, $"{prefix}{key}.");
            }
            else if (!Equals(before, after))
            {
                response.DetailedDiff[prefix + key] = new PropertyDiff { Kind = Kind(key, before is null, after is null), InputDiff = true };
            }
        }
    }

    private static PropertyDiff.Types.Kind Kind(string key, bool isNew, bool isGone) => (key == ReplacingProperty, isNew, isGone) switch
    {
        (true, true, _) => PropertyDiff.Types.Kind.AddReplace,
        (true, _, true) => PropertyDiff.Types.Kind.DeleteReplace,
        (true, _, _) => PropertyDiff.Types.Kind.UpdateReplace,
        (_, true, _) => PropertyDiff.Types.Kind.Add,
        (_, _, true) => PropertyDiff.Types.Kind.Delete,
        _ => PropertyDiff.Types.Kind.Update,
    };
}
