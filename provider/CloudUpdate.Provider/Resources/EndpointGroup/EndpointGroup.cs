using System.Collections.Immutable;
using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Schema;

namespace CloudUpdate.Provider.Resources;

/// <summary>Global Accelerator endpoint group. Huawei Cloud API reference, Global Accelerator, "Updating an Endpoint Group" and its neighbours.</summary>
internal static class EndpointGroup
{
    private const string Wrapper = "endpoint_group";
    private const string Path = "/v1/endpoint-groups";
    private const string OnePath = $"{Path}/{{endpoint_group_id}}";

    private static readonly ObjectType s_listener = new(
        "EndpointGroupListener",
        "A listener that an endpoint group belongs to.",
        [Property.Member("id", new TextType { MaxLength = 36 }, "Id of the listener, up to 36 characters.") with { Required = true, AlwaysPresent = true }]);

    private static readonly ObjectType s_frozenInfo = new(
        "EndpointGroupFrozenInfo",
        "Why and how the cloud froze an endpoint group.",
        [
            Property.Member("status", Property.Integer, "`0`: not frozen, `1`: frozen, its data is kept, `2`: terminated, its data is cleared."),
            Property.Member("effect", Property.Integer, "`1`: can be released, `2`: cannot be released, `3`: cannot be renewed."),
            Property.Member("scene", Property.List(Property.Text), "Reasons: `ARREAR`, `POLICE`, `ILLEGAL`, `VERIFY`, `PARTNER`."),
        ]);

    /// <summary>The table.</summary>
    public static ResourceDefinition Table { get; } = new()
    {
        Token = "cloudupdate:globalaccelerator:EndpointGroup",
        Title = "endpoint group",
        Service = "ga",
        Timeout = TimeSpan.FromMinutes(10),
        Identity = new IdentityDefinition(
            AdoptionDoor.ById,
            [
                Property.Identity(
                    "endpoint_group_id",
                    new TextType { MinLength = 1, MaxLength = 36 },
                    "Id that Global Accelerator gave the group: 1 to 36 characters.") with
                {
                    Usage = "Given, the group is adopted and must exist; left out, one is created.",
                },
            ]),
        Properties =
        [
            Property.Managed(
                "name",
                new TextType { MinLength = 1, MaxLength = 64, Pattern = new TextPattern("[A-Za-z0-9-]*", "have letters, digits and hyphens only") { Strict = false } },
                "Name of the group: 1 to 64 letters, digits and hyphens.") with
            {
                Usage = "Default when created: made from the resource's name.",
                RequiredToCreate = true, Autonamed = true, AlwaysPresent = true,
            },
            Property.Managed(
                "description",
                new TextType { MaxLength = 255, Pattern = new TextPattern("[^<>]*", "not contain `<` or `>`") },
                "Description of the group: up to 255 characters without `<` and `>`.") with
            {
                Usage = "The empty text clears it.",
                AbsentMeans = Property.Empty, AlwaysPresent = true,
            },
            Property.Managed(
                "traffic_dial_percentage",
                new IntegerType { Minimum = 0, Maximum = 100 },
                "Share of the traffic that the group gets, 0 to 100 percent; 0 takes all traffic away.") with { Usage = "Default when created: the cloud's, 100." },
            Property.Creation(
                "region_id",
                new TextType { MinLength = 1, MaxLength = 36 },
                "Region of the group's endpoints, for example `ap-southeast-1`; up to 36 characters.") with
            {
                Usage = "Needed to create a group; another region is another group.",
                RequiredToCreate = true,
            },
            Property.Creation(
                "listeners",
                Property.List(s_listener) with { MinItems = 1, MaxItems = 1 },
                "The one listener that the group belongs to.") with
            {
                Usage = "Needed to create a group; another listener is another group.",
                RequiredToCreate = true,
            },
            Property.Computed("status", Property.Text, "State of the group: `ACTIVE`, `PENDING`, `ERROR` or `DELETING`.") with { Volatility = Volatility.ChangesOnWrite },
            Property.Computed("created_at", Property.Text, "When the group was created, in UTC (ISO 8601)."),
            Property.Computed("updated_at", Property.Text, "When the group was last updated, in UTC (ISO 8601).") with { Volatility = Volatility.ChangesOnWrite },
            Property.Computed("domain_id", Property.Text, "Id of the account that owns the group."),
            Property.Computed("frozen_info", s_frozenInfo, "Why and how the group is frozen; missing where it is not.") with { Volatility = Volatility.ChangesAlways },
        ],
        Read = new Operation("ShowEndpointGroup", HttpMethod.Get, OnePath) { AnswerWrapper = Wrapper },
        Create = new Operation("CreateEndpointGroup", HttpMethod.Post, Path) { RequestWrapper = Wrapper, AnswerWrapper = Wrapper },
        Update = new Operation("UpdateEndpointGroup", HttpMethod.Put, OnePath) { RequestWrapper = Wrapper, AnswerWrapper = Wrapper },
        Delete = new Operation("DeleteEndpointGroup", HttpMethod.Delete, OnePath),
        List = new ListOperation("ListEndpointGroups", Path, "endpoint_groups", Paging.Marker) { PageSize = 500 },
        States = new StateRules("status", ["ACTIVE"], ["ERROR"]) { Leaving = ["DELETING"] },
        Twin = new TwinRule(
            inputs => [new("name", Text(inputs, "name"))],
            (inputs, item) => Text(inputs, "name") == Text(item, "name") && Listener(inputs) == Listener(item)),
    };

    /// <summary>Its functions.</summary>
    public static ImmutableArray<FunctionDefinition> Functions { get; } =
    [
        Lookups.One(Table, "Looks up one endpoint group of Global Accelerator by its id."),
        Lookups.Many(
            Table,
            "EndpointGroups",
            "Lists endpoint groups of Global Accelerator.",
            [
                Property.Managed("name", new TextType { MaxLength = 64 }, "Only groups of this name, up to 64 characters."),
                Property.Managed("listener_id", Property.Text, "Only groups of the listener with this id."),
                Property.Managed("status", Property.Text, "Only groups in this state: `ACTIVE`, `PENDING`, `ERROR` or `DELETING`."),
            ]),
    ];

    private static string Text(PropertyMap bag, string key) => (bag.Get(key)?.Unwrapped as StringValue)?.Value ?? string.Empty;

    private static string? Listener(PropertyMap bag) =>
        (bag.Get("listeners")?.Unwrapped as ListValue)?.Items.FirstOrDefault()?.Unwrapped is MapValue listener ? Text(listener.Map, "id") : null;
}
