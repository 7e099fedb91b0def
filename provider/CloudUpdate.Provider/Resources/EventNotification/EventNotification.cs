using System.Collections.Immutable;
using CloudUpdate.Provider.Schema;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Resources;

/// <summary>CSMS event notification. Huawei Cloud API reference, Data Encryption Workshop, "Update an Event" and its neighbours.</summary>
internal static class EventNotification
{
    private const string Wrapper = "event";
    private const string Path = "/v1/{project_id}/csms/events";
    private const string OnePath = $"{Path}/{{event_name}}";

    // Above this a time is in milliseconds, whatever the documents say: in seconds it would be the year 5138.
    private const double LatestInSeconds = 1e11;

    private static readonly ObjectType s_notification = new(
        "EventNotificationTarget",
        "Where the notifications of an event go.",
        [
            Property.Member("target_type", new TextType { Values = [new("SMN", "A topic of Simple Message Notification.")] }, "Kind of the target: `SMN`.") with { Required = true },
            Property.Member("target_id", new TextType { MinLength = 1 }, "Id of the target, for example the URN of an SMN topic. The service does not check that it exists.") with { Required = true },
            Property.Member("target_name", new TextType { MinLength = 1 }, "Name of the target, for example that of the SMN topic.") with { Required = true },
        ]);

    private static readonly TextType s_eventType = new()
    {
        Values =
        [
            new("SECRET_VERSION_CREATED", "A version of a secret is created."),
            new("SECRET_VERSION_EXPIRED", "A version of a secret expires."),
            new("SECRET_ROTATED", "A secret is rotated."),
            new("SECRET_DELETED", "A secret is deleted."),
            new("SECRET_ROTATED_FAILED", "The rotation of a secret fails."),
        ],
    };

    /// <summary>The table.</summary>
    public static ResourceDefinition Table { get; } = new()
    {
        Token = "cloudupdate:csms:EventNotification",
        Title = "event notification",
        Service = "kms",
        IsRegional = true,
        Timeout = TimeSpan.FromMinutes(5),
        Identity = new IdentityDefinition(
            AdoptionDoor.ByFlag,
            [
                Property.Identity(
                    "event_name",
                    new TextType
                    {
                        MinLength = 1,
                        MaxLength = 64,
                        Pattern = new TextPattern("[A-Za-z0-9_-]*", "have letters, digits, underscores and hyphens only"),
                    },
                    "Name of the event notification: 1 to 64 letters, digits, underscores and hyphens.") with
                {
                    Usage = "Needed with `adopt`; default when created: made from the resource's name. Another name is another event notification.",
                    Autonamed = true,
                },
            ])
        { IdMember = "name" },
        Properties =
        [
            Property.Managed(
                "state",
                new TextType { Values = [new("ENABLED", "The event fires."), new("DISABLED", "The event does not fire.")] },
                "Whether the event fires: `ENABLED` or `DISABLED`.") with
            {
                Usage = "Needed to create an event notification.",
                RequiredToCreate = true, AlwaysPresent = true,
            },
            Property.Managed(
                "event_types",
                Property.Set(s_eventType) with { MinItems = 1, MaxItems = 12, RefusesRepeats = true },
                "What the event fires on, in any order, each once: `SECRET_VERSION_CREATED`, `SECRET_VERSION_EXPIRED`, `SECRET_ROTATED`, `SECRET_DELETED`, "
                + "`SECRET_ROTATED_FAILED`; others pass with a warning. 1 to 12.") with
            {
                Usage = "Needed to create an event notification.",
                RequiredToCreate = true, AlwaysPresent = true,
            },
            Property.Managed("notification", s_notification, "Where the notifications go.") with
            {
                Usage = "Needed to create an event notification.",
                RequiredToCreate = true, AlwaysPresent = true,
            },
            Property.Computed("event_id", Property.Text, "Id of the event notification, for information: it is addressed by its name."),
            Property.Computed("create_time", Property.Number, "When the event notification was created, in milliseconds since 1970-01-01 UTC."),
            Property.Computed("update_time", Property.Number, "When the event notification was last updated, in milliseconds since 1970-01-01 UTC.") with
            {
                Volatility = Volatility.ChangesOnWrite,
            },
        ],
        Read = new Operation("ShowSecretEvent", HttpMethod.Get, OnePath) { AnswerWrapper = Wrapper },
        Create = new Operation("CreateSecretEvent", HttpMethod.Post, Path) { AnswerWrapper = Wrapper, AnswerIsFinal = true },
        Update = new Operation("UpdateSecretEvent", HttpMethod.Put, OnePath) { AnswerWrapper = Wrapper, AnswerIsFinal = true },
        Delete = new Operation("DeleteSecretEvent", HttpMethod.Delete, OnePath),
        List = new ListOperation("ListSecretEvents", Path, "events", Paging.Marker),
        Incoming = InMilliseconds,
    };

    /// <summary>Its functions.</summary>
    public static ImmutableArray<FunctionDefinition> Functions { get; } =
    [
        Lookups.One(Table, "Looks up one event notification of the Cloud Secret Management Service by its name."),
        Lookups.Many(Table, "EventNotifications", "Lists the event notifications of the Cloud Secret Management Service in a project.", []),
    ];

    private static JObject InMilliseconds(JObject json)
    {
        foreach (var member in new[] { "create_time", "update_time" })
        {
            if (json[member] is JValue { Type: JTokenType.Integer or JTokenType.Float } time && (double)time < LatestInSeconds)
            {
                json[member] = (double)time * 1000;
            }
        }

        return json;
    }
}
