using System.Collections.Immutable;
using CloudUpdate.Protocol.Rpc;
using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Lifecycle;
using WireFailure = CloudUpdate.Protocol.Rpc.CheckFailure;

namespace CloudUpdate.Provider.Rpc;

/// <summary>Results into answers.</summary>
internal static class ResponseWriter
{
    public static CheckResponse Write(CheckResult result, Func<string, string> mask) => new()
    {
        Inputs = PropertyCodec.Encode(result.Inputs),
        Failures = { Write(result.Failures, mask) },
    };

    public static DiffResponse Write(DiffResult result)
    {
        var byPath = result.Differences.Select(member => (Top: TopLevel(member.Key), Difference: member.Value)).ToList();
        var response = new DiffResponse
        {
            Changes = byPath.Count > 0 || result.ChangedWithoutDetail ? DiffResponse.Types.DiffChanges.DiffSome : DiffResponse.Types.DiffChanges.DiffNone,
            DeleteBeforeReplace = result.DeleteBeforeReplace,
            HasDetailedDiff = byPath.Count > 0,
            Diffs = { byPath.Select(member => member.Top).Distinct() },
            Replaces = { byPath.Where(member => member.Difference.Replace).Select(member => member.Top).Distinct() },
            Stables = { result.Stables },
        };
        foreach (var (path, difference) in result.Differences)
        {
            response.DetailedDiff.Add(path, new PropertyDiff { Kind = Kind(difference), InputDiff = difference.InputDiff });
        }

        return response;
    }

    public static CreateResponse Write(CreateResult result) => new() { Id = result.Id, Properties = PropertyCodec.Encode(result.Outputs) };

    public static ReadResponse Write(ReadResult result) => new()
    {
        Id = result.Id,
        Properties = PropertyCodec.Encode(result.Outputs),
        Inputs = PropertyCodec.Encode(result.Inputs),
    };

    public static UpdateResponse Write(UpdateResult result) => new() { Properties = PropertyCodec.Encode(result.Outputs) };

    public static InvokeResponse Write(InvokeResult result, Func<string, string> mask) => new()
    {
        Return = PropertyCodec.Encode(result.Result),
        Failures = { Write(result.Failures, mask) },
    };

    private static IEnumerable<WireFailure> Write(ImmutableArray<Lifecycle.CheckFailure> failures, Func<string, string> mask) =>
        failures.Select(failure => new WireFailure { Property = failure.Property, Reason = mask(failure.Reason) });

    // An unparsable path fails the deployment in the engine; here it fails one call, and says which path it was.
    private static string TopLevel(string path) => PropertyPath.Parse(path).TopLevelKey
        ?? throw new FormatException($"The path \"{path}\" of a difference does not begin with a property.");

    private static PropertyDiff.Types.Kind Kind(PropertyDifference difference) => (difference.Kind, difference.Replace) switch
    {
        (DiffKind.Add, false) => PropertyDiff.Types.Kind.Add,
        (DiffKind.Add, true) => PropertyDiff.Types.Kind.AddReplace,
        (DiffKind.Delete, false) => PropertyDiff.Types.Kind.Delete,
        (DiffKind.Delete, true) => PropertyDiff.Types.Kind.DeleteReplace,
        (_, false) => PropertyDiff.Types.Kind.Update,
        (_, true) => PropertyDiff.Types.Kind.UpdateReplace,
    };
}
