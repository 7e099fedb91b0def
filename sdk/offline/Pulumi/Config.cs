using System.Globalization;

namespace Pulumi;

/// <summary>The stack's configuration within one namespace.</summary>
public sealed partial class Config
{
    private readonly string _name;

    /// <summary>Opens a namespace.</summary>
    /// <param name="name">The namespace. Default: the project's name.</param>
    public Config(string? name = null)
    {
        const string LegacySuffix = ":config";
        var space = name ?? Deployment.Instance.ProjectName;
        _name = space.EndsWith(LegacySuffix, StringComparison.Ordinal) ? space[..^LegacySuffix.Length] : space;
    }

    /// <summary>A value that is a text, or null if it is not set.</summary>
    /// <param name="key">The key, without the namespace.</param>
    public string? Get(string key) => DeploymentSession.Current.Settings.Config.GetValueOrDefault(FullKey(key));

    /// <summary>A value that is a text, as a secret, or null if it is not set.</summary>
    /// <param name="key">The key, without the namespace.</param>
    public Output<string>? GetSecret(string key) => Get(key) is { } value ? Output.CreateSecret(value) : null;

    /// <summary>A value that is a text.</summary>
    /// <param name="key">The key, without the namespace.</param>
    /// <exception cref="RunException">It is not set.</exception>
    public string Require(string key) => Get(key) ?? throw Missing(key);

    /// <summary>A value that is a text, as a secret.</summary>
    /// <param name="key">The key, without the namespace.</param>
    /// <exception cref="RunException">It is not set.</exception>
    public Output<string> RequireSecret(string key) => Output.CreateSecret(Require(key));

    /// <summary>A value that is <c>true</c> or <c>false</c>, or null if it is not set.</summary>
    /// <param name="key">The key, without the namespace.</param>
    /// <exception cref="RunException">It is set, and not <c>true</c> or <c>false</c>.</exception>
    public bool? GetBoolean(string key)
        => Get(key) switch
        {
            null => null,
            "true" => true,
            "false" => false,
            var value => throw Invalid(key, value, nameof(Boolean)),
        };

    /// <summary>A value that is <c>true</c> or <c>false</c>, as a secret, or null if it is not set.</summary>
    /// <param name="key">The key, without the namespace.</param>
    /// <exception cref="RunException">It is set, and not <c>true</c> or <c>false</c>.</exception>
    public Output<bool>? GetSecretBoolean(string key) => GetBoolean(key) is { } value ? Output.CreateSecret(value) : null;

    /// <summary>A value that is <c>true</c> or <c>false</c>.</summary>
    /// <param name="key">The key, without the namespace.</param>
    /// <exception cref="RunException">It is not set, or not <c>true</c> or <c>false</c>.</exception>
    public bool RequireBoolean(string key) => GetBoolean(key) ?? throw Missing(key);

    /// <summary>A value that is <c>true</c> or <c>false</c>, as a secret.</summary>
    /// <param name="key">The key, without the namespace.</param>
    /// <exception cref="RunException">It is not set, or not <c>true</c> or <c>false</c>.</exception>
    public Output<bool> RequireSecretBoolean(string key) => Output.CreateSecret(RequireBoolean(key));

    /// <summary>A value that is a whole number, or null if it is not set.</summary>
    /// <param name="key">The key, without the namespace.</param>
    /// <exception cref="RunException">It is set, and not a whole number.</exception>
    public int? GetInt32(string key)
        => Get(key) is not { } value ? null
            : int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number
            : throw Invalid(key, value, nameof(Int32));

    /// <summary>A value that is a whole number, as a secret, or null if it is not set.</summary>
    /// <param name="key">The key, without the namespace.</param>
    /// <exception cref="RunException">It is set, and not a whole number.</exception>
    public Output<int>? GetSecretInt32(string key) => GetInt32(key) is { } value ? Output.CreateSecret(value) : null;

    /// <summary>A value that is a whole number.</summary>
    /// <param name="key">The key, without the namespace.</param>
    /// <exception cref="RunException">It is not set, or not a whole number.</exception>
    public int RequireInt32(string key) => GetInt32(key) ?? throw Missing(key);

    /// <summary>A value that is a whole number, as a secret.</summary>
    /// <param name="key">The key, without the namespace.</param>
    /// <exception cref="RunException">It is not set, or not a whole number.</exception>
    public Output<int> RequireSecretInt32(string key) => Output.CreateSecret(RequireInt32(key));

    /// <summary>A value that is a number, or null if it is not set.</summary>
    /// <param name="key">The key, without the namespace.</param>
    /// <exception cref="RunException">It is set, and not a number.</exception>
    public double? GetDouble(string key)
        => Get(key) is not { } value ? null
            : double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
            : throw Invalid(key, value, nameof(Double));

    /// <summary>A value that is a number, as a secret, or null if it is not set.</summary>
    /// <param name="key">The key, without the namespace.</param>
    /// <exception cref="RunException">It is set, and not a number.</exception>
    public Output<double>? GetSecretDouble(string key) => GetDouble(key) is { } value ? Output.CreateSecret(value) : null;

    /// <summary>A value that is a number.</summary>
    /// <param name="key">The key, without the namespace.</param>
    /// <exception cref="RunException">It is not set, or not a number.</exception>
    public double RequireDouble(string key) => GetDouble(key) ?? throw Missing(key);

    /// <summary>A value that is a number, as a secret.</summary>
    /// <param name="key">The key, without the namespace.</param>
    /// <exception cref="RunException">It is not set, or not a number.</exception>
    public Output<double> RequireSecretDouble(string key) => Output.CreateSecret(RequireDouble(key));

    private string FullKey(string key) => $"{_name}:{key}";

    private ConfigException Invalid(string key, string value, string type, Exception? cause = null)
        => new($"Configuration '{FullKey(key)}' value '{value}' is not a valid {type}", cause);

    private ConfigException Missing(string key)
        => new(
            $"Missing Required configuration variable '{FullKey(key)}'\n"
            + $"\tplease set a value using the command `pulumi config set {FullKey(key)} <value>`");

    private sealed class ConfigException(string message, Exception? cause = null) : RunException(message, cause);
}
