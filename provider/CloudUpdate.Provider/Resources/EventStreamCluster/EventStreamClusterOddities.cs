using System.Globalization;
using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Clouds;
using CloudUpdate.Provider.Schema;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Resources;

/// <summary>Where the API of event stream clusters is odd: public access has companions, and no document says whether an update merges.</summary>
internal static class EventStreamClusterOddities
{
    private const string Access = "publicAccessEnabled";
    private static readonly string[] s_companions = ["natId", "eipId"];

    /// <summary>Public access needs both ids, and an id needs public access.</summary>
    public static IEnumerable<Finding> Companions(CheckedInputs inputs)
    {
        if (inputs.Given(Access) is { Unwrapped: not BoolValue })
        {
            yield break;
        }

        foreach (var id in s_companions)
        {
            var given = inputs.Given(id) is not null;
            if (inputs.Is(Access, true) && !given)
            {
                yield return Finding.Failure(id, $"{id} is missing; {Access}: true needs natId and eipId");
            }
            else if (given && !inputs.Is(Access, true))
            {
                yield return Finding.Failure(id, $"{id} is given, but public access is not on; allowed only together with {Access}: true");
            }
        }
    }

    /// <summary>Sources and targets are of one kind.</summary>
    public static IEnumerable<Finding> OneKind(CheckedInputs inputs)
    {
        if (inputs.Given("sourceType")?.Unwrapped is StringValue source && inputs.Given("sinkType")?.Unwrapped is StringValue sink && source != sink)
        {
            var secret = inputs.News.Where((key, _) => key is "sinkType" or "sourceType").ContainsSecrets;
            yield return Finding.Failure(
                "sinkType",
                secret ? "sinkType must be the same as sourceType" : $"sinkType is \"{sink.Value}\"; it must be the same as sourceType, \"{source.Value}\"");
        }
    }

    /// <summary>
    /// The safe body, whether the API merges or replaces: name and description always; public access as stated or in force; its ids with it,
    /// and never without.
    /// </summary>
    public static JObject Compose(UpdateBody body)
    {
        var json = body.Json;
        foreach (var id in s_companions)
        {
            json.Remove(Wire(id));
        }

        // Some regions hide the ids: public access that is not stated then stays out of the request rather than go without them.
        var stated = body.Plan.Stated.ContainsKey(Access);
        var on = body.Merged(Access) is BoolValue { Value: true } && (stated || s_companions.All(id => body.Merged(id) is StringValue));
        if (on || stated)
        {
            json[Wire(Access)] = on;
        }

        foreach (var id in on ? s_companions : [])
        {
            if (body.Merged(id) is StringValue value)
            {
                json[Wire(id)] = value.Value;
            }
        }

        return json;
    }

    /// <summary>A cluster with jobs stops them when it is replaced, or refuses to be deleted.</summary>
    public static string? RunningJobs(PropertyMap outputs) =>
        outputs.Get("jobCount")?.Unwrapped is NumberValue { Value: > 0 and var count }
            ? string.Create(CultureInfo.InvariantCulture, $"The cluster to be replaced had {count} running {(count == 1 ? "job" : "jobs")} when it was last read; EventGrid deletes a cluster only when none is left.")
            : null;

    /// <summary>What the codes of EventGrid mean here.</summary>
    public static string? Explain(CloudException error) => error.Code switch
    {
        "EG.00513001" => "another cluster has this name; import it or adopt it with `clusterId`, or choose another name",
        "EG.00514004" => "the cluster is busy, or jobs still run in it",
        _ => null,
    };

    private static string Wire(string name) => name switch
    {
        Access => "public_access_enabled",
        "natId" => "nat_id",
        _ => "eip_id",
    };
}
