using System.Text.RegularExpressions;
using CloudUpdate.Emulator.Validation;

namespace CloudUpdate.Emulator.Clouds.Css;

/// <summary>Constraints of the request bodies, as in Huawei Cloud's API reference for Cloud Search Service. Older camelCase names are taken too.</summary>
internal static partial class CssRules
{
    public static IReadOnlyList<FieldRule> Decide { get; } =
    [
        new("action", FieldType.Text) { Required = true, Values = ["receive", "reject"] },
        new("endpoint_id_list", FieldType.Texts) { Required = true, Range = (1, 1000), Pattern = Uuid(), Alias = "endpointIdList" },
    ];

    public static IReadOnlyList<FieldRule> Open { get; } =
    [
        new("endpoint_with_dns_name", FieldType.Truth) { Alias = "endpointWithDnsName" },
        new("profession_vpcep", FieldType.Truth),
        new("dualstack_enable", FieldType.Truth),
    ];

    public static IReadOnlyList<FieldRule> Permissions { get; } =
        [new("vpc_permissions", FieldType.Texts) { Required = true, Range = (0, 1000), Alias = "vpcPermissions" }];

    [GeneratedRegex(@"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\z")]
    private static partial Regex Uuid();
}
