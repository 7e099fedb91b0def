using CloudUpdate.Emulator.Http;
using CloudUpdate.Emulator.State;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.Clouds.GlobalAccelerator;

/// <summary>The five kinds of objects, and what hangs on what.</summary>
internal static class GaCollections
{
    public static IReadOnlyList<GaCollection> All { get; } =
    [
        new(ObjectKinds.EndpointGroup, "endpoint_group", "endpoint_groups", "/v1/endpoint-groups", "endpoint_group_id",
            GlobalAcceleratorRules.CreateEndpointGroup, GlobalAcceleratorRules.UpdateEndpointGroup)
        {
            Defaults = GlobalAcceleratorDefaults.EndpointGroup,
            Filters = ["id", "name", "status", "listener_id"],
            CreateRefusal = GroupCannotBe,
            DeleteRefusal = GroupIsInUse,
        },
        new(ObjectKinds.Endpoint, "endpoint", "endpoints", "/v1/endpoint-groups/{endpoint_group_id}/endpoints", "endpoint_id",
            GlobalAcceleratorRules.CreateEndpoint, GlobalAcceleratorRules.UpdateEndpoint)
        {
            Defaults = GlobalAcceleratorDefaults.Endpoint,
            ParentParameter = "endpoint_group_id",
            Filters = ["id", "status"],
        },
        new(ObjectKinds.Listener, "listener", "listeners", "/v1/listeners", "listener_id",
            GlobalAcceleratorRules.CreateListener, GlobalAcceleratorRules.UpdateListener)
        {
            Defaults = GlobalAcceleratorDefaults.Listener,
            Filters = ["id", "name", "status", "accelerator_id"],
            CreateRefusal = (call, sent) => Missing(call, ObjectKinds.Accelerator, (string)sent["accelerator_id"]!),
            DeleteRefusal = (call, listener) => InUse(
                call.Objects.OfKind(ObjectKinds.EndpointGroup).Any(group => HangsOn(group, listener.Text("id")!)), "listener"),
        },
        new(ObjectKinds.HealthCheck, "health_check", "health_checks", "/v1/health-checks", "health_check_id",
            GlobalAcceleratorRules.CreateHealthCheck, GlobalAcceleratorRules.UpdateHealthCheck)
        {
            Defaults = GlobalAcceleratorDefaults.HealthCheck,
            Filters = ["id", "status", "endpoint_group_id"],
            CreateRefusal = CheckCannotBe,
        },
        new(ObjectKinds.Accelerator, "accelerator", "accelerators", "/v1/accelerators", "accelerator_id",
            GlobalAcceleratorRules.CreateAccelerator, GlobalAcceleratorRules.UpdateAccelerator)
        {
            Defaults = GlobalAcceleratorDefaults.Accelerator,
            DeleteRefusal = (call, accelerator) => InUse(
                call.Objects.OfKind(ObjectKinds.Listener).Any(listener => listener.Text("accelerator_id") == accelerator.Text("id")), "accelerator"),
        },
    ];

    private static GaRefusal? GroupCannotBe(Call call, JObject sent)
    {
        var listener = (string)sent["listeners"]![0]!["id"]!;
        var region = (string)sent["region_id"]!;
        if (!GaRegions.Contains(region))
        {
            return new GaRefusal(400, "The parameter region_id is invalid.");
        }

        var taken = call.Objects.OfKind(ObjectKinds.EndpointGroup).Any(group => HangsOn(group, listener) && group.Text("region_id") == region);
        return Missing(call, ObjectKinds.Listener, listener)
            ?? (taken ? new GaRefusal(409, $"The listener {listener} has an endpoint group in {region} already.") : null);
    }

    private static GaRefusal? GroupIsInUse(Call call, StoredObject group)
    {
        var id = group.Text("id")!;
        return InUse(
            call.Objects.Under(ObjectKinds.Endpoint, id).Any()
            || call.Objects.OfKind(ObjectKinds.HealthCheck).Any(check => check.Text("endpoint_group_id") == id),
            "endpoint group");
    }

    private static GaRefusal? CheckCannotBe(Call call, JObject sent)
    {
        var group = (string)sent["endpoint_group_id"]!;
        var taken = call.Objects.OfKind(ObjectKinds.HealthCheck).Any(check => check.Text("endpoint_group_id") == group);
        return Missing(call, ObjectKinds.EndpointGroup, group)
            ?? (taken ? new GaRefusal(409, $"The endpoint group {group} has a health check already.") : null);
    }

    private static bool HangsOn(StoredObject group, string listener) =>
        group.Data["listeners"]?.Any(item => (string?)item["id"] == listener) == true;

    private static GaRefusal? Missing(Call call, string kind, string id) =>
        call.Objects.Find(kind, id)?.Text("domain_id") == call.Principal.DomainId
            ? null
            : new GaRefusal(404, $"The {kind[(kind.IndexOf('.', StringComparison.Ordinal) + 1)..]} {id} could not be found.");

    private static GaRefusal? InUse(bool isInUse, string noun) => isInUse ? new GaRefusal(409, $"The {noun} is in use.") : null;
}
