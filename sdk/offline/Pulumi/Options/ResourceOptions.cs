namespace Pulumi;

/// <summary>What holds for a resource whatever its inputs are.</summary>
public abstract class ResourceOptions
{
    private InputList<Resource>? _dependsOn;

    /// <summary>Creates options.</summary>
    protected ResourceOptions()
    {
    }

    /// <summary>The id of an existing object that is read rather than managed; empty or unknown: the resource is managed.</summary>
    public Input<string>? Id { get; set; }

    /// <summary>The resource that this one belongs to. Default: the stack.</summary>
    public Resource? Parent { get; set; }

    /// <summary>Resources that must be there before this one, besides those that its inputs come from.</summary>
    public InputList<Resource> DependsOn
    {
        get => _dependsOn ??= [];
        set => _dependsOn = value;
    }

    /// <summary>Whether it must not be deleted or replaced. Default: as the parent.</summary>
    public bool? Protect { get; set; }

    /// <summary>Paths of inputs whose changes are ignored.</summary>
    public List<string> IgnoreChanges { get => field ??= []; set; }

    /// <summary>The version of the provider. Default: that of the package.</summary>
    public string? Version { get; set; }

    /// <summary>The provider that manages it. Default: the parent's, else the default provider of the package.</summary>
    public ProviderResource? Provider { get; set; }

    /// <summary>How long its operations may take. Default: as the provider decides.</summary>
    public CustomTimeouts? CustomTimeouts { get; set; }

    /// <summary>Names that it had before.</summary>
    public List<Input<Alias>> Aliases { get; set; } = [];

    /// <summary>The URN of a resource that is in the state already and is only looked at.</summary>
    public string? Urn { get; set; }

    /// <summary>Paths of properties whose changes replace it, whatever the provider says.</summary>
    public List<string> ReplaceOnChanges { get => field ??= []; set; }

    /// <summary>Where the provider is downloaded from. Default: that of the package.</summary>
    public string? PluginDownloadURL { get; set; }

    /// <summary>Whether removing it from the program leaves the object as it is. Default: no.</summary>
    public bool? RetainOnDelete { get; set; }

    /// <summary>A resource whose deletion takes this one's object with it, so that it is not deleted by itself.</summary>
    public Resource? DeletedWith { get; set; }

    internal bool HasDependsOn => _dependsOn is not null;

    internal abstract ResourceOptions Clone();

    /// <summary>Takes over what <paramref name="other"/> has: lists after this one's own, single values only where this has none.</summary>
    private protected void AddMissingFrom(ResourceOptions other)
    {
        Id ??= other.Id;
        Parent ??= other.Parent;
        Protect ??= other.Protect;
        Version ??= other.Version;
        Provider ??= other.Provider;
        CustomTimeouts ??= other.CustomTimeouts?.Clone();
        Urn ??= other.Urn;
        PluginDownloadURL ??= other.PluginDownloadURL;
        RetainOnDelete ??= other.RetainOnDelete;
        DeletedWith ??= other.DeletedWith;
        _dependsOn = _dependsOn is null ? other._dependsOn?.Clone() : other._dependsOn?.Concat(_dependsOn) ?? _dependsOn;
        IgnoreChanges = [.. other.IgnoreChanges, .. IgnoreChanges];
        Aliases = [.. other.Aliases, .. Aliases];
        ReplaceOnChanges = [.. other.ReplaceOnChanges, .. ReplaceOnChanges];
    }
}
