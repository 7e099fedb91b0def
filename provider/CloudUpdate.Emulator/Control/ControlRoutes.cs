using System.Globalization;
using CloudUpdate.Emulator.Http;
using CloudUpdate.Emulator.State;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.Control;

/// <summary>The routes under <c>/_emulator</c>, which do over HTTP what <see cref="EmulatorServer"/> does in C#.</summary>
internal sealed class ControlRoutes(EmulatorServer server)
{
    private const int BodyLimit = 16 * 1024 * 1024;

    public void Map(IEndpointRouteBuilder routes)
    {
        var control = routes.MapGroup("/_emulator");
        control.MapGet("/objects", (HttpContext context) => SendAsync(context, ListObjects()));
        control.MapPost("/objects", (HttpContext context) => WithBodyAsync(context, Seed));
        control.MapGet("/objects/{kind}", (HttpContext context, string kind) => SendAsync(context, ListObjects(kind)));
        control.MapGet("/objects/{kind}/{**key}", (HttpContext context, string kind) => SendAsync(context, GetObject(kind, Key(context))));
        control.MapPut("/objects/{kind}/{**key}", (HttpContext context, string kind) => WithBodyAsync(context, body => PutObject(kind, Key(context), body)));
        control.MapPatch("/objects/{kind}/{**key}", (HttpContext context, string kind) => WithBodyAsync(context, body => ChangeObject(kind, Key(context), body)));
        control.MapDelete("/objects/{kind}/{**key}", (HttpContext context, string kind) => SendAsync(context, RemoveObject(kind, Key(context))));
        control.MapGet("/time", (HttpContext context) => SendAsync(context, Time()));
        control.MapPost("/time", (HttpContext context) => WithBodyAsync(context, Advance));
        control.MapGet("/settings", (HttpContext context) => SendAsync(context, Reply.Of(200, EmulatorJson.From(server.Settings))));
        control.MapPatch("/settings", (HttpContext context) => WithBodyAsync(context, ChangeSettings));
        control.MapGet("/journal", (HttpContext context) => SendAsync(context, Journal(context)));
        control.MapDelete("/journal", (HttpContext context) => SendAsync(context, Done(server.Journal.Clear)));
        control.MapGet("/faults", (HttpContext context) => SendAsync(context, ListFaults()));
        control.MapPost("/faults", (HttpContext context) => WithBodyAsync(context, AddFault));
        control.MapDelete("/faults", (HttpContext context) => SendAsync(context, Done(server.Faults.Clear)));
        control.MapDelete("/faults/{id:int}", (HttpContext context, int id) => SendAsync(context, server.Faults.Remove(id) ? Reply.Empty(204) : NotFound()));
        control.MapPost("/reset", (HttpContext context) => SendAsync(context, Done(server.Reset)));
        control.Map("/{**other}", (HttpContext context) => SendAsync(context, NotFound()));
    }

    private Reply ListObjects(string? kind = null)
    {
        var objects = kind is null ? server.Objects.List() : server.Objects.List(kind);
        return Reply.Of(200, new JObject
        {
            ["objects"] = new JArray(objects.Select(item => new JObject
            {
                ["kind"] = item.Kind,
                ["key"] = KindCatalog.Check(item.Kind, item.Key).IsKeySecret ? Redaction.Mask : item.Key,
                ["data"] = Redaction.Masked(item.Data),
            })),
        });
    }

    private Reply Seed(JObject body)
    {
        var seed = EmulatorSeed.Parse(body.ToString());
        server.Objects.Put(seed);
        return Reply.Of(200, new JObject { ["objects"] = seed.Objects.Count });
    }

    private Reply GetObject(string kind, string key) =>
        server.Objects.Get(kind, key) is { } data ? Reply.Of(200, Redaction.Masked(data)) : NotFound();

    private Reply PutObject(string kind, string key, JObject body)
    {
        server.Objects.Put(kind, key, body);
        return GetObject(kind, key);
    }

    private Reply ChangeObject(string kind, string key, JObject body) => server.Objects.Change(kind, key, body) ? GetObject(kind, key) : NotFound();

    private Reply RemoveObject(string kind, string key) => server.Objects.Remove(kind, key) ? Reply.Empty(204) : NotFound();

    private Reply Time() => Reply.Of(200, new JObject { ["now"] = Timestamps.Milliseconds(server.Now) });

    private Reply Advance(JObject body)
    {
        if (body["advanceSeconds"] is not JValue { Type: JTokenType.Integer or JTokenType.Float } seconds || (double)seconds is < 0 or > 1e9)
        {
            throw new FormatException("The body is {\"advanceSeconds\": n} with n not negative.");
        }

        server.AdvanceTime(TimeSpan.FromSeconds((double)seconds));
        return Time();
    }

    private Reply ChangeSettings(JObject body)
    {
        server.Settings = EmulatorJson.To<EmulatorSettings>(MergePatch.Apply(EmulatorJson.From(server.Settings), body));
        return Reply.Of(200, EmulatorJson.From(server.Settings));
    }

    private Reply Journal(HttpContext context)
    {
        var after = long.TryParse(context.Request.Query["after"], NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? sequence : 0;
        return Reply.Of(200, new JObject { ["entries"] = new JArray(server.Journal.After(after).Select(JournalJson.From)) });
    }

    private Reply ListFaults() => Reply.Of(200, new JObject
    {
        ["faults"] = new JArray(server.Faults.All.Select(fault =>
        {
            var json = EmulatorJson.From(fault.Fault);
            json["id"] = fault.Id;
            json["seen"] = fault.Seen;
            json["hits"] = fault.Hits;
            json["spent"] = fault.IsSpent;
            return json;
        })),
    });

    private Reply AddFault(JObject body) => Reply.Of(201, new JObject { ["id"] = server.Faults.Add(EmulatorJson.To<Fault>(body)) });

    private static Reply Done(Action action)
    {
        action();
        return Reply.Empty(204);
    }

    private static Reply NotFound() => Error(404, "There is nothing here.");

    private static Reply Error(int status, string message) => Reply.Of(status, new JObject { ["error"] = message });

    /// <summary>The key as it stands in the path: its parts stay encoded, unlike what routing makes of them.</summary>
    private static string Key(HttpContext context) => ReceivedRequest.RawPathOf(context).Split('/', 5).ElementAtOrDefault(4) ?? "";

    private static Task SendAsync(HttpContext context, Reply reply) => Responder.SendAsync(context, reply);

    private static async Task WithBodyAsync(HttpContext context, Func<JObject, Reply> action)
    {
        var request = await ReceivedRequest.ReadAsync(context, BodyLimit).ConfigureAwait(false);
        await SendAsync(context, Answer(context, request, action)).ConfigureAwait(false);
    }

    private static Reply Answer(HttpContext context, ReceivedRequest request, Func<JObject, Reply> action)
    {
        // A page in somebody's browser can send other types to a local address, but not this one.
        if (!context.Request.HasJsonContentType())
        {
            return Error(415, "The content type must be application/json.");
        }

        if (request.IsTooLong || !JsonBody.TryParse(request.Body, out var token) || token is not JObject body)
        {
            return Error(400, "The body must be a JSON object.");
        }

        try
        {
            return action(body);
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            return Error(400, exception.Message);
        }
    }
}
