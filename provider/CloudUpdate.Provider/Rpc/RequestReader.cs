using System.Collections.Immutable;
using CloudUpdate.Protocol.Rpc;
using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Lifecycle;

namespace CloudUpdate.Provider.Rpc;

/// <summary>Requests into calls. The engine sends most empty bags as absent ones, so absent is empty wherever the two mean the same.</summary>
internal static class RequestReader
{
    // The longest time that .NET's timers can wait is 49 days.
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromDays(49);

    public static CheckCall Read(CheckRequest request) => new(
        Address(request.Urn, request.Type, request.Name),
        PropertyCodec.DecodeOrEmpty(request.Olds),
        PropertyCodec.DecodeOrEmpty(request.News),
        [.. request.RandomSeed.Span],
        Mode(request.Autonaming),
        request.Autonaming?.ProposedName ?? string.Empty);

    public static DiffCall Read(DiffRequest request) => new(
        Address(request.Urn, request.Type, request.Name),
        request.Id,
        PropertyCodec.DecodeOrEmpty(request.Olds),
        PropertyCodec.Decode(request.OldInputs),
        PropertyCodec.DecodeOrEmpty(request.News),
        [.. request.IgnoreChanges]);

    public static ConfigureCall Read(ConfigureRequest request) => new(PropertyCodec.Decode(request.Args), Variables(request));

    public static CreateCall Read(CreateRequest request) => new(
        Address(request.Urn, request.Type, request.Name),
        PropertyCodec.DecodeOrEmpty(request.Properties),
        Timeout(request.Timeout),
        request.Preview);

    public static ReadCall Read(ReadRequest request) => new(
        Address(request.Urn, request.Type, request.Name),
        Id(request.Id, "Read"),
        PropertyCodec.Decode(request.Inputs),
        PropertyCodec.Decode(request.Properties),
        Timeout(request.Timeout));

    public static UpdateCall Read(UpdateRequest request) => new(
        Address(request.Urn, request.Type, request.Name),
        Id(request.Id, "Update"),
        PropertyCodec.DecodeOrEmpty(request.Olds),
        PropertyCodec.Decode(request.OldInputs),
        PropertyCodec.DecodeOrEmpty(request.News),
        [.. request.IgnoreChanges],
        Timeout(request.Timeout),
        request.Preview);

    public static DeleteCall Read(DeleteRequest request) => new(
        Address(request.Urn, request.Type, request.Name),
        Id(request.Id, "Delete"),
        PropertyCodec.DecodeOrEmpty(request.Properties),
        PropertyCodec.Decode(request.OldInputs),
        Timeout(request.Timeout));

    public static InvokeCall Read(InvokeRequest request) => request.Tok.Length > 0
        ? new InvokeCall(request.Tok, PropertyCodec.DecodeOrEmpty(request.Args), request.Preview)
        : throw new ProviderException(ProviderErrorCode.InvalidInput, "Invoke: the request names no function.");

    private static ResourceAddress Address(string urn, string type, string name)
    {
        if (!ResourceUrn.TryParse(urn, out var address))
        {
            throw new ProviderException(ProviderErrorCode.InvalidInput, $"\"{urn}\" is not the URN of a resource.");
        }

        // Older engines leave type and name out.
        if ((type.Length > 0 && type != address.Type) || (name.Length > 0 && name != address.Name))
        {
            throw new ProviderException(
                ProviderErrorCode.InvalidInput, $"The URN \"{urn}\" does not agree with the type \"{type}\" and the name \"{name}\" beside it.");
        }

        return address;
    }

    private static string Id(string id, string method) => id.Length > 0
        ? id
        : throw new ProviderException(ProviderErrorCode.InvalidInput, $"{method}: the request gives no id.");

    // Seconds; 0 is "not set". Nothing that a double can hold may overflow a timer.
    private static TimeSpan? Timeout(double seconds) => seconds > 0
        ? TimeSpan.FromSeconds(Math.Min(seconds, LongestTimeout.TotalSeconds))
        : null;

    private static AutonamingMode Mode(CheckRequest.Types.AutonamingOptions? options) => options?.Mode switch
    {
        null => AutonamingMode.Own,
        CheckRequest.Types.AutonamingOptions.Types.Mode.Propose => AutonamingMode.Propose,
        CheckRequest.Types.AutonamingOptions.Types.Mode.Enforce => AutonamingMode.Enforce,
        CheckRequest.Types.AutonamingOptions.Types.Mode.Disable => AutonamingMode.Disable,
        var other => throw new ProviderException(ProviderErrorCode.InvalidInput, $"{(int)other} is not a mode of autonaming."),
    };

#pragma warning disable CS0612 // Deprecated in the protocol, and all that older engines send.
    private static ImmutableDictionary<string, string> Variables(ConfigureRequest request) => request.Variables.ToImmutableDictionary();
#pragma warning restore CS0612
}
