using YamlDotNet.RepresentationModel;

namespace Pulumi.Automation.Serialization;

/// <summary>Reading and writing small YAML documents.</summary>
internal static class YamlNodes
{
    public static YamlMappingNode Root(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return stream.Documents is [{ RootNode: YamlMappingNode root }, ..] ? root : [];
    }

    public static string Write(YamlMappingNode root)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        new YamlStream(new YamlDocument(root)).Save(writer, assignAnchors: false);
        var text = writer.ToString();
        var end = text.LastIndexOf("...", StringComparison.Ordinal);
        return end < 0 ? text : text[..end];
    }

    public static YamlNode? Child(this YamlMappingNode parent, string key) =>
        parent.Children.TryGetValue(new YamlScalarNode(key), out var child) ? child : null;

    public static string? Text(this YamlMappingNode parent, string key) => (parent.Child(key) as YamlScalarNode)?.Value;

    public static void Put(this YamlMappingNode parent, string key, string? value)
    {
        if (value is not null)
        {
            parent.Add(key, value);
        }
    }
}
