using System.Collections.Immutable;
using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Clouds;
using CloudUpdate.Provider.Schema;
using CloudUpdate.Provider.Values;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Resources;

/// <summary>
/// A resource as a table: its properties, its calls, how it waits, and where its API is odd. Everything else (schema, check, diff,
/// adoption, bodies, waiting, restoring, import) follows from it.
/// </summary>
internal sealed record ResourceDefinition
{
    /// <summary>Type token, <c>package:module:Name</c>.</summary>
    public required string Token { get; init; }

    /// <summary>What people call one of them, for example <c>endpoint group</c>.</summary>
    public required string Title { get; init; }

    /// <summary>The cloud service, as in <see cref="CloudRequest.Service"/>.</summary>
    public required string Service { get; init; }

    /// <summary>What tells one object from another.</summary>
    public required IdentityDefinition Identity { get; init; }

    /// <summary>Everything but identity, location and settings.</summary>
    public required ImmutableArray<PropertyDefinition> Properties { get; init; }

    /// <summary>Whether the object lives in a region and project that the program may choose.</summary>
    public bool IsRegional { get; init; }

    /// <summary>Documentation as Markdown; null for the README of the resource's folder.</summary>
    public string? Documentation { get; init; }

    /// <summary>Reads one object.</summary>
    public required Operation Read { get; init; }

    /// <summary>Updates one object.</summary>
    public required Operation Update { get; init; }

    /// <summary>Creates an object; null where the API cannot.</summary>
    public Operation? Create { get; init; }

    /// <summary>Deletes an object; null where the API cannot.</summary>
    public Operation? Delete { get; init; }

    /// <summary>Lists objects; null where nothing needs it.</summary>
    public ListOperation? List { get; init; }

    /// <summary>How the object says where it stands; null where every call is final when it answers.</summary>
    public StateRules? States { get; init; }

    /// <summary>Longest time for one operation where the user sets none.</summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>Longest time for which a read may lag behind a write.</summary>
    public TimeSpan ReadLag { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether an update sends all managed properties instead of the changed ones.</summary>
    public bool UpdateSendsWhole { get; init; }

    /// <summary>Property whose value says which others exist; null for none.</summary>
    public string? Discriminator { get; init; }

    /// <summary>How to find the object that a create call makes; null where the user names it.</summary>
    public TwinRule? Twin { get; init; }

    /// <summary>Rules across inputs, beyond what each property says for itself.</summary>
    public ImmutableArray<Func<CheckedInputs, IEnumerable<Finding>>> Rules { get; init; } = [];

    /// <summary>Reshapes an answer before it is read; null for none.</summary>
    public Func<JObject, JObject>? Incoming { get; init; }

    /// <summary>Reshapes or replaces the body of an update; null for none.</summary>
    public Func<UpdateBody, JObject>? ComposeUpdate { get; init; }

    /// <summary>Reshapes the body of a create call, given the inputs; null for none.</summary>
    public Func<PropertyMap, JObject, JObject>? ComposeCreate { get; init; }

    /// <summary>Whether an error of the read call says that the object does not exist.</summary>
    public Func<CloudException, bool> IsGone { get; init; } = error => error.Kind is CloudErrorKind.NotFound;

    /// <summary>What the user should know or do about an error of this API; null, or an answer of null, for nothing beyond its own words.</summary>
    public Func<CloudException, string?>? Explain { get; init; }

    /// <summary>Whether an object with the new inputs clashes with the old one although its address is another: old inputs or outputs first.</summary>
    public Func<PropertyMap, PropertyMap, bool> Collides { get; init; } = (_, _) => false;

    /// <summary>What a user should know before the object with these outputs is replaced; null for nothing.</summary>
    public Func<PropertyMap, string?>? ReplacementWarning { get; init; }

    /// <summary>What writes to the object are serialised by, from its target; null, or a key of null, where nothing is.</summary>
    public Func<ObjectTarget, string?>? ParentKey { get; init; }

    /// <summary>How the object is reached where calls by the table do not do; null for the table.</summary>
    public Func<ResourceDefinition, IObjectDriver>? Driver { get; init; }

    /// <summary>The title with its article.</summary>
    public string One => "aeiou".Contains(Title[0], StringComparison.OrdinalIgnoreCase) ? $"an {Title}" : $"a {Title}";

    /// <summary>Module part of the token.</summary>
    public string Module => Token.Split(':')[1];

    /// <summary>Name part of the token.</summary>
    public string Name => Token.Split(':')[2];

    /// <summary>Whether an object with the new inputs cannot exist beside the old one: it has the same address, or clashes otherwise.</summary>
    public bool IsInTheWay(PropertyMap old, PropertyMap @new) => Collides(old, @new)
        || (Identity.Door is AdoptionDoor.ByFlag && Identity.Parts.All(part => Same.Value(part.Type, old.Get(part.Name), @new.Get(part.Name))));

    /// <summary>Properties that the update call can set.</summary>
    public ImmutableArray<PropertyDefinition> Managed => [.. Properties.Where(property => property.Role is PropertyRole.Managed)];

    /// <summary>Properties that only the create call takes.</summary>
    public ImmutableArray<PropertyDefinition> CreationOnly => [.. Properties.Where(property => property.Role is PropertyRole.Creation)];

    /// <summary>The properties that an object of this kind has; a kind that no table lists has every property.</summary>
    public IEnumerable<PropertyDefinition> PropertiesOf(string? kind) =>
        kind is null || !Properties.Any(property => property.Variants.Contains(kind) || ListsKind(property, kind))
            ? Properties
            : Properties.Where(property => property.Variants.IsEmpty || property.Variants.Contains(kind));

    private bool ListsKind(PropertyDefinition property, string kind) =>
        property.Name == Discriminator && property.Type is TextType text && text.Values.Any(value => value.Value == kind);

    /// <summary>Everything a program can give.</summary>
    public ImmutableArray<PropertyDefinition> Inputs =>
        [.. Identity.Parts, .. Settings.Location(this), .. Properties.Where(property => property.IsInput), .. Settings.Of(this)];

    /// <summary>Everything the resource shows.</summary>
    public ImmutableArray<PropertyDefinition> Outputs =>
        [.. Identity.Parts, .. Settings.Location(this), .. Properties.Where(property => property.IsOutput), Settings.OwnershipOutput];
}
