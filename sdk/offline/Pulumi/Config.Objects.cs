using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Pulumi;

public sealed partial class Config
{
    /// <summary>A value that is the JSON text of an object, or the default if it is not set.</summary>
    /// <param name="key">The key, without the namespace.</param>
    /// <exception cref="RunException">It is set, and not such a text.</exception>
    [return: MaybeNull]
    public T GetObject<T>(string key) => Parse<T>(key, null);

    /// <summary>A value that is the JSON text of an object, or the default if it is not set.</summary>
    /// <param name="key">The key, without the namespace.</param>
    /// <param name="options">How the text is read.</param>
    /// <exception cref="RunException">It is set, and not such a text.</exception>
    [return: MaybeNull]
    public T GetObject<T>(string key, JsonSerializerOptions options) => Parse<T>(key, options);

    /// <summary>A value that is the JSON text of an object, as a secret, or null if it is not set.</summary>
    /// <param name="key">The key, without the namespace.</param>
    /// <exception cref="RunException">It is set, and not such a text.</exception>
    public Output<T>? GetSecretObject<T>(string key) => Get(key) is null ? null : Output.CreateSecret(Parse<T>(key, null)!);

    /// <summary>A value that is the JSON text of an object, as a secret, or null if it is not set.</summary>
    /// <param name="key">The key, without the namespace.</param>
    /// <param name="options">How the text is read.</param>
    /// <exception cref="RunException">It is set, and not such a text.</exception>
    public Output<T>? GetSecretObject<T>(string key, JsonSerializerOptions options)
        => Parse<T>(key, options) is { } value ? Output.CreateSecret(value) : null;

    /// <summary>A value that is the JSON text of an object.</summary>
    /// <param name="key">The key, without the namespace.</param>
    /// <exception cref="RunException">It is not set, or not such a text.</exception>
    public T RequireObject<T>(string key) => RequireParsed<T>(key, null);

    /// <summary>A value that is the JSON text of an object.</summary>
    /// <param name="key">The key, without the namespace.</param>
    /// <param name="options">How the text is read.</param>
    /// <exception cref="RunException">It is not set, or not such a text.</exception>
    public T RequireObject<T>(string key, JsonSerializerOptions options) => RequireParsed<T>(key, options);

    /// <summary>A value that is the JSON text of an object, as a secret.</summary>
    /// <param name="key">The key, without the namespace.</param>
    /// <exception cref="RunException">It is not set, or not such a text.</exception>
    public Output<T> RequireSecretObject<T>(string key) => Output.CreateSecret(RequireParsed<T>(key, null));

    /// <summary>A value that is the JSON text of an object, as a secret.</summary>
    /// <param name="key">The key, without the namespace.</param>
    /// <param name="options">How the text is read.</param>
    /// <exception cref="RunException">It is not set, or not such a text.</exception>
    public Output<T> RequireSecretObject<T>(string key, JsonSerializerOptions options)
        => Output.CreateSecret(RequireParsed<T>(key, options));

    private T RequireParsed<T>(string key, JsonSerializerOptions? options)
        => Get(key) is null ? throw Missing(key) : Parse<T>(key, options)!;

    [return: MaybeNull]
    private T Parse<T>(string key, JsonSerializerOptions? options)
    {
        if (Get(key) is not { } value)
        {
            return default;
        }

        try
        {
            return JsonSerializer.Deserialize<T>(value, options);
        }
        catch (JsonException exception)
        {
            throw Invalid(key, value, typeof(T).FullName!, exception);
        }
    }
}
