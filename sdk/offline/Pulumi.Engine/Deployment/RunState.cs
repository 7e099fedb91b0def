using System.Collections.Concurrent;
using Pulumi.Engine.State;

namespace Pulumi.Engine.Deployment;

/// <summary>What a run knows of resources: those of before, and those registered so far. Written by step generation, which is serial; what
/// the monitor reads beside it is safe for concurrent use.</summary>
internal sealed class RunState
{
    private readonly Dictionary<string, ResourceState> _olds = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _formerUrns = new(StringComparer.Ordinal);

    public RunState(Snapshot before)
    {
        Before = before;
        foreach (var resource in before.Resources.Where(resource => !resource.Delete))
        {
            _olds[resource.Urn] = resource;
        }
    }

    public Snapshot Before { get; }

    /// <summary>Registered resources: as planned, and once their step has run, as they are.</summary>
    public ConcurrentDictionary<string, ResourceState> News { get; } = new(StringComparer.Ordinal);

    public ConcurrentDictionary<string, ResourceGoal> Goals { get; } = new(StringComparer.Ordinal);

    /// <summary>Old resources that some step of this run has taken up.</summary>
    public HashSet<ResourceState> Touched { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>Old objects in whose place another one came, to be deleted at the end.</summary>
    public HashSet<ResourceState> Replaced { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>URNs of resources that are replaced in this run.</summary>
    public HashSet<string> ReplacedUrns { get; } = new(StringComparer.Ordinal);

    /// <summary>Old resources that were deleted because something they depend on is replaced after its deletion.</summary>
    public HashSet<ResourceState> DeletedEarly { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>URNs of new resources that the targets leave out.</summary>
    public HashSet<string> SkippedCreates { get; } = new(StringComparer.Ordinal);

    /// <summary>Former URN to present one.</summary>
    public Dictionary<string, string> PresentUrns { get; } = new(StringComparer.Ordinal);

    /// <summary>The URN under which a resource of this run was found in the state before; null where it is its own.</summary>
    public string? FormerUrn(string urn) => _formerUrns.GetValueOrDefault(urn);

    public ResourceState? Old(string urn) => _olds.GetValueOrDefault(urn);

    public void Rename(string former, string present)
    {
        _formerUrns[present] = former;
        PresentUrns[former] = present;
    }
}
