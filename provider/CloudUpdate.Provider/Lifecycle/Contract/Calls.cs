using System.Collections.Immutable;
using CloudUpdate.Protocol.Values;

namespace CloudUpdate.Provider.Lifecycle;

/// <summary>Which resource a call is about.</summary>
/// <param name="Urn">Its URN; empty only for functions.</param>
/// <param name="Type">Its type token, taken from the URN where the engine did not send it.</param>
/// <param name="Name">Its name, taken from the URN where the engine did not send it.</param>
internal sealed record ResourceAddress(string Urn, string Type, string Name);

/// <summary>How a name that the program left out is to be made.</summary>
internal enum AutonamingMode
{
    /// <summary>No wish of the engine's: the provider's own scheme.</summary>
    Own,

    /// <summary>The proposed name is a base to add a suffix to.</summary>
    Propose,

    /// <summary>The proposed name is used exactly.</summary>
    Enforce,

    /// <summary>No name may be made up.</summary>
    Disable,
}

/// <summary>Check of a resource or of the configuration.</summary>
/// <param name="Address">The resource.</param>
/// <param name="Olds">Its old inputs; empty where there are none.</param>
/// <param name="News">What the program gives; may hold unknowns and secrets.</param>
/// <param name="RandomSeed">Seed of everything made up, 32 bytes; empty where the engine sent none.</param>
/// <param name="Autonaming">How to make a name.</param>
/// <param name="ProposedName">The engine's name, for <see cref="AutonamingMode.Propose"/> and <see cref="AutonamingMode.Enforce"/>.</param>
internal sealed record CheckCall(
    ResourceAddress Address,
    PropertyMap Olds,
    PropertyMap News,
    ImmutableArray<byte> RandomSeed,
    AutonamingMode Autonaming = AutonamingMode.Own,
    string ProposedName = "");

/// <summary>Diff of a resource or of the configuration.</summary>
/// <param name="Address">The resource.</param>
/// <param name="Id">Its id; empty for the configuration.</param>
/// <param name="Olds">Old outputs.</param>
/// <param name="OldInputs">Old inputs; null where an older engine sent none.</param>
/// <param name="News">New, checked inputs.</param>
/// <param name="IgnoreChanges">Property paths whose differences are hidden.</param>
internal sealed record DiffCall(
    ResourceAddress Address,
    string Id,
    PropertyMap Olds,
    PropertyMap? OldInputs,
    PropertyMap News,
    ImmutableArray<string> IgnoreChanges);

/// <summary>Configuration that takes effect.</summary>
/// <param name="Args">The checked bag, secrets marked; null where only <paramref name="Variables"/> came.</param>
/// <param name="Variables">The older form, <c>cloudupdate:config:KEY</c> to text; used where <paramref name="Args"/> is null.</param>
internal sealed record ConfigureCall(PropertyMap? Args, ImmutableDictionary<string, string> Variables);

/// <summary>Creation or adoption.</summary>
/// <param name="Address">The resource.</param>
/// <param name="Inputs">Checked inputs; unknowns in preview only.</param>
/// <param name="Timeout">The user's limit; null for the default.</param>
/// <param name="Preview">Whether nothing may be changed.</param>
internal sealed record CreateCall(ResourceAddress Address, PropertyMap Inputs, TimeSpan? Timeout, bool Preview);

/// <summary>Reading: refresh has both bags, import has neither, a look-up gives what the program gave twice.</summary>
/// <param name="Address">The resource.</param>
/// <param name="Id">The id, in whatever form the user wrote it.</param>
/// <param name="OldInputs">Old inputs; null for an import.</param>
/// <param name="OldOutputs">Old outputs; null for an import.</param>
/// <param name="Timeout">The user's limit; null for the default.</param>
internal sealed record ReadCall(ResourceAddress Address, string Id, PropertyMap? OldInputs, PropertyMap? OldOutputs, TimeSpan? Timeout);

/// <summary>Update.</summary>
/// <param name="Address">The resource.</param>
/// <param name="Id">Its id.</param>
/// <param name="Olds">Old outputs.</param>
/// <param name="OldInputs">Old inputs; null where an older engine sent none.</param>
/// <param name="News">New, checked inputs.</param>
/// <param name="IgnoreChanges">Property paths to leave alone.</param>
/// <param name="Timeout">The user's limit; null for the default.</param>
/// <param name="Preview">Whether nothing may be changed.</param>
internal sealed record UpdateCall(
    ResourceAddress Address,
    string Id,
    PropertyMap Olds,
    PropertyMap? OldInputs,
    PropertyMap News,
    ImmutableArray<string> IgnoreChanges,
    TimeSpan? Timeout,
    bool Preview);

/// <summary>Deletion.</summary>
/// <param name="Address">The resource.</param>
/// <param name="Id">Its id.</param>
/// <param name="Olds">Old outputs.</param>
/// <param name="OldInputs">Old inputs; null where an older engine sent none.</param>
/// <param name="Timeout">The user's limit; null for the default.</param>
internal sealed record DeleteCall(ResourceAddress Address, string Id, PropertyMap Olds, PropertyMap? OldInputs, TimeSpan? Timeout);

/// <summary>Call of a data function.</summary>
/// <param name="Token">Its token.</param>
/// <param name="Args">Its arguments, without unknowns.</param>
/// <param name="Preview">Whether a preview asks.</param>
internal sealed record InvokeCall(string Token, PropertyMap Args, bool Preview);
