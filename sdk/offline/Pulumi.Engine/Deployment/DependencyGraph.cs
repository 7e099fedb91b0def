using Pulumi.Engine.State;

namespace Pulumi.Engine.Deployment;

/// <summary>Which of a set of resources, given in the order of their snapshot, depend on which. What depends on a component depends on its
/// children too. Nothing depends on what stands behind it, so there are no circles.</summary>
internal sealed class DependencyGraph
{
    private readonly ILookup<string, ResourceState> _byUrn;
    private readonly ILookup<string, ResourceState> _children;
    private readonly Dictionary<ResourceState, int> _positions = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<ResourceState, HashSet<ResourceState>> _dependencies = new(ReferenceEqualityComparer.Instance);

    public DependencyGraph(IReadOnlyList<ResourceState> resources)
    {
        for (var position = 0; position < resources.Count; position++)
        {
            _positions.Add(resources[position], position);
        }

        _byUrn = resources.ToLookup(resource => resource.Urn, StringComparer.Ordinal);
        _children = resources.ToLookup(resource => resource.Parent, StringComparer.Ordinal);
        foreach (var resource in resources)
        {
            _dependencies.Add(resource, Find(resource));
        }
    }

    public IReadOnlySet<ResourceState> DependenciesOf(ResourceState resource) => _dependencies[resource];

    private HashSet<ResourceState> Find(ResourceState resource)
    {
        var result = new HashSet<ResourceState>(ResourceReferences.Of(resource).SelectMany(urn => _byUrn[urn]), ReferenceEqualityComparer.Instance);
        var own = Descendants(resource.Urn).ToHashSet<ResourceState>(ReferenceEqualityComparer.Instance);
        foreach (var component in ResourceReferences.ByProgram(resource).SelectMany(urn => _byUrn[urn]).Where(referred => !referred.Custom && !IsAncestor(referred, resource)))
        {
            result.UnionWith(Descendants(component.Urn).Where(child => !own.Contains(child)));
        }

        result.RemoveWhere(dependency => dependency.Urn == resource.Urn || _positions[dependency] > _positions[resource]);
        return result;
    }

    private IEnumerable<ResourceState> Descendants(string urn) => _children[urn].SelectMany(child => Descendants(child.Urn).Prepend(child));

    private bool IsAncestor(ResourceState component, ResourceState resource)
    {
        for (var parent = resource.Parent; parent.Length > 0; parent = _byUrn[parent].FirstOrDefault()?.Parent ?? string.Empty)
        {
            if (parent == component.Urn)
            {
                return true;
            }
        }

        return false;
    }
}
