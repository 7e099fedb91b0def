using System.Collections.Immutable;
using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Clouds;

namespace CloudUpdate.Provider.Resources;

/// <summary>Creates and deletes the objects of a resource whose API can.</summary>
internal interface IObjectMaker
{
    /// <summary>Objects that these inputs would clash with or could be mistaken for.</summary>
    Task<ImmutableArray<ObjectTarget>> FindTwinsAsync(PropertyMap inputs, EffectiveLocation location, CallScope scope);

    /// <summary>Creates an object and says which; the twins that existed before are told apart from it after a lost answer.</summary>
    Task<MadeObject> CreateAsync(PropertyMap inputs, EffectiveLocation location, ImmutableArray<ObjectTarget> twins, CallScope scope);

    /// <summary>The object that a creation without an answer made: the one that was not among the twins before; null if there is none, or more than one.</summary>
    Task<ObjectTarget?> FindMadeAsync(PropertyMap inputs, EffectiveLocation location, ImmutableArray<ObjectTarget> twins, CallScope scope);

    /// <summary>Asks for the object to be deleted; one that is gone is deleted already.</summary>
    Task DeleteAsync(ObjectTarget target, CallScope scope);
}

/// <summary>An object that was just created.</summary>
/// <param name="Target">Which it is.</param>
/// <param name="Live">The object, where the answer shows it in its final form.</param>
internal sealed record MadeObject(ObjectTarget Target, LiveObject? Live);
