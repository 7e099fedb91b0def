using CloudUpdate.Protocol.Values;

namespace Pulumi.Engine.State;

/// <summary>Brings what older releases wrote into today's form.</summary>
internal static class SnapshotMigration
{
    public static Snapshot Run(Snapshot snapshot, Entropy entropy)
    {
        var result = new List<ResourceState>(snapshot.Resources.Length);
        var added = new Dictionary<string, ResourceState>(StringComparer.Ordinal);
        foreach (var resource in snapshot.Resources)
        {
            var current = resource;
            if (resource.Custom && resource.Provider.Length == 0 && !Urn.IsProviderType(resource.Type) && Urn.Package(resource.Type) != "pulumi")
            {
                var package = Urn.Package(resource.Type);
                if (!added.TryGetValue(package, out var provider))
                {
                    provider = DefaultProvider(resource.Urn, package, entropy);
                    added.Add(package, provider);
                    result.Add(provider);
                }

                current = resource with { Provider = $"{provider.Urn}::{provider.Id}" };
            }
            else if (Urn.IsProviderType(resource.Type) && resource.Outputs.Count == 0 && resource.Inputs.Count > 0)
            {
                current = resource with { Outputs = resource.Inputs.Without("__internal") };
            }

            result.Add(current);
        }

        return UrnRewriter.NormalizeAliases(snapshot with { Resources = [.. result] });
    }

    private static ResourceState DefaultProvider(string urn, string package, Entropy entropy)
    {
        var type = Urn.ProviderTypePrefix + package;
        return new ResourceState
        {
            Urn = Urn.Create(Urn.Stack(urn), Urn.Project(urn), null, type, "default"),
            Type = type,
            Custom = true,
            Id = entropy.Uuid(),
            Inputs = PropertyMap.Empty,
        };
    }
}
