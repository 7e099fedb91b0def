namespace Pulumi.Cli.Display.Model;

/// <summary>How type tokens are shown.</summary>
internal static class TypeText
{
    /// <summary>The token without the part of its module that repeats the name: <c>aws:s3/bucket:Bucket</c> is <c>aws:s3:Bucket</c>.</summary>
    public static string Shorten(string type)
    {
        if (type.Split(':') is not [var package, var module, { Length: > 0 } name] || module.Split('/') is not [var folder, var file])
        {
            return type;
        }

        var repeated = char.ToLowerInvariant(name[0]) + name[1..];
        return file == repeated ? $"{package}:{folder}:{name}" : type;
    }
}
