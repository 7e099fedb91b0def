using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Pulumi.Engine.State;

namespace Pulumi.Engine.Deployment;

/// <summary>The resources that an operation is limited to.</summary>
internal sealed class TargetSet
{
    private readonly ImmutableArray<Regex> _patterns;
    private readonly HashSet<string> _dependents = new(StringComparer.Ordinal);

    private TargetSet(ImmutableArray<Regex> patterns) => _patterns = patterns;

    public bool IsLimited => !_patterns.IsEmpty;

    /// <summary>The targets of a run.</summary>
    /// <param name="targets">URNs; <c>*</c> stands for anything without a colon, <c>**</c> for anything.</param>
    /// <param name="withDependents">Whether what depends on them is targeted too.</param>
    /// <param name="resources">The state before.</param>
    public static TargetSet Of(ImmutableArray<string> targets, bool withDependents, IEnumerable<ResourceState> resources)
    {
        var set = new TargetSet([.. targets.Select(Pattern)]);
        if (withDependents)
        {
            foreach (var resource in resources.Where(resource => ResourceReferences.Of(resource).Any(urn => set._dependents.Contains(urn) || set.Matches(urn))))
            {
                set._dependents.Add(resource.Urn);
            }
        }

        return set;
    }

    /// <summary>Whether the operation may touch the resource. Providers and the root stack always go along.</summary>
    public bool Contains(string urn) =>
        !IsLimited || Urn.Type(urn) == Urn.RootStackType || Urn.IsProviderType(Urn.Type(urn)) || Names(urn);

    /// <summary>Whether the resource is targeted by name, pattern or dependency.</summary>
    public bool Names(string urn) => Matches(urn) || _dependents.Contains(urn);

    private bool Matches(string urn) => _patterns.Any(pattern => pattern.IsMatch(urn));

    private static Regex Pattern(string target) => new(
        $"\\A{Regex.Escape(target).Replace(@"\*\*", ".*", StringComparison.Ordinal).Replace(@"\*", "[^:]*", StringComparison.Ordinal)}\\z",
        RegexOptions.Singleline | RegexOptions.CultureInvariant);
}
