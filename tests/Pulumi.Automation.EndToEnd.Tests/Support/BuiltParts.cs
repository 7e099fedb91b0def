using System.Reflection;

namespace Pulumi.Automation.EndToEnd.Tests.Support;

/// <summary>Where the build put what the tests start as processes.</summary>
internal static class BuiltParts
{
    public static string CommandFolder { get; } = PathOf("Command");

    public static string Program { get; } = PathOf("Program");

    private static string PathOf(string key) => Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory,
        Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!));
}
