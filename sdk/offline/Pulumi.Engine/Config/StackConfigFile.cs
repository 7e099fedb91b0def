using System.Collections.Immutable;
using YamlDotNet.RepresentationModel;

namespace Pulumi.Engine.Config;

/// <summary>Pulumi.STACK.yaml: a stack's configuration and what its secrets are encrypted with. Changes are made to the text, so comments and
/// order survive; <see cref="Save"/> writes it.</summary>
public sealed class StackConfigFile
{
    private const string Section = "config";
    private readonly string _project;
    private readonly YamlText _text;

    private StackConfigFile(string path, string project, string text)
    {
        Path = path;
        _project = project;
        _text = new YamlText(text);
        Values = Read();
    }

    /// <summary>Where the file stands.</summary>
    public string Path { get; }

    /// <summary>The values by key, secrets encrypted.</summary>
    public ImmutableSortedDictionary<ConfigKey, ConfigValue> Values { get; private set; }

    /// <summary>The state of the passphrase manager; null where none is configured.</summary>
    public string? EncryptionSalt => Scalar("encryptionsalt");

    /// <summary>The secrets provider; null or empty, <c>default</c> and <c>passphrase</c> mean a passphrase.</summary>
    public string? SecretsProvider => Scalar("secretsprovider");

    /// <summary>Reads the file; one that does not exist is empty.</summary>
    /// <param name="path">Where the file stands.</param>
    /// <param name="project">Namespace of keys without one.</param>
    /// <exception cref="EngineException">The file is not YAML.</exception>
    public static StackConfigFile Load(string path, string project) =>
        new(path, project, File.Exists(path) ? File.ReadAllText(path) : string.Empty);

    /// <summary>Writes the file.</summary>
    public void Save()
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        AtomicFile.Write(Path, _text.ToString(), backup: null);
    }

    /// <summary>Sets, or with null removes, the state of the passphrase manager.</summary>
    public void SetEncryptionSalt(string? salt)
    {
        if (salt is null)
        {
            _text.Remove(null, "encryptionsalt");
        }
        else
        {
            _text.Set(null, "encryptionsalt", new YamlScalarNode(salt));
        }
    }

    /// <summary>Sets a value.</summary>
    public void Set(ConfigKey key, ConfigValue value)
    {
        _text.Set(Section, StoredName(key), YamlValues.ToNode(value.Token));
        Values = Read();
    }

    /// <summary>Removes a value; one that is not there is no error.</summary>
    /// <returns>Whether it was there.</returns>
    public bool Remove(ConfigKey key)
    {
        var found = Values.ContainsKey(key);
        _text.Remove(Section, StoredName(key));
        Values = Read();
        return found;
    }

    /// <summary>Sets the value at a path, such as <c>outer.list[0]</c>, whose first segment is the key.</summary>
    /// <exception cref="EngineException">The path is malformed, or leads through a scalar or beyond a list's end.</exception>
    public void SetPath(string path, ConfigValue value)
    {
        var (key, steps) = ConfigPath.Parse(path, _project);
        Set(key, new ConfigValue(ConfigPath.Set(Values.GetValueOrDefault(key)?.Token, steps, value.Token)));
    }

    /// <summary>The value at a path, or null.</summary>
    /// <exception cref="EngineException">The path is malformed.</exception>
    public ConfigValue? GetPath(string path)
    {
        var (key, steps) = ConfigPath.Parse(path, _project);
        return ConfigPath.Get(Values.GetValueOrDefault(key)?.Token, steps) is { } token ? new ConfigValue(token) : null;
    }

    /// <summary>Removes the value at a path.</summary>
    /// <returns>Whether it was there.</returns>
    /// <exception cref="EngineException">The path is malformed.</exception>
    public bool RemovePath(string path)
    {
        var (key, steps) = ConfigPath.Parse(path, _project);
        if (steps.Count == 0)
        {
            return Remove(key);
        }

        if (ConfigPath.Get(Values.GetValueOrDefault(key)?.Token, steps) is null)
        {
            return false;
        }

        Set(key, new ConfigValue(ConfigPath.Remove(Values[key].Token, steps)));
        return true;
    }

    private string? Scalar(string name) =>
        _text.Root.Children.TryGetValue(name, out var node) && node is YamlScalarNode { Value: { } value } ? value : null;

    // The file's own spelling of a key: with or without namespace, or with ":config:" in it.
    private string StoredName(ConfigKey key) =>
        Entries().Select(entry => YamlValues.Text(entry.Key)).FirstOrDefault(name => ConfigKey.Parse(name, _project) == key) ?? key.ToString();

    private ImmutableSortedDictionary<ConfigKey, ConfigValue> Read()
    {
        var values = ImmutableSortedDictionary.CreateBuilder<ConfigKey, ConfigValue>(ConfigKey.Order);
        foreach (var (name, value) in Entries())
        {
            values[ConfigKey.Parse(YamlValues.Text(name), _project)] = new ConfigValue(YamlValues.ToToken(value));
        }

        return values.ToImmutable();
    }

    private IEnumerable<KeyValuePair<YamlNode, YamlNode>> Entries() =>
        _text.Root.Children.TryGetValue(Section, out var node) && node is YamlMappingNode mapping ? mapping.Children : [];
}
