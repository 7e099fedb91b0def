using System.Reflection;

namespace CloudUpdate.Provider.Clouds.Http;

/// <summary>How this program introduces itself to clouds.</summary>
internal static class ProductName
{
    /// <summary>The value of the header User-Agent.</summary>
    public static string UserAgent { get; } = $"pulumi-cloudupdate/{Version()}";

    private static string Version()
    {
        var version = typeof(ProductName).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0";
        return version.Split('+')[0];
    }
}
