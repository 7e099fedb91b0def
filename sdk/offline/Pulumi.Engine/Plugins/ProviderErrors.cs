using System.Collections.Immutable;
using CloudUpdate.Protocol.Rpc;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using StatusDetails = CloudUpdate.Protocol.Status.Status;

namespace Pulumi.Engine.Plugins;

/// <summary>Reads what a provider put into the details of an error.</summary>
internal static class ProviderErrors
{
    private const string DetailsTrailer = "grpc-status-details-bin";

    /// <summary>The partial failure that the error describes, or null.</summary>
    public static ErrorResourceInitFailed? PartialFailure(RpcException exception) => Detail(exception, ErrorResourceInitFailed.Parser);

    /// <summary>The error as the user should read it.</summary>
    public static ProviderException Translate(RpcException exception)
    {
        var message = exception.Status.Detail;
        if (Detail(exception, ErrorCause.Parser) is { Message.Length: > 0 } cause)
        {
            message = $"{message}: {cause.Message}";
        }

        if (Detail(exception, ConfigureErrorMissingKeys.Parser) is { } missing)
        {
            message = string.Join('\n', missing.MissingKeys.Select(key =>
                $"missing required configuration key \"{key.Name}\": {key.Description}\nSet a value using the command `pulumi config set {key.Name} <value>`."));
        }

        return new ProviderException(message, exception.StatusCode, answered: exception.Status.DebugException is null, exception);
    }

    /// <summary>Reasons of a partial failure; one general reason where the provider gave none.</summary>
    public static ImmutableArray<string> Reasons(ErrorResourceInitFailed failure) => failure.Reasons.Count == 0 ? ["resource init failed"] : [.. failure.Reasons];

    private static T? Detail<T>(RpcException exception, MessageParser<T> parser)
        where T : class, IMessage<T>, new()
    {
        if (exception.Trailers.Get(DetailsTrailer)?.ValueBytes is not { } bytes)
        {
            return null;
        }

        try
        {
            var name = new T().Descriptor.FullName;
            var detail = StatusDetails.Parser.ParseFrom(bytes).Details.FirstOrDefault(detail => Any.GetTypeName(detail.TypeUrl) == name);
            return detail is null ? null : parser.ParseFrom(detail.Value);
        }
        catch (InvalidProtocolBufferException)
        {
            return null;
        }
    }
}
