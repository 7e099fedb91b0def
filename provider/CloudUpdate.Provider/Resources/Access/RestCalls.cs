using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Clouds;
using CloudUpdate.Provider.Schema;
using CloudUpdate.Provider.Values;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Resources;

/// <summary>Makes the calls of a table and reads their answers.</summary>
/// <param name="definition">The table.</param>
internal sealed class RestCalls(ResourceDefinition definition)
{
    /// <summary>Makes a call about one object.</summary>
    public Task<CloudResponse> SendAsync(
        Operation operation, ObjectTarget target, CallScope scope, JObject? body = null, bool repeatable = false) =>
        scope.Client.SendAsync(Request(operation, target, scope, body) with { Repeatable = repeatable }, scope.Cancellation);

    /// <summary>The request of a call about one object.</summary>
    public CloudRequest Request(Operation operation, ObjectTarget target, CallScope scope, JObject? body = null) => new()
    {
        Service = definition.Service,
        Operation = operation.Name,
        Method = operation.Method,
        PathTemplate = operation.Path,
        PathValues = definition.Identity.Parts.Where(part => operation.Path.Contains($"{{{part.Wire}}}", StringComparison.Ordinal))
            .ToDictionary(part => part.Wire, part => target.Part(part.Name)),
        Body = body is null || operation.RequestWrapper is not { } wrapper ? body : new JObject(new JProperty(wrapper, body)),
        Region = target.Location.Region,
        ProjectId = target.Location.ProjectId,
        Deadline = scope.Deadline,
        BusyCodes = operation.BusyCodes,
        Urn = scope.Urn.Length == 0 ? null : scope.Urn,
        Secrets = scope.Secrets.Values,
        SecretNames = scope.Secrets.Members,
    };

    /// <summary>The object in an answer.</summary>
    /// <exception cref="ResourceException">The answer holds no such object.</exception>
    public LiveObject Live(Operation operation, ObjectTarget target, CloudResponse answer)
    {
        var json = Unwrap(operation, answer);
        try
        {
            return Live(json, target) with { RequestId = answer.RequestId };
        }
        catch (WireFormatException error)
        {
            throw Unexpected(operation, error.Message, answer);
        }
    }

    /// <summary>The object that an item of a list, or the core of an answer, describes.</summary>
    /// <exception cref="WireFormatException">A member has another type than documented.</exception>
    public LiveObject Live(JObject json, ObjectTarget target)
    {
        json = definition.Incoming?.Invoke(json) ?? json;
        var properties = definition.PropertiesOf(Text(json, definition.Discriminator)).ToList();
        return new LiveObject(WireDecoder.Object(properties.Where(property => property.IsOutput), json).With(target.Parts))
        {
            Hidden = [.. Hidden(properties, json, PropertyPath.Root)],
            State = Text(json, definition.States?.Member),
            Code = Text(json, definition.States?.CodeMember),
            Reason = Text(json, definition.States?.ReasonMember),
        };
    }

    /// <summary>The core of an answer.</summary>
    /// <exception cref="ResourceException">There is none.</exception>
    public static JObject Unwrap(Operation operation, CloudResponse answer)
    {
        var core = operation.AnswerWrapper is { } wrapper ? (answer.Body as JObject)?[wrapper] : answer.Body;
        return core as JObject ?? throw Unexpected(operation, "it holds no object", answer);
    }

    /// <summary>A text member; null where it is missing, null or empty.</summary>
    public static string? Text(JObject json, string? member) =>
        member is not null && json[member] is JValue { Type: JTokenType.String } value && (string?)value is { Length: > 0 } text ? text : null;

    private static IEnumerable<PropertyPath> Hidden(IEnumerable<PropertyDefinition> definitions, JObject json, PropertyPath at)
    {
        foreach (var definition in definitions)
        {
            var path = at.Append(definition.Name);
            if (definition.MayBeHidden && !json.ContainsKey(definition.Wire))
            {
                yield return path;
            }
            else if (definition.Type is ObjectType type && json[definition.Wire] is JObject members)
            {
                foreach (var hidden in Hidden(type.Properties, members, path))
                {
                    yield return hidden;
                }
            }
        }
    }

    private static ResourceException Unexpected(Operation operation, string why, CloudResponse answer) =>
        new(ResourceProblem.UnexpectedAnswer, $"The answer of {operation.Name} makes no sense: {why} (request id {answer.RequestId ?? "none"}).");
}
