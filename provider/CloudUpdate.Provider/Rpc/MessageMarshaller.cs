using System.Buffers;
using Google.Protobuf;
using Grpc.Core;

namespace CloudUpdate.Provider.Rpc;

/// <summary>Messages from and to the bytes of a call.</summary>
internal static class MessageMarshaller
{
    // Bounded by what the stack of a thread holds when such a message is walked.
    private const int MaxDepth = 1000;

    /// <summary>The marshaller of a message.</summary>
    public static Marshaller<T> Create<T>(MessageParser<T> parser)
        where T : class, IMessage<T> => new(Write, context => Read(parser, context));

    private static void Write<T>(T message, SerializationContext context)
        where T : class, IMessage<T>
    {
        context.SetPayloadLength(message.CalculateSize());
        message.WriteTo(context.GetBufferWriter());
        context.Complete();
    }

    // Left alone, the server would answer Unknown, which tells the engine that the state may be corrupt.
    private static T Read<T>(MessageParser<T> parser, DeserializationContext context)
        where T : class, IMessage<T>
    {
        var bytes = context.PayloadAsReadOnlySequence();
        try
        {
            return parser.ParseFrom(bytes);
        }
        catch (InvalidProtocolBufferException malformed)
        {
            return ReadDeep(parser, bytes) ?? throw new RpcException(
                new Status(StatusCode.Internal, $"The request is not a valid {typeof(T).Name}: {malformed.Message}", malformed));
        }
    }

    // The reader stops at 100 messages inside of each other, which is 33 maps. Documents in properties go deeper, and the engine's
    // reader lets them.
    private static T? ReadDeep<T>(MessageParser<T> parser, ReadOnlySequence<byte> bytes)
        where T : class, IMessage<T>
    {
        using var input = CodedInputStream.CreateWithLimits(new MemoryStream(bytes.ToArray()), int.MaxValue, MaxDepth);
        try
        {
            return parser.ParseFrom(input);
        }
        catch (InvalidProtocolBufferException)
        {
            return null;
        }
    }
}
