using Newtonsoft.Json.Linq;
using Pulumi.Cli.Hosting;
using Pulumi.Cli.Workspaces;
using Pulumi.Engine.Backend;
using Pulumi.Engine.Config;
using Pulumi.Engine.State;

namespace Pulumi.Cli.Commands.Configs;

/// <summary>A stack's configuration while a command works on it.</summary>
internal sealed class ConfigSession(Workspace workspace, ProjectFile project, StackReference stack, StackConfigFile file)
{
    public ProjectFile Project => project;

    public StackReference Stack => stack;

    public StackConfigFile File => file;

    /// <summary>Encrypts and decrypts; the passphrase is needed only once something is.</summary>
    public SecretsManager Secrets => workspace.OpenSecrets(file);

    /// <summary>Sets a value in memory.</summary>
    /// <param name="name">The key, or with <paramref name="isPath"/> a path that begins with one.</param>
    /// <param name="value">The value.</param>
    /// <param name="isSecret">Whether to encrypt it.</param>
    /// <param name="isPath">Whether the name is a path, whose plain booleans and integers keep their type.</param>
    public void Set(string name, string value, bool isSecret, bool isPath)
    {
        var stored = isSecret ? ConfigValue.Secure(Secrets.Encrypt(value)) : isPath ? new ConfigValue(Typed(value)) : ConfigValue.Text(value);
        if (isPath)
        {
            file.SetPath(name, stored);
        }
        else
        {
            file.Set(ConfigKey.Parse(name, project.Name), stored);
        }
    }

    /// <summary>The value at a key or path.</summary>
    public ConfigValue Get(string name, bool isPath) =>
        (isPath ? file.GetPath(name) : file.Values.GetValueOrDefault(ConfigKey.Parse(name, project.Name)))
        ?? throw CommandException.General($"configuration key '{name}' not found for stack '{stack.Name}'");

    /// <summary>Removes a value in memory; one that is not there is no error.</summary>
    public void Remove(string name, bool isPath) => _ = isPath ? file.RemovePath(name) : file.Remove(ConfigKey.Parse(name, project.Name));

    /// <summary>Exchanges all values in memory for others, by full key, encrypted as they are.</summary>
    public void Replace(IReadOnlyDictionary<string, ConfigValue> values)
    {
        var fresh = values.ToDictionary(value => ConfigKey.Parse(value.Key, project.Name), value => value.Value);
        foreach (var key in file.Values.Keys.Where(key => !fresh.ContainsKey(key)))
        {
            file.Remove(key);
        }

        foreach (var (key, value) in fresh)
        {
            file.Set(key, value);
        }
    }

    private static JValue Typed(string text) => text switch
    {
        "true" => new JValue(true),
        "false" => new JValue(false),
        "0" => new JValue(0),
        [>= '1' and <= '9', ..] or ['-', >= '1' and <= '9', ..] when long.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) => new JValue(number),
        _ => new JValue(text),
    };
}
