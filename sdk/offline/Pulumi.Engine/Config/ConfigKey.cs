namespace Pulumi.Engine.Config;

/// <summary>A configuration key: <c>NAMESPACE:NAME</c>.</summary>
/// <param name="Namespace">The project's or a package's name.</param>
/// <param name="Name">The name within it.</param>
public sealed record ConfigKey(string Namespace, string Name)
{
    /// <summary>Orders keys by their text.</summary>
    public static IComparer<ConfigKey> Order { get; } = Comparer<ConfigKey>.Create((left, right) => string.CompareOrdinal(left.ToString(), right.ToString()));

    /// <summary>Reads a key. Without a colon it belongs to the project; <c>NS:config:NAME</c> means <c>NS:NAME</c>.</summary>
    /// <exception cref="EngineException">The text is not a key.</exception>
    public static ConfigKey Parse(string text, string project)
    {
        var parts = text.Split(':');
        return parts switch
        {
            [{ Length: > 0 } name] => new ConfigKey(project, name),
            [{ Length: > 0 } space, { Length: > 0 } name] => new ConfigKey(space, name),
            [{ Length: > 0 } space, "config", { Length: > 0 } name] => new ConfigKey(space, name),
            _ => throw new EngineException(EngineErrorKind.InvalidConfiguration, $"could not parse '{text}' as a configuration key (configuration keys should be of the form `<namespace>:<name>`)"),
        };
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Namespace}:{Name}";
}
