namespace Pulumi.Engine.State;

/// <summary>The rules that every snapshot keeps, checked when one is read and before one is written.</summary>
public static class SnapshotIntegrity
{
    internal const string Banner = "The Pulumi CLI encountered a snapshot integrity error. This is a bug!";

    /// <summary>Refuses a snapshot that breaks a rule.</summary>
    /// <exception cref="EngineException">What is wrong.</exception>
    public static void Verify(Snapshot snapshot)
    {
        if (FindError(snapshot) is { } error)
        {
            throw new EngineException(EngineErrorKind.InvalidSnapshot, $"{Banner}\n{error}");
        }
    }

    /// <summary>The first broken rule, or null.</summary>
    public static string? FindError(Snapshot snapshot)
    {
        var urns = new HashSet<string>(StringComparer.Ordinal);
        var live = new HashSet<string>(StringComparer.Ordinal);
        var providers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var resource in snapshot.Resources)
        {
            if ((OwnError(resource) ?? ReferenceError(resource, urns) ?? ProviderError(resource, providers)) is { } error)
            {
                return error;
            }

            if (!resource.Delete && !live.Add(resource.Urn))
            {
                return $"duplicate resource {resource.Urn} (not marked for deletion)";
            }

            urns.Add(resource.Urn);
            if (Urn.IsProviderType(resource.Type))
            {
                providers.Add($"{resource.Urn}::{resource.Id}");
            }
        }

        return null;
    }

    private static string? OwnError(ResourceState resource)
    {
        if (!Urn.IsValid(resource.Urn))
        {
            return $"resource '{resource.Urn}' has an invalid URN";
        }

        if (!resource.Custom && resource.Id.Length > 0)
        {
            return $"component resource {resource.Urn} has an id";
        }

        return Urn.IsProviderType(resource.Type) && resource.Id.Length == 0 ? $"provider {resource.Urn} has no id" : null;
    }

    private static string? ReferenceError(ResourceState resource, HashSet<string> earlier)
    {
        if (resource.Parent.Length > 0 && !earlier.Contains(resource.Parent))
        {
            return $"child resource {resource.Urn}'s parent {resource.Parent} is not earlier in the snapshot";
        }

        if (resource.DeletedWith.Length > 0 && !earlier.Contains(resource.DeletedWith))
        {
            return $"resource {resource.Urn} is deleted with {resource.DeletedWith}, which is not earlier in the snapshot";
        }

        var dependency = resource.Dependencies.Concat(resource.PropertyDependencies.Values.SelectMany(urns => urns)).FirstOrDefault(urn => !earlier.Contains(urn));
        return dependency is null ? null : $"resource {resource.Urn}'s dependency {dependency} is not earlier in the snapshot";
    }

    // What an interrupted replacement left behind may outlive its provider: no call is made for it any more.
    private static string? ProviderError(ResourceState resource, HashSet<string> earlier)
    {
        if (resource.Provider.Length == 0 || resource.PendingReplacement)
        {
            return null;
        }

        return ProviderReference.TryParse(resource.Provider) is null
            ? $"resource {resource.Urn}'s provider '{resource.Provider}' is not a provider reference"
            : earlier.Contains(resource.Provider) ? null : $"resource {resource.Urn}'s provider {resource.Provider} is not earlier in the snapshot";
    }
}
