using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;

namespace Pulumi;

/// <summary>What the requests to read and to register a resource have in common.</summary>
internal sealed record PreparedResource(
    Struct Properties,
    string ParentUrn,
    string ProviderReference,
    ImmutableHashSet<string> Dependencies,
    ImmutableDictionary<string, HashSet<string>> PropertyDependencies);
