using CloudUpdate.Emulator.State;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.Clouds.Iam;

/// <summary>Members that IAM's objects get when nobody says otherwise. They belong to the demo account.</summary>
internal static class IamDefaults
{
    public static JObject Domain(EmulatorState state) => new() { ["name"] = "account", ["enabled"] = true, ["description"] = "" };

    public static JObject Project(EmulatorState state) => new()
    {
        ["name"] = DemoCredentials.Region,
        ["domain_id"] = DemoCredentials.DomainId,
        ["parent_id"] = DemoCredentials.DomainId,
        ["is_domain"] = false,
        ["enabled"] = true,
        ["description"] = "",
    };

    public static JObject Member(EmulatorState state) => new() { ["domain_id"] = DemoCredentials.DomainId };
}
