using CloudUpdate.Protocol.Values;

namespace Pulumi.Engine;

/// <summary>Names one provider instance: <c>URN::ID</c>.</summary>
/// <param name="Urn">URN of the provider resource.</param>
/// <param name="Id">Its id; the unknown sentinel where it is not known yet.</param>
public sealed record ProviderReference(string Urn, string Id)
{
    /// <summary>Id of a provider that a preview has not created.</summary>
    public const string UnknownId = Signatures.UnknownString;

    /// <summary>Reads a reference, or answers null where the text is none: it is split at the last <c>::</c>, and the type must be a provider's.</summary>
    public static ProviderReference? TryParse(string text)
    {
        var split = text.LastIndexOf("::", StringComparison.Ordinal);
        if (split < 0 || !Engine.Urn.IsValid(text[..split]) || !Engine.Urn.IsProviderType(Engine.Urn.Type(text[..split])))
        {
            return null;
        }

        var id = text[(split + 2)..];
        return new ProviderReference(text[..split], id.Length == 0 ? UnknownId : id);
    }

    /// <summary>Reads a reference.</summary>
    /// <exception cref="EngineException">The text is not a provider reference.</exception>
    public static ProviderReference Parse(string text) =>
        TryParse(text) ?? throw new EngineException($"'{text}' is not a provider reference.");

    /// <inheritdoc/>
    public override string ToString() => $"{Urn}::{Id}";
}
