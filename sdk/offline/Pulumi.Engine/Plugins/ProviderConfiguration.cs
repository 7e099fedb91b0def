using CloudUpdate.Protocol.Rpc;
using CloudUpdate.Protocol.Values;
using Newtonsoft.Json;
using Pulumi.Engine.State;

namespace Pulumi.Engine.Plugins;

/// <summary>How a configured provider takes its values.</summary>
/// <param name="Values">Bags as it takes them.</param>
/// <param name="SupportsPreview">Whether it takes part in previews of creates and updates.</param>
internal sealed record ProviderConfiguration(WireValues Values, bool SupportsPreview)
{
    /// <summary>The call that configures a provider: typed arguments, and the older form of texts beside them.</summary>
    public static ConfigureRequest Request(string urn, string id, PropertyMap inputs)
    {
        var arguments = inputs.Without("__internal");
        var request = new ConfigureRequest
        {
            Urn = urn,
            Id = id,
            Name = Engine.Urn.Name(urn),
            Type = Engine.Urn.Type(urn),
            Args = PropertyCodec.Encode(arguments),
            AcceptSecrets = true,
            AcceptResources = true,
            SendsOldInputs = true,
            SendsOldInputsToDelete = true,
        };
        var package = Engine.Urn.Package(Engine.Urn.Type(urn));
#pragma warning disable CS0612 // Older providers read this form alone.
        foreach (var (key, value) in SecretMarks.Strip(arguments.Without("version")))
        {
            request.Variables[$"{package}:config:{key}"] = Text(value);
        }
#pragma warning restore CS0612
        return request;
    }

    private static string Text(PropertyValue value) =>
        value is StringValue text ? text.Value : PropertyJsonWriter.Plaintext.Write(value, string.Empty).ToString(Formatting.None);
}
