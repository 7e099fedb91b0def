using CloudUpdate.Protocol.Rpc;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.AspNetCore.Server.Model;
using Grpc.Core;

namespace CloudUpdate.Provider.Rpc;

/// <summary>
/// What the gRPC server maps in place of <see cref="ProviderService"/>: the same methods, and message readers that answer a malformed message
/// with a status of their own.
/// </summary>
internal sealed class ProviderEndpoint
{
    /// <summary>The name of the service in the protocol.</summary>
    public const string ServiceName = "pulumirpc.ResourceProvider";

    /// <summary>Tells the server the methods of the service; it answers others of the protocol with <c>Unimplemented</c>.</summary>
    /// <remarks>
    /// One by one, since the generated binder calls a generic virtual method for each: a native build then looks every one up and builds its
    /// types at run time, a third of the time until the port line.
    /// </remarks>
    internal sealed class Methods(ProviderService service) : IServiceMethodProvider<ProviderEndpoint>
    {
        /// <inheritdoc/>
        public void OnServiceMethodDiscovery(ServiceMethodProviderContext<ProviderEndpoint> context)
        {
            var methods = new Registration(context);
            methods.Add(nameof(service.Handshake), ProviderHandshakeRequest.Parser, ProviderHandshakeResponse.Parser, service.Handshake);
            methods.Add(nameof(service.Attach), PluginAttach.Parser, Empty.Parser, service.Attach);
            methods.Add(nameof(service.Cancel), Empty.Parser, Empty.Parser, service.Cancel);
            methods.Add(nameof(service.GetPluginInfo), Empty.Parser, PluginInfo.Parser, service.GetPluginInfo);
            methods.Add(nameof(service.GetSchema), GetSchemaRequest.Parser, GetSchemaResponse.Parser, service.GetSchema);
            methods.Add(nameof(service.GetMapping), GetMappingRequest.Parser, GetMappingResponse.Parser, service.GetMapping);
            methods.Add(nameof(service.GetMappings), GetMappingsRequest.Parser, GetMappingsResponse.Parser, service.GetMappings);
            methods.Add(nameof(service.CheckConfig), CheckRequest.Parser, CheckResponse.Parser, service.CheckConfig);
            methods.Add(nameof(service.DiffConfig), DiffRequest.Parser, DiffResponse.Parser, service.DiffConfig);
            methods.Add(nameof(service.Configure), ConfigureRequest.Parser, ConfigureResponse.Parser, service.Configure);
            methods.Add(nameof(service.Check), CheckRequest.Parser, CheckResponse.Parser, service.Check);
            methods.Add(nameof(service.Diff), DiffRequest.Parser, DiffResponse.Parser, service.Diff);
            methods.Add(nameof(service.Create), CreateRequest.Parser, CreateResponse.Parser, service.Create);
            methods.Add(nameof(service.Read), ReadRequest.Parser, ReadResponse.Parser, service.Read);
            methods.Add(nameof(service.Update), UpdateRequest.Parser, UpdateResponse.Parser, service.Update);
            methods.Add(nameof(service.Delete), DeleteRequest.Parser, Empty.Parser, service.Delete);
            methods.Add(nameof(service.Invoke), InvokeRequest.Parser, InvokeResponse.Parser, service.Invoke);
            methods.Add(nameof(service.Call), CallRequest.Parser, CallResponse.Parser, service.Call);
            methods.Add(nameof(service.Construct), ConstructRequest.Parser, ConstructResponse.Parser, service.Construct);
        }
    }

    private sealed class Registration(ServiceMethodProviderContext<ProviderEndpoint> context)
    {
        public void Add<TRequest, TResponse>(
            string name, MessageParser<TRequest> requests, MessageParser<TResponse> responses, UnaryServerMethod<TRequest, TResponse> handler)
            where TRequest : class, IMessage<TRequest>
            where TResponse : class, IMessage<TResponse>
        {
            var method = new Method<TRequest, TResponse>(
                MethodType.Unary, ServiceName, name, MessageMarshaller.Create(requests), MessageMarshaller.Create(responses));
            context.AddUnaryMethod(method, [], (_, request, call) => handler(request, call));
        }
    }
}
