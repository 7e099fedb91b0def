using Microsoft.CodeAnalysis;

namespace CloudUpdate.CodeGen.Tests.Support;

/// <summary>The framework that the tests run on, to compile against.</summary>
internal static class Frameworks
{
    /// <summary>Its assemblies.</summary>
    public static IReadOnlyList<MetadataReference> References { get; } =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(file => Path.GetFileName(file).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(file) is "netstandard.dll" or "mscorlib.dll")
            .Select(file => MetadataReference.CreateFromFile(file))];
}
