using CloudUpdate.Emulator.Http;
using CloudUpdate.Emulator.State;
using CloudUpdate.Emulator.Validation;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.Clouds.GlobalAccelerator;

/// <summary>One kind of Global Accelerator object, all of which are created, polled, updated and deleted alike.</summary>
/// <param name="Kind">One of <see cref="ObjectKinds"/>.</param>
/// <param name="Noun">Wrapper member of bodies, e.g. <c>endpoint_group</c>.</param>
/// <param name="Plural">Member of lists.</param>
/// <param name="Path">Path of the collection.</param>
/// <param name="IdParameter">Path parameter of one object.</param>
/// <param name="Create">Rules of the create body.</param>
/// <param name="Update">Rules of the update body.</param>
internal sealed record GaCollection(
    string Kind,
    string Noun,
    string Plural,
    string Path,
    string IdParameter,
    IReadOnlyList<FieldRule> Create,
    IReadOnlyList<FieldRule> Update)
{
    /// <summary>Part of the operation's name, e.g. <c>EndpointGroup</c>.</summary>
    public string Operation => string.Concat(Noun.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    /// <summary>Path parameter of the parent; null where objects have no parent in their path.</summary>
    public string? ParentParameter { get; init; }

    /// <summary>Members that the create answer adds to what was sent, with their first values.</summary>
    public required Func<EmulatorState, JObject> Defaults { get; init; }

    /// <summary>What must exist for a create, as kind and id; or why it cannot be.</summary>
    public Func<Call, JObject, GaRefusal?> CreateRefusal { get; init; } = (_, _) => null;

    /// <summary>What stands in the way of a delete.</summary>
    public Func<Call, StoredObject, GaRefusal?> DeleteRefusal { get; init; } = (_, _) => null;

    /// <summary>Members by which lists can be filtered.</summary>
    public IReadOnlyList<string> Filters { get; init; } = ["id", "name", "status"];

    public string[] Key(Call call, string id) => ParentParameter is null ? [id] : [call[ParentParameter], id];
}
