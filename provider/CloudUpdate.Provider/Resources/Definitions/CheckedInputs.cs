using CloudUpdate.Protocol.Values;

namespace CloudUpdate.Provider.Resources;

/// <summary>What a resource's own rules judge: inputs as the program gives them, after defaults.</summary>
/// <param name="News">The new inputs; may hold unknowns and secrets.</param>
/// <param name="Olds">The old inputs; empty in the first check.</param>
/// <param name="Ownership">How the object is, or will be, managed.</param>
internal sealed record CheckedInputs(PropertyMap News, PropertyMap Olds, Ownership Ownership)
{
    /// <summary>The input, or null where it is not given.</summary>
    public PropertyValue? Given(string name) => News.Get(name) is { IsNull: false } value ? value : null;

    /// <summary>Whether the input is given and known, and this boolean.</summary>
    public bool Is(string name, bool flag) => Given(name)?.Unwrapped is BoolValue value && value.Value == flag;
}
