using System.Text;
using CloudUpdate.CodeGen.Diagnostics;

namespace CloudUpdate.CodeGen.Tests.Support;

/// <summary>Shorthands for generating from small schemas.</summary>
internal static class Generated
{
    /// <summary>The files generated from a schema that must be valid.</summary>
    public static IReadOnlyDictionary<string, byte[]> Files(string schema)
    {
        var result = SdkGenerator.Generate(schema);
        Assert.That(result.Diagnostics.Where(item => item.Severity == Severity.Error), Is.Empty);
        return result.Files!;
    }

    /// <summary>The text of one generated file.</summary>
    public static string File(string schema, string path) => Encoding.UTF8.GetString(Files(schema)[path]);

    /// <summary>The errors of a schema that must be invalid, as printed.</summary>
    public static IReadOnlyList<string> Errors(string schema)
    {
        var result = SdkGenerator.Generate(schema);
        Assert.That(result.Files, Is.Null);
        return [.. result.Diagnostics.Where(item => item.Severity == Severity.Error).Select(item => item.ToString())];
    }
}
