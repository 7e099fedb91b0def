using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Pulumi.Engine.Config;

/// <summary>The text of a YAML file, edited entry by entry so that comments and order survive.</summary>
internal sealed class YamlText
{
    private List<string> _lines;

    public YamlText(string text) => _lines = [.. text.TrimStart('\uFEFF').ReplaceLineEndings("\n").TrimEnd('\n').Split('\n')];

    public YamlMappingNode Root => Parse(ToString());

    public override string ToString() => _lines is [] or [""] ? string.Empty : string.Join('\n', _lines) + "\n";

    /// <summary>Sets an entry of the root mapping, or of a mapping in it.</summary>
    public void Set(string? section, string key, YamlNode value)
    {
        if (section is null)
        {
            SetIn(Root, key, value, string.Empty);
        }
        else if (Root.Children.TryGetValue(section, out var node) && node is YamlMappingNode { Style: not MappingStyle.Flow, Children.Count: > 0 } mapping)
        {
            SetIn(mapping, key, value, new string(' ', Column(mapping)));
        }
        else
        {
            var members = node is YamlMappingNode flow ? new YamlMappingNode(flow.Children) : [];
            members.Children[new YamlScalarNode(key)] = value;
            SetIn(Root, section, members, string.Empty);
        }
    }

    /// <summary>Removes an entry; a section that loses its last one goes too.</summary>
    public void Remove(string? section, string key)
    {
        var mapping = section is null ? Root : Root.Children.TryGetValue(section, out var node) ? node as YamlMappingNode : null;
        if (mapping is null || !mapping.Children.ContainsKey(new YamlScalarNode(key)))
        {
            return;
        }

        if (section is not null && (mapping.Children.Count == 1 || mapping.Style == MappingStyle.Flow))
        {
            var rest = new YamlMappingNode(mapping.Children.Where(entry => YamlValues.Text(entry.Key) != key));
            RemoveLines(Root, section);
            if (rest.Children.Count > 0)
            {
                SetIn(Root, section, rest, string.Empty);
            }

            return;
        }

        RemoveLines(mapping, key);
    }

    private void SetIn(YamlMappingNode mapping, string key, YamlNode value, string indent)
    {
        var entry = Render(key, value).Select(line => indent + line).ToList();
        if (mapping.Children.ContainsKey(new YamlScalarNode(key)))
        {
            var (first, count) = LinesOf(mapping, key);
            _lines.RemoveRange(first, count);
            _lines.InsertRange(first, entry);
        }
        else if (mapping.Children.Count == 0)
        {
            _lines = _lines is [""] ? entry : [.. _lines.Where(line => line.Trim() is not ("{}" or "null")), .. entry];
        }
        else
        {
            var (first, count) = LinesOf(mapping, YamlValues.Text(mapping.Children[^1].Key));
            _lines.InsertRange(first + count, entry);
        }
    }

    private void RemoveLines(YamlMappingNode mapping, string key)
    {
        var (first, count) = LinesOf(mapping, key);
        _lines.RemoveRange(first, count);
    }

    // An entry ends before the next line that is indented no deeper than its key, less trailing blank lines and comments.
    private (int First, int Count) LinesOf(YamlMappingNode mapping, string key)
    {
        var node = mapping.Children.Single(entry => YamlValues.Text(entry.Key) == key).Key;
        var first = (int)node.Start.Line - 1;
        var column = (int)node.Start.Column - 1;
        var end = first + 1;
        for (var line = first + 1; line < _lines.Count; line++)
        {
            var content = _lines[line].TrimStart();
            var isComment = content.Length == 0 || content[0] == '#';
            var depth = _lines[line].Length - content.Length;
            if (!isComment && depth <= column && !(depth == column && content.StartsWith("- ", StringComparison.Ordinal)))
            {
                break;
            }

            end = isComment && depth <= column ? end : line + 1;
        }

        return (first, end - first);
    }

    private static int Column(YamlMappingNode mapping) => (int)mapping.Children[0].Key.Start.Column - 1;

    private static IEnumerable<string> Render(string key, YamlNode value)
    {
        var writer = new StringWriter(new StringBuilder()) { NewLine = "\n" };
        var emitter = new Emitter(writer, new EmitterSettings(2, int.MaxValue, false, 1024, skipAnchorName: true));
        new YamlStream(new YamlDocument(new YamlMappingNode(KeyValuePair.Create<YamlNode, YamlNode>(new YamlScalarNode(key), value))))
            .Save(emitter, assignAnchors: false);
        return writer.ToString().Split('\n').Where(line => line is not ("..." or "---")).Where(line => line.Length > 0);
    }

    internal static YamlMappingNode Parse(string text)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            return stream.Documents.Count == 0 ? [] : stream.Documents[0].RootNode switch
            {
                YamlMappingNode mapping => mapping,
                YamlScalarNode { Value: null or "" or "null" or "~" } => [],
                _ => throw new EngineException(EngineErrorKind.InvalidConfiguration, "the file is not a YAML mapping"),
            };
        }
        catch (YamlException exception)
        {
            throw new EngineException(EngineErrorKind.InvalidConfiguration, $"the file is not valid YAML: {exception.Message}", exception);
        }
    }
}
