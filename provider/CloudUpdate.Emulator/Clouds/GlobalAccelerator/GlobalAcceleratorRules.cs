using System.Text.RegularExpressions;
using CloudUpdate.Emulator.Validation;

namespace CloudUpdate.Emulator.Clouds.GlobalAccelerator;

/// <summary>Constraints of the request bodies, as in Huawei Cloud's API reference for Global Accelerator.</summary>
internal static partial class GlobalAcceleratorRules
{
    private static readonly FieldRule Name = new("name", FieldType.Text) { Range = (1, 64), Pattern = NameForm() };
    private static readonly FieldRule Description = new("description", FieldType.Text) { Range = (0, 255), Pattern = NoAngles() };
    private static readonly FieldRule Dial = new("traffic_dial_percentage", FieldType.Whole) { Range = (0, 100) };
    private static readonly FieldRule Weight = new("weight", FieldType.Whole) { Range = (0, 100) };
    private static readonly FieldRule Affinity = new("client_affinity", FieldType.Text) { Values = ["SOURCE_IP", "NONE"] };

    private static readonly FieldRule PortRanges = new("port_ranges", FieldType.Objects)
    {
        Range = (1, 10),
        Members = [Port("from_port") with { Required = true }, Port("to_port") with { Required = true }],
    };

    private static readonly IReadOnlyList<FieldRule> CheckSettings =
    [
        new("protocol", FieldType.Text) { Values = ["TCP", "UDP"] },
        Port("port"),
        new("interval", FieldType.Whole) { Range = (1, 60) },
        new("timeout", FieldType.Whole) { Range = (1, 60) },
        new("max_retries", FieldType.Whole) { Range = (1, 10) },
        new("enabled", FieldType.Truth),
    ];

    public static IReadOnlyList<FieldRule> CreateEndpointGroup { get; } =
    [
        Required(Name),
        Description,
        Dial,
        new("region_id", FieldType.Text) { Required = true, Range = (1, 36) },
        new("listeners", FieldType.Objects) { Required = true, Range = (1, 1), Members = [Id("id")] },
    ];

    public static IReadOnlyList<FieldRule> UpdateEndpointGroup { get; } = [Name, Description, Dial];

    public static IReadOnlyList<FieldRule> CreateEndpoint { get; } =
    [
        Id("resource_id"),
        new("resource_type", FieldType.Text)
        {
            Required = true,
            Values = ["EIP", "ECS", "ELB", "CUSTOM_IP", "CUSTOM_DOMAIN_NAME", "CUSTOM_EIP"],
        },
        new("ip_address", FieldType.Text) { Required = true, Range = (1, 64) },
        Weight,
    ];

    public static IReadOnlyList<FieldRule> UpdateEndpoint { get; } = [Weight];

    public static IReadOnlyList<FieldRule> CreateListener { get; } =
    [
        Required(Name),
        Description,
        new("protocol", FieldType.Text) { Required = true, Values = ["TCP", "UDP"] },
        Required(PortRanges),
        Affinity,
        Id("accelerator_id"),
    ];

    public static IReadOnlyList<FieldRule> UpdateListener { get; } = [Name, Description, PortRanges, Affinity];

    public static IReadOnlyList<FieldRule> CreateHealthCheck { get; } = [Id("endpoint_group_id"), .. CheckSettings.Select(Required)];

    public static IReadOnlyList<FieldRule> UpdateHealthCheck { get; } = CheckSettings;

    public static IReadOnlyList<FieldRule> CreateAccelerator { get; } =
    [
        Required(Name),
        Description,
        new("ip_sets", FieldType.Objects)
        {
            Required = true,
            Range = (1, 2),
            Members =
            [
                new("ip_type", FieldType.Text) { Required = true, Values = ["IPV4", "IPV6"] },
                new("area", FieldType.Text) { Values = ["OUTOFCM", "CM"] },
            ],
        },
        new("enterprise_project_id", FieldType.Text) { Range = (1, 36) },
    ];

    public static IReadOnlyList<FieldRule> UpdateAccelerator { get; } = [Name, Description];

    private static FieldRule Required(FieldRule rule) => rule with { Required = true };

    private static FieldRule Id(string name) => new(name, FieldType.Text) { Required = true, Range = (1, 36) };

    private static FieldRule Port(string name) => new(name, FieldType.Whole) { Range = (1, 65535) };

    [GeneratedRegex(@"^[A-Za-z0-9-]+\z")]
    private static partial Regex NameForm();

    [GeneratedRegex(@"^[^<>]*\z", RegexOptions.Singleline)]
    private static partial Regex NoAngles();
}
