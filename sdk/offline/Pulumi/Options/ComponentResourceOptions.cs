namespace Pulumi;

/// <summary>Options of a component.</summary>
public sealed class ComponentResourceOptions : ResourceOptions
{
    /// <summary>Creates options.</summary>
    public ComponentResourceOptions()
    {
    }

    /// <summary>The providers of its children, one for each package.</summary>
    public List<ProviderResource> Providers { get => field ??= []; set; }

    /// <summary>
    /// Combines two sets of options: single values of the second win where it has them, lists are joined; of several
    /// providers for one package the last one stays.
    /// </summary>
    /// <param name="options1">The first.</param>
    /// <param name="options2">The second.</param>
    public static ComponentResourceOptions Merge(ComponentResourceOptions? options1, ComponentResourceOptions? options2)
    {
        var merged = new ComponentResourceOptions();
        merged.AddMissingFrom(options2);
        merged.AddMissingFrom(options1);
        merged.Providers = [.. merged.Providers.AsEnumerable().Reverse().DistinctBy(provider => provider.Package).Reverse()];
        return merged;
    }

    internal override ResourceOptions Clone()
    {
        var copy = new ComponentResourceOptions();
        copy.AddMissingFrom(this);
        return copy;
    }

    private void AddMissingFrom(ComponentResourceOptions? other)
    {
        if (other is null)
        {
            return;
        }

        base.AddMissingFrom(other);
        Providers = [.. other.Providers, .. Providers];
    }
}
