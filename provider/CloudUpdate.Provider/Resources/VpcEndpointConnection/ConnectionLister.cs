using System.Globalization;
using CloudUpdate.Provider.Clouds;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Resources;

/// <summary>Lists the connections of a cluster, page by page, and tells a cluster that is gone from one that may not be seen.</summary>
/// <param name="definition">The resource.</param>
internal sealed class ConnectionLister(ResourceDefinition definition)
{
    private const int PageSize = 100;
    private static readonly Operation s_clusters = new("ListClustersDetails", HttpMethod.Get, "/v1.0/{project_id}/clusters");

    private readonly RestCalls _calls = new(definition);

    /// <summary>Every connection of the cluster, and the rest of the last answer; null where the cluster does not exist.</summary>
    public async Task<(IReadOnlyList<JObject> Connections, JObject Answer)?> ListAsync(ObjectTarget target, CallScope scope)
    {
        var connections = new List<JObject>();
        try
        {
            while (true)
            {
                var answer = await PageAsync(definition.Read, "offset", connections.Count, target, scope);
                var page = (answer["connections"] as JArray)?.OfType<JObject>().ToList() ?? [];
                connections.AddRange(page);
                if (page.Count < PageSize)
                {
                    return (connections, answer);
                }
            }
        }
        catch (CloudException error) when (error.Code == ConnectionErrors.NoneOrDenied)
        {
            if (await IsListedAsync(target, scope))
            {
                throw;
            }

            return null;
        }
        catch (CloudException error) when (error.Kind is CloudErrorKind.NotFound)
        {
            return null;
        }
    }

    // The code for "no such cluster" is also the one for "denied". A list of clusters that works, and lacks it, tells them apart.
    private async Task<bool> IsListedAsync(ObjectTarget target, CallScope scope)
    {
        for (var seen = 0; ;)
        {
            var answer = await PageAsync(s_clusters, "start", seen + 1, target, scope);
            var page = (answer["clusters"] as JArray)?.OfType<JObject>().ToList() ?? [];
            if (page.Any(cluster => (string?)cluster["id"] == target.Part("clusterId")))
            {
                return true;
            }

            seen += page.Count;
            if (page.Count < PageSize)
            {
                return false;
            }
        }
    }

    private async Task<JObject> PageAsync(Operation operation, string offset, int position, ObjectTarget target, CallScope scope)
    {
        var request = _calls.Request(operation, target, scope) with
        {
            Query =
            [
                new("limit", PageSize.ToString(CultureInfo.InvariantCulture)),
                new(offset, position.ToString(CultureInfo.InvariantCulture)),
            ],
        };
        return RestCalls.Unwrap(operation, await scope.Client.SendAsync(request, scope.Cancellation));
    }
}
