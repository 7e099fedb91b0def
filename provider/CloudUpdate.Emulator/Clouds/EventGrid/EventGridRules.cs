using System.Text.RegularExpressions;
using CloudUpdate.Emulator.Validation;

namespace CloudUpdate.Emulator.Clouds.EventGrid;

/// <summary>Constraints of the request bodies, as in Huawei Cloud's API reference for EventGrid.</summary>
internal static partial class EventGridRules
{
    private static readonly FieldRule Name = new("name", FieldType.Text) { Range = (1, 128), Pattern = NameForm() };
    private static readonly FieldRule Description = new("description", FieldType.Text) { Range = (0, 256) };

    private static readonly IReadOnlyList<FieldRule> PublicAccess =
    [
        new("public_access_enabled", FieldType.Truth),
        new("nat_id", FieldType.Text) { Range = (1, 64), StrictPattern = Uuid() },
        new("eip_id", FieldType.Text) { Range = (1, 64), StrictPattern = Uuid() },
    ];

    public static IReadOnlyList<FieldRule> Create { get; } =
    [
        Name with { Required = true },
        Description,
        new("source_type", FieldType.Text) { Required = true, Range = (1, 64) },
        new("sink_type", FieldType.Text) { Required = true, Range = (1, 64) },
        new("vpc_id", FieldType.Text) { Required = true, Range = (1, 64), StrictPattern = Uuid() },
        new("subnet_id", FieldType.Text) { Required = true, Range = (1, 64), StrictPattern = Uuid() },
        new("zone_names", FieldType.Text) { Range = (1, 1024) },
        new("flavor", FieldType.Text) { Values = ["small", "medium", "large", "xlarge"] },
        .. PublicAccess,
    ];

    public static IReadOnlyList<FieldRule> Update { get; } = [Name, Description, .. PublicAccess];

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._-]*\z")]
    private static partial Regex NameForm();

    [GeneratedRegex(@"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\z")]
    private static partial Regex Uuid();
}
