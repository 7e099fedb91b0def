using System.Text.RegularExpressions;
using CloudUpdate.Emulator.Validation;

namespace CloudUpdate.Emulator.Clouds.Csms;

/// <summary>Constraints of the request bodies, as in Huawei Cloud's API reference for Data Encryption Workshop.</summary>
internal static partial class CsmsRules
{
    private static readonly FieldRule State = new("state", FieldType.Text) { Values = ["ENABLED", "DISABLED"] };

    private static readonly FieldRule EventTypes = new("event_types", FieldType.Texts)
    {
        Range = (1, 12),
        Unique = true,
        Values =
        [
            "SECRET_VERSION_CREATED", "SECRET_VERSION_EXPIRED", "SECRET_ROTATED", "SECRET_DELETED", "SECRET_ROTATED_FAILED",
        ],
    };

    /// <summary>Replaced as a whole, so all three members are needed. No form is asked of the target's id: the examples break any.</summary>
    private static readonly FieldRule Notification = new("notification", FieldType.Object)
    {
        Members =
        [
            new("target_type", FieldType.Text) { Required = true, Range = (1, 64) },
            new("target_id", FieldType.Text) { Required = true, Range = (1, 255) },
            new("target_name", FieldType.Text) { Required = true, Range = (1, 255) },
        ],
    };

    public static IReadOnlyList<FieldRule> Update { get; } = [State, EventTypes, Notification];

    public static IReadOnlyList<FieldRule> Create { get; } =
        [new("name", FieldType.Text) { Required = true, Range = (1, 64), Pattern = NameForm() }, .. Update.Select(rule => rule with { Required = true })];

    [GeneratedRegex(@"^[a-zA-Z0-9_-]{1,64}\z")]
    public static partial Regex NameForm();
}
