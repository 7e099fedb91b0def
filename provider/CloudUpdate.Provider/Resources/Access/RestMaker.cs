using System.Collections.Immutable;
using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Clouds;
using CloudUpdate.Provider.Values;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Resources;

/// <summary>Creates and deletes objects by the table alone.</summary>
/// <param name="definition">The table.</param>
internal sealed class RestMaker(ResourceDefinition definition) : IObjectMaker
{
    private readonly RestCalls _calls = new(definition);
    private readonly RestDriver _driver = new(definition);
    private readonly RestLister _lister = new(definition);
    private readonly IdCodec _ids = new(definition);

    /// <inheritdoc/>
    public async Task<ImmutableArray<ObjectTarget>> FindTwinsAsync(PropertyMap inputs, EffectiveLocation location, CallScope scope)
    {
        if (definition.Twin is not { } twin)
        {
            var target = Target(inputs, location);
            return await _driver.ReadAsync(target, inputs, scope) is null ? [] : [target];
        }

        var twins = ImmutableArray.CreateBuilder<ObjectTarget>();
        await foreach (var item in _lister.ListAsync(location, twin.Query(inputs), scope))
        {
            if (twin.Matches(inputs, item.Outputs))
            {
                twins.Add(Target(item.Outputs, location));
            }
        }

        return twins.ToImmutable();
    }

    /// <inheritdoc/>
    public async Task<MadeObject> CreateAsync(
        PropertyMap inputs, EffectiveLocation location, ImmutableArray<ObjectTarget> twins, CallScope scope)
    {
        var operation = definition.Create ?? throw new InvalidOperationException($"{definition.Token} cannot be created.");
        var request = _calls.Request(operation, Target(inputs, location), scope, Body(inputs)) with
        {
            ReadBack = cancellation => ReadBackAsync(inputs, location, twins, scope with { Cancellation = cancellation }),
        };
        var answer = await scope.Client.SendAsync(request, scope.Cancellation);
        return Made(operation, inputs, location, answer);
    }

    /// <inheritdoc/>
    public async Task<ObjectTarget?> FindMadeAsync(
        PropertyMap inputs, EffectiveLocation location, ImmutableArray<ObjectTarget> twins, CallScope scope) =>
        await AddedAsync(inputs, location, twins, scope) is [var made] ? made : null;

    /// <inheritdoc/>
    public async Task DeleteAsync(ObjectTarget target, CallScope scope)
    {
        var operation = definition.Delete ?? throw new InvalidOperationException($"{definition.Token} cannot be deleted.");
        try
        {
            await _calls.SendAsync(operation, target, scope, repeatable: true);
        }
        catch (CloudException error) when (definition.IsGone(error))
        {
            // What is gone is deleted already.
        }
    }

    private MadeObject Made(Operation operation, PropertyMap inputs, EffectiveLocation location, CloudResponse answer)
    {
        var json = answer.Body is JObject ? RestCalls.Unwrap(operation, answer) : [];
        var target = definition.Identity.IsAssigned ? Assigned(operation, json, inputs, location, answer) : Target(inputs, location);
        return new MadeObject(target, operation.AnswerIsFinal && json.HasValues && !answer.FromReadBack ? _calls.Live(operation, target, answer) : null);
    }

    private ObjectTarget Assigned(Operation operation, JObject json, PropertyMap inputs, EffectiveLocation location, CloudResponse answer)
    {
        var id = RestCalls.Text(json, definition.Identity.IdMember) ?? throw new ResourceException(
            ResourceProblem.UnexpectedAnswer,
            $"The answer of {operation.Name} does not say which {definition.Title} was created (request id {answer.RequestId ?? "none"}). "
            + "It may exist; look for it before creating it again.");
        return Target(inputs.With(definition.Identity.Own.Name, PropertyValue.Of(id)), location);
    }

    private ObjectTarget Target(PropertyMap bag, EffectiveLocation location)
    {
        var parts = PropertyMap.Of(definition.Identity.Segments
            .Where(segment => bag.ContainsKey(segment.Name))
            .Select(segment => KeyValuePair.Create(segment.Name, bag[segment.Name].Unwrapped)));
        return new ObjectTarget(_ids.Format(parts), location, parts);
    }

    private JObject Body(PropertyMap inputs)
    {
        var body = WireEncoder.Object(definition.Properties.Where(property => property.IsInput), inputs);
        if (definition.Identity.Door is AdoptionDoor.ByFlag && inputs.Get(definition.Identity.Own.Name) is { } name)
        {
            body.AddFirst(new JProperty(definition.Identity.IdMember, WireEncoder.Value(definition.Identity.Own.Type, name)));
        }

        return definition.ComposeCreate?.Invoke(inputs, body) ?? body;
    }

    private async Task<List<ObjectTarget>> AddedAsync(
        PropertyMap inputs, EffectiveLocation location, ImmutableArray<ObjectTarget> before, CallScope scope)
    {
        var now = await FindTwinsAsync(inputs, location, scope);
        var known = before.Select(twin => twin.Id).ToHashSet();
        return [.. now.Where(twin => !known.Contains(twin.Id))];
    }

    // After a lost answer: an object that was not there before, and is what we asked for, is ours.
    private async Task<ReadBack> ReadBackAsync(
        PropertyMap inputs, EffectiveLocation location, ImmutableArray<ObjectTarget> before, CallScope scope)
    {
        return await AddedAsync(inputs, location, before, scope) switch
        {
            [] => ReadBack.NotTaken,
            [var made] => ReadBack.Taken(Answer(made)),
            _ => ReadBack.Unclear,
        };
    }

    private CloudResponse Answer(ObjectTarget made)
    {
        var core = new JObject(new JProperty(definition.Identity.IdMember, made.Part(definition.Identity.Own.Name)));
        var wrapped = definition.Create?.AnswerWrapper is { } wrapper ? new JObject(new JProperty(wrapper, core)) : core;
        return new CloudResponse(200, wrapped) { FromReadBack = true };
    }
}
