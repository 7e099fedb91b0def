namespace Pulumi.Acme;

/// <summary>What the generator writes beside the resources of a package, for a package that exists only here.</summary>
internal static class Utilities
{
    public static string Version => "1.2.3";

    public static InvokeOptions WithDefaults(this InvokeOptions? options)
    {
        options ??= new InvokeOptions();
        options.Version ??= Version;
        return options;
    }

    public static InvokeOutputOptions WithDefaults(this InvokeOutputOptions? options)
    {
        options ??= new InvokeOutputOptions();
        options.Version ??= Version;
        return options;
    }
}

internal sealed class AcmeResourceTypeAttribute(string type) : ResourceTypeAttribute(type, Utilities.Version);
