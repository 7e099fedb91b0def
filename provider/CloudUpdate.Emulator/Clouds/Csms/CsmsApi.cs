using CloudUpdate.Emulator.Http;
using CloudUpdate.Emulator.State;
using CloudUpdate.Emulator.Validation;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.Clouds.Csms;

/// <summary>CSMS: event notifications of secrets. Everything is done at once; events are addressed by name.</summary>
internal sealed class CsmsApi : HuaweiApi
{
    private const string Events = "/v1/{project_id}/csms/events";
    private static readonly string[] NotificationMembers = ["target_type", "target_id", "target_name"];
    private const string Event = Events + "/{event_name}";

    public CsmsApi()
    {
        Routes =
        [
            Route("POST", Events, "createEvent", InProject(Create)),
            Route("GET", Events, "listEvents", InProject(List)),
            Route("GET", Event, "getEvent", InProject(Show)),
            Route("PUT", Event, "updateEvent", InProject(Update)),
            Route("DELETE", Event, "deleteEvent", InProject(Delete)),
            Route("GET", "/v1/{project_id}/csms/notification-records", "listRecords", InProject(ListRecords)),
        ];
    }

    public override string Name => "kms";

    public override string Title => "CSMS";

    public override IReadOnlyList<Route> Routes { get; }

    protected override Reply ServiceError(int status) => status switch
    {
        404 => Error(404, "CSMS.0005", "The resource does not exist."),
        403 => Error(403, "CSMS.EMU403", "Access denied."),
        504 => Error(504, "CSMS.EMU504", "Gateway timed out."),
        _ => Error(status, $"CSMS.EMU{status}", "The request failed."),
    };

    protected override Reply WrongMediaType() => Error(415, "CSMS.EMU415", "The media type is not supported.");

    protected override Reply EmptyBody() => Error(400, "CSMS.0003", "The request is invalid.");

    protected override Reply BrokenBody() => Error(400, "CSMS.0004", "The request body format is incorrect.");

    protected override Reply Invalid(Violation violation) =>
        Error(400, "CSMS.0002", $"The value of {violation.Path.Split('.', '[')[0]} is invalid.");

    private static Reply Error(int status, string code, string message) =>
        Reply.Of(status, new JObject { ["error"] = new JObject { ["error_code"] = code, ["error_msg"] = message } });

    private Reply Create(Call call)
    {
        if (!TryBody(call, CsmsRules.Create, out var body, out var refusal))
        {
            return refusal;
        }

        var name = (string)body["name"]!;
        if (call.Objects.Find(ObjectKinds.CsmsEvent, call["project_id"], name) is not null)
        {
            return Error(400, "CSMS.EMU409", "The event already exists.");
        }

        var key = ObjectKey.Of(call["project_id"], name);
        var data = KindCatalog.Completed(ObjectKinds.CsmsEvent, key, [], call.State);
        Take(data, body);
        return Answer(call, call.Objects.Put(ObjectKinds.CsmsEvent, key, data));
    }

    private Reply List(Call call) => ListOf(call, ObjectKinds.CsmsEvent, "events", "name");

    private Reply ListRecords(Call call) => ListOf(call, ObjectKinds.CsmsRecord, "records", "id");

    private Reply ListOf(Call call, string kind, string member, string marker)
    {
        if (!Paging.TryNumber(call.Request, "limit", 50, 1, 5000, out var limit))
        {
            return Invalid(new Violation("limit", "must be a number"));
        }

        var after = call.Request.QueryValue("marker");
        var all = call.Objects.Under(kind, call["project_id"]).ToList();
        var (page, next) = Paging.ByMarker(all, stored => stored.Text(marker)!, after, limit);
        return Reply.Of(200, new JObject
        {
            [member] = new JArray(page.Select(stored => Rendered(call, stored))),
            ["page_info"] = new JObject { ["next_marker"] = next, ["previous_marker"] = after ?? "", ["current_count"] = page.Count },
        });
    }

    private Reply Show(Call call) => BadName(call) ?? (Find(call) is { } stored ? Answer(call, stored) : Missing(call));

    private Reply Update(Call call)
    {
        if (BadName(call) is { } bad)
        {
            return bad;
        }

        if (Find(call) is not { } stored)
        {
            return Missing(call);
        }

        if (!TryBody(call, CsmsRules.Update, out var body, out var refusal))
        {
            return refusal;
        }

        var data = (JObject)stored.Data.DeepClone();
        Take(data, body);
        data["update_time"] = call.Now.ToUnixTimeMilliseconds();
        stored.Data = data;
        call.Objects.Touch();
        return Answer(call, stored);
    }

    private Reply Delete(Call call)
    {
        if (BadName(call) is { } bad)
        {
            return bad;
        }

        if (Find(call) is not { } stored)
        {
            return Missing(call);
        }

        var isUsed = call.Objects.Under(ObjectKinds.CsmsSecret, call["project_id"])
            .Any(secret => secret.Data["event_subscriptions"]?.Any(subscription => (string?)subscription == stored.Text("name")) == true);
        if (isUsed)
        {
            return Error(400, "CSMS.EMU423", "The event is used by a secret.");
        }

        call.Objects.Remove(stored);
        return Reply.Empty(204);
    }

    private Reply? BadName(Call call) =>
        CsmsRules.NameForm().IsMatch(call["event_name"]) ? null : Invalid(new Violation("event_name", "has a wrong form"));

    private static StoredObject? Find(Call call) => call.Objects.Find(ObjectKinds.CsmsEvent, call["project_id"], call["event_name"]);

    private Reply Missing(Call call) => call.Settings.CsmsMissingEventIs400 ? Error(404) with { Status = 400 } : Error(404);

    private static void Take(JObject data, JObject body)
    {
        foreach (var rule in CsmsRules.Update)
        {
            if (body[rule.Name] is { Type: not JTokenType.Null } value)
            {
                data[rule.Name] = value is JObject whole
                    ? new JObject(NotificationMembers.Select(member => new JProperty(member, whole[member])))
                    : value.DeepClone();
            }
        }
    }

    private static Reply Answer(Call call, StoredObject stored) => Reply.Of(200, new JObject { ["event"] = Rendered(call, stored) });

    private static JObject Rendered(Call call, StoredObject stored)
    {
        var rendered = Rendering.Public(stored.Data, "project_id");
        if (call.Settings.CsmsReordersEventTypes && rendered["event_types"] is JArray types)
        {
            rendered["event_types"] = new JArray(types.Reverse());
        }

        return rendered;
    }
}
