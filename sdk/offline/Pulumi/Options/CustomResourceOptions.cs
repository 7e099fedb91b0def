namespace Pulumi;

/// <summary>Options of a resource that a provider manages.</summary>
public sealed class CustomResourceOptions : ResourceOptions
{
    /// <summary>Creates options.</summary>
    public CustomResourceOptions()
    {
    }

    /// <summary>Whether a replacement deletes the old object first. Default: as the provider decides.</summary>
    public bool? DeleteBeforeReplace { get; set; }

    /// <summary>Names of outputs that are secret besides those that the provider marks.</summary>
    public List<string> AdditionalSecretOutputs { get => field ??= []; set; }

    /// <summary>The id of an existing object that the resource takes over.</summary>
    public string? ImportId { get; set; }

    /// <summary>Combines two sets of options: single values of the second win where it has them, lists are joined.</summary>
    /// <param name="options1">The first.</param>
    /// <param name="options2">The second.</param>
    public static CustomResourceOptions Merge(CustomResourceOptions? options1, CustomResourceOptions? options2)
    {
        var merged = new CustomResourceOptions();
        merged.AddMissingFrom(options2);
        merged.AddMissingFrom(options1);
        return merged;
    }

    internal override ResourceOptions Clone() => Merge(this, null);

    private void AddMissingFrom(CustomResourceOptions? other)
    {
        if (other is null)
        {
            return;
        }

        base.AddMissingFrom(other);
        DeleteBeforeReplace ??= other.DeleteBeforeReplace;
        ImportId ??= other.ImportId;
        AdditionalSecretOutputs = [.. other.AdditionalSecretOutputs, .. AdditionalSecretOutputs];
    }
}
