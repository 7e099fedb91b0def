using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using GrpcStatus = Grpc.Core.Status;
using RichStatus = CloudUpdate.Protocol.Status.Status;

namespace CloudUpdate.Protocol.Transport;

/// <summary>Details of a gRPC error: messages that travel beside code and text in the trailer <c>grpc-status-details-bin</c>.</summary>
public static class StatusDetails
{
    private const string Trailer = "grpc-status-details-bin";

    /// <summary>An error with details. Code and text stand in the status and are repeated in the trailer, as readers expect.</summary>
    /// <param name="code">The code.</param>
    /// <param name="message">The text, shown to the user as it is.</param>
    /// <param name="details">The details; without any, no trailer is written.</param>
    public static RpcException ToException(StatusCode code, string message, params IReadOnlyCollection<IMessage> details)
    {
        var status = new GrpcStatus(code, message);
        if (details.Count == 0)
        {
            return new RpcException(status);
        }

        var rich = new RichStatus { Code = (int)code, Message = message };
        rich.Details.Add(details.Select(detail => Any.Pack(detail)));
        return new RpcException(status, new Metadata { { Trailer, rich.ToByteArray() } });
    }

    /// <summary>The whole status of an error; null where it has no details, or where they cannot be read.</summary>
    public static RichStatus? Read(RpcException error) =>
        error.Trailers.GetValueBytes(Trailer) is { } bytes ? ReadOrNull(() => RichStatus.Parser.ParseFrom(bytes)) : null;

    /// <summary>The first detail of a kind; null where the error carries none, or one that cannot be read.</summary>
    public static T? Find<T>(RpcException error)
        where T : class, IMessage<T>, new() => ReadOrNull(() => Read(error)?.Details
            .Where(detail => detail.Is(new T().Descriptor))
            .Select(detail => detail.Unpack<T>())
            .FirstOrDefault());

    private static T? ReadOrNull<T>(Func<T?> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (InvalidProtocolBufferException)
        {
            return null;
        }
    }
}
