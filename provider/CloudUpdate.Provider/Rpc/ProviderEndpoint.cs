using CloudUpdate.Protocol.Rpc;
using Google.Protobuf;
using Grpc.AspNetCore.Server.Model;
using Grpc.Core;

namespace CloudUpdate.Provider.Rpc;

/// <summary>
/// What the gRPC server maps in place of <see cref="ProviderService"/>: the same methods, bound without reflection, and with message readers
/// that answer a malformed message with a status of their own.
/// </summary>
internal sealed class ProviderEndpoint
{
    // Bounded by what the stack of a thread holds when such a message is walked.
    private const int MaxDepth = 1000;

    /// <summary>Tells the server the methods of the service.</summary>
    internal sealed class Methods(ProviderService service) : IServiceMethodProvider<ProviderEndpoint>
    {
        /// <inheritdoc/>
        public void OnServiceMethodDiscovery(ServiceMethodProviderContext<ProviderEndpoint> context) =>
            ResourceProvider.BindService(new Binder(context), service);
    }

    private sealed class Binder(ServiceMethodProviderContext<ProviderEndpoint> context) : ServiceBinderBase
    {
        public override void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse>? handler) =>
            context.AddUnaryMethod(Guard(method), [], (_, request, call) => handler!(request, call));

        public override void AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, ServerStreamingServerMethod<TRequest, TResponse>? handler) =>
            context.AddServerStreamingMethod(Guard(method), [], (_, request, answers, call) => handler!(request, answers, call));

        private static Method<TRequest, TResponse> Guard<TRequest, TResponse>(Method<TRequest, TResponse> method)
            where TRequest : class
            where TResponse : class
        {
            var request = Marshallers.Create(method.RequestMarshaller.ContextualSerializer, context => Read(method.RequestMarshaller, context));
            return new Method<TRequest, TResponse>(method.Type, method.ServiceName, method.Name, request, method.ResponseMarshaller);
        }

        // Left alone, the server would answer Unknown, which tells the engine that the state may be corrupt.
        private static T Read<T>(Marshaller<T> marshaller, DeserializationContext context)
        {
            try
            {
                return marshaller.ContextualDeserializer(context);
            }
            catch (InvalidProtocolBufferException malformed)
            {
                return ReadDeep<T>(context) ?? throw new RpcException(
                    new Status(StatusCode.Internal, $"The request is not a valid {typeof(T).Name}: {malformed.Message}", malformed));
            }
        }

        // The reader stops at 100 messages inside of each other, which is 33 maps. Documents in properties go deeper, and the engine's
        // reader lets them.
        private static T? ReadDeep<T>(DeserializationContext context)
        {
            var parser = ProviderReflection.Descriptor.MessageTypes.FirstOrDefault(type => type.ClrType == typeof(T))?.Parser;
            using var input = CodedInputStream.CreateWithLimits(new MemoryStream(context.PayloadAsNewBuffer()), int.MaxValue, MaxDepth);
            try
            {
                return (T?)parser?.ParseFrom(input);
            }
            catch (InvalidProtocolBufferException)
            {
                return default;
            }
        }
    }
}
