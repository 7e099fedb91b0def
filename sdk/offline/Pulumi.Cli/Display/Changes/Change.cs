using System.Collections.Immutable;
using CloudUpdate.Protocol.Values;

namespace Pulumi.Cli.Display.Changes;

/// <summary>How a property differs between two states of a resource.</summary>
/// <param name="Replaces">Whether this difference alone forces the resource to be replaced.</param>
internal abstract record Change(bool Replaces);

/// <summary>A property that only the new state has.</summary>
internal sealed record Added(PropertyValue Value, bool Replaces = false) : Change(Replaces);

/// <summary>A property that only the old state has.</summary>
internal sealed record Removed(PropertyValue Value, bool Replaces = false) : Change(Replaces);

/// <summary>A property with another value.</summary>
internal sealed record Updated(PropertyValue Old, PropertyValue New, bool Replaces = false) : Change(Replaces);

/// <summary>A property whose change the resource asks not to show.</summary>
internal sealed record Hidden(bool Replaces = false) : Change(Replaces);

/// <summary>A map or list with changes inside.</summary>
/// <param name="IsList">Whether the labels are indexes.</param>
/// <param name="Members">The changed members by label, in display order; a label is a key, or an index in brackets.</param>
internal sealed record Nested(bool IsList, ImmutableArray<KeyValuePair<string, Change>> Members)
    : Change(Members.Any(member => member.Value.Replaces));
