using CloudUpdate.Protocol.Rpc;
using CloudUpdate.Protocol.Transport;
using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Lifecycle;
using Google.Protobuf;
using Grpc.Core;

namespace CloudUpdate.Provider.Rpc;

/// <summary>The one place where a failure becomes a gRPC status with details.</summary>
internal static class FailureMapper
{
    /// <summary>The error to answer with.</summary>
    /// <param name="failure">What was thrown.</param>
    /// <param name="call">What was called, for people: a method and a URN or token.</param>
    /// <param name="cancelled">Whether the call was cancelled.</param>
    /// <param name="mask">Takes secrets out of a text.</param>
    public static RpcException Map(Exception failure, string call, bool cancelled, Func<string, string> mask) => failure switch
    {
        RpcException known => known,
        ProviderException known => StatusDetails.ToException(Code(known.Code), mask(known.Message), [.. Details(known, mask)]),
        PropertyDecodingException malformed => StatusDetails.ToException(StatusCode.InvalidArgument, $"{call}: {mask(malformed.Message)}"),
        OperationCanceledException when cancelled => StatusDetails.ToException(StatusCode.Cancelled, $"{call} was cancelled."),
        _ => StatusDetails.ToException(
            StatusCode.Internal, $"{call} failed because of a bug in the provider ({failure.GetType()}). Please report it with the debug log."),
    };

    /// <summary>Whether a failure is a bug of the provider, rather than an answer it gives.</summary>
    public static bool IsBug(Exception failure, bool cancelled) => failure switch
    {
        RpcException or ProviderException or PropertyDecodingException => false,
        OperationCanceledException => !cancelled,
        _ => true,
    };

    // Internal, Unknown and DataLoss make the engine warn that the state may be corrupt: only for what nobody can know.
    private static StatusCode Code(ProviderErrorCode code) => code switch
    {
        ProviderErrorCode.InvalidInput => StatusCode.InvalidArgument,
        ProviderErrorCode.NotFound => StatusCode.NotFound,
        ProviderErrorCode.Conflict => StatusCode.Aborted,
        ProviderErrorCode.Throttled => StatusCode.ResourceExhausted,
        ProviderErrorCode.Unauthenticated => StatusCode.Unauthenticated,
        ProviderErrorCode.Denied => StatusCode.PermissionDenied,
        ProviderErrorCode.TimedOut => StatusCode.DeadlineExceeded,
        ProviderErrorCode.Cancelled => StatusCode.Cancelled,
        ProviderErrorCode.Unavailable => StatusCode.Unavailable,
        ProviderErrorCode.FailedPrecondition => StatusCode.FailedPrecondition,
        _ => StatusCode.Internal,
    };

    private static IEnumerable<IMessage> Details(ProviderException failure, Func<string, string> mask)
    {
        if (failure.Partial is { } partial)
        {
            yield return new ErrorResourceInitFailed
            {
                Id = partial.Id,
                Properties = PropertyCodec.Encode(partial.Outputs),
                Inputs = PropertyCodec.Encode(partial.Inputs),
                Reasons = { partial.Reasons.Select(mask) },
            };
        }

        if (!failure.MissingKeys.IsEmpty)
        {
            yield return new ConfigureErrorMissingKeys
            {
                MissingKeys =
                {
                    failure.MissingKeys.Select(key => new ConfigureErrorMissingKeys.Types.MissingKey { Name = key.Name, Description = key.Description }),
                },
            };
        }
    }
}
