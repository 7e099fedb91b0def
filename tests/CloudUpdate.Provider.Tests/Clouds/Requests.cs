using CloudUpdate.Emulator;
using CloudUpdate.Provider.Clouds;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Tests.Clouds;

/// <summary>Requests that tests send.</summary>
internal static class Requests
{
    public static CloudRequest Get(string service = "eg", string path = "/x") =>
        new() { Service = service, Operation = "Get", Method = HttpMethod.Get, PathTemplate = path };

    /// <summary>A write that may be repeated.</summary>
    public static CloudRequest Put(string service = "eg", string path = "/x") =>
        new() { Service = service, Operation = "Put", Method = HttpMethod.Put, PathTemplate = path, Repeatable = true, Body = new JObject { ["a"] = 1 } };

    /// <summary>A write that must not be repeated unseen.</summary>
    public static CloudRequest Post(string service = "eg", string path = "/x") =>
        new() { Service = service, Operation = "Post", Method = HttpMethod.Post, PathTemplate = path, Body = new JObject { ["a"] = 1 } };

    public static CloudRequest ListEvents() => new()
    {
        Service = "kms",
        Operation = "ListEvents",
        Method = HttpMethod.Get,
        PathTemplate = "/v1/{project_id}/csms/events",
    };

    public static CloudRequest ListConnections() => new()
    {
        Service = "atlas",
        Operation = "ListConnections",
        Method = HttpMethod.Get,
        PathTemplate = "/api/atlas/v2/groups/{groupId}/streams/{tenantName}/connections",
        PathValues = new Dictionary<string, string> { ["groupId"] = DemoCredentials.AtlasGroupId, ["tenantName"] = DemoCredentials.AtlasWorkspace },
    };
}
