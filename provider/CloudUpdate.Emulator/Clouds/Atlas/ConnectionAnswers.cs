using CloudUpdate.Emulator.Http;
using CloudUpdate.Emulator.State;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.Clouds.Atlas;

/// <summary>Finds connections, shows them, and says why that cannot be.</summary>
internal static class ConnectionAnswers
{
    public static Reply? InUse(Call call, StoredObject stored) => (bool?)stored.Data["_processors"] == true
        ? AtlasErrors.Of(
            403,
            "STREAM_CONNECTION_HAS_STREAM_PROCESSORS",
            $"Stream connection with name {call["tenantName"]} has active processors, and cannot be changed.",
            call["tenantName"])
        : null;

    public static StoredObject? Find(Call call) =>
        call.Objects.Find(ObjectKinds.AtlasConnection, call["groupId"], call["tenantName"], call["connectionName"]);

    public static Reply Missing(Call call)
    {
        var (group, tenant, name) = (call["groupId"], call["tenantName"], call["connectionName"]);
        return AtlasErrors.Of(
            404,
            "STREAM_CONNECTION_NOT_FOUND_FOR_NAME",
            $"Stream connection with name {name} for project {group} and name {tenant} not found.",
            name, group, tenant);
    }

    public static JObject Rendered(Call call, JObject data)
    {
        var rendered = Rendering.Public(data, "groupId", "tenantName");
        foreach (var path in ConnectionRules.WriteOnly)
        {
            rendered.SelectToken(path)?.Parent!.Remove();
        }

        if (call.Settings.AtlasHidesTestBucket)
        {
            rendered.SelectToken("aws.testBucket")?.Parent!.Remove();
        }

        if (call.Settings.AtlasHidesCertificates)
        {
            rendered.SelectToken("authentication.sslCertificate")?.Parent!.Remove();
        }

        return call.Settings.AtlasOmitsLinks ? rendered : AtlasAnswers.WithLinks(rendered);
    }
}
