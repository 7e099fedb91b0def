using System.Collections.Immutable;
using CloudUpdate.Provider.Clouds;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Resources;

/// <summary>Sends decisions. The API may apply half of one and answer an error, or answer an error although all is as asked for.</summary>
/// <param name="definition">The resource.</param>
internal sealed class ConnectionWriter(ResourceDefinition definition)
{
    private readonly RestCalls _calls = new(definition);
    private readonly ConnectionLister _lister = new(definition);

    /// <summary>Sends one decision about some endpoints.</summary>
    /// <exception cref="CloudException">It was refused, and is not in force; the error says what of it is.</exception>
    public async Task SendAsync(ObjectTarget target, string action, ImmutableArray<string> endpoints, CallScope scope)
    {
        var body = new JObject(new JProperty("action", action), new JProperty("endpoint_id_list", new JArray(endpoints)));
        try
        {
            await _calls.SendAsync(definition.Update, target, scope, body, repeatable: true);
        }
        catch (CloudException error) when (error.Kind is CloudErrorKind.Conflict or CloudErrorKind.InvalidInput)
        {
            await ExplainAsync(error, target, action, endpoints, scope);
        }
    }

    private async Task ExplainAsync(CloudException error, ObjectTarget target, string action, ImmutableArray<string> endpoints, CallScope scope)
    {
        var listed = (await _lister.ListAsync(target, scope))?.Connections ?? [];
        var wanted = action == "receive" ? "accepted" : "rejected";
        var done = listed.Where(connection => (string?)connection["status"] == wanted).Select(connection => (string?)connection["id"] ?? string.Empty).ToHashSet();
        if (endpoints.All(done.Contains))
        {
            return;
        }

        var through = endpoints.Where(done.Contains).ToList();
        throw through.Count == 0 ? error : new CloudException(
            error.Error with
            {
                MayHaveTakenEffect = true,
                CloudMessage = $"{error.CloudMessage} (in force for {string.Join(", ", through)}, not for {string.Join(", ", endpoints.Where(id => !done.Contains(id)))})",
            },
            error);
    }
}
