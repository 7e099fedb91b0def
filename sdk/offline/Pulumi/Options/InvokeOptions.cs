namespace Pulumi;

/// <summary>Options of a call of a function.</summary>
public class InvokeOptions
{
    /// <summary>Creates options.</summary>
    public InvokeOptions()
    {
    }

    /// <summary>A resource whose providers serve the call.</summary>
    public Resource? Parent { get; set; }

    /// <summary>The provider that serves the call. Default: the parent's, else the default provider of the package.</summary>
    public ProviderResource? Provider { get; set; }

    /// <summary>The version of the provider. Default: that of the package.</summary>
    public string? Version { get; set; }

    /// <summary>Where the provider is downloaded from. Default: that of the package.</summary>
    public string? PluginDownloadURL { get; set; }
}
