using CloudUpdate.Protocol.Rpc;
using CloudUpdate.Provider.Lifecycle;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace CloudUpdate.Provider.Rpc;

/// <summary>
/// The provider's gRPC service: reads a request, calls the provider, writes the answer. Methods that are not overridden are not offered
/// (<c>Parameterize</c>, <c>List</c>).
/// </summary>
internal sealed class ProviderService(IProvider provider, CallRunner calls, ProviderSession session, SecretMask mask) : ResourceProvider.ResourceProviderBase
{
    public override Task<ProviderHandshakeResponse> Handshake(ProviderHandshakeRequest request, ServerCallContext context) =>
        Task.FromResult(session.Handshake(request));

    public override Task<Empty> Attach(PluginAttach request, ServerCallContext context)
    {
        session.Attach(request);
        return Task.FromResult(new Empty());
    }

    public override Task<Empty> Cancel(Empty request, ServerCallContext context)
    {
        session.Cancel();
        return Task.FromResult(new Empty());
    }

    public override Task<PluginInfo> GetPluginInfo(Empty request, ServerCallContext context) =>
        Task.FromResult(new PluginInfo { Version = provider.Version });

    public override Task<GetSchemaResponse> GetSchema(GetSchemaRequest request, ServerCallContext context)
    {
        if (request.Version != 0 || request.SubpackageName.Length > 0)
        {
            throw new RpcException(new Status(StatusCode.InvalidArgument, "There is one schema, of version 0 and without subpackages."));
        }

        return Task.FromResult(new GetSchemaResponse { Schema = provider.GetSchema() });
    }

    public override Task<GetMappingResponse> GetMapping(GetMappingRequest request, ServerCallContext context) =>
        Task.FromResult(new GetMappingResponse());

    public override Task<GetMappingsResponse> GetMappings(GetMappingsRequest request, ServerCallContext context) =>
        Task.FromResult(new GetMappingsResponse());

    public override Task<CheckResponse> CheckConfig(CheckRequest request, ServerCallContext context) => calls.RunAsync(
        "CheckConfig", request.Urn, [request.Olds, request.News], context,
        _ => Task.FromResult(ResponseWriter.Write(provider.CheckConfig(RequestReader.Read(request)), mask.Mask)));

    public override Task<DiffResponse> DiffConfig(DiffRequest request, ServerCallContext context) => calls.RunAsync(
        "DiffConfig", request.Urn, [request.Olds, request.OldInputs, request.News], context,
        _ => Task.FromResult(ResponseWriter.Write(provider.DiffConfig(RequestReader.Read(request)))));

    public override Task<ConfigureResponse> Configure(ConfigureRequest request, ServerCallContext context) => calls.RunAsync(
        "Configure", request.HasUrn ? request.Urn : "the provider", [request.Args], context, _ =>
        {
            mask.HoldConfiguration(request.Args);
            provider.Configure(RequestReader.Read(request));
            return Task.FromResult(ProviderSession.ConfigureAnswer());
        });

    public override Task<CheckResponse> Check(CheckRequest request, ServerCallContext context) => calls.RunAsync(
        "Check", request.Urn, [request.Olds, request.News], context,
        async token => ResponseWriter.Write(await provider.CheckAsync(RequestReader.Read(request), token), mask.Mask));

    public override Task<DiffResponse> Diff(DiffRequest request, ServerCallContext context) => calls.RunAsync(
        "Diff", request.Urn, [request.Olds, request.OldInputs, request.News], context,
        _ => Task.FromResult(ResponseWriter.Write(provider.Diff(RequestReader.Read(request)))));

    public override Task<CreateResponse> Create(CreateRequest request, ServerCallContext context) => calls.RunAsync(
        "Create", request.Urn, [request.Properties], context,
        async token => ResponseWriter.Write(await provider.CreateAsync(RequestReader.Read(request), token)));

    public override Task<ReadResponse> Read(ReadRequest request, ServerCallContext context) => calls.RunAsync(
        "Read", request.Urn, [request.Inputs, request.Properties], context,
        async token => ResponseWriter.Write(await provider.ReadAsync(RequestReader.Read(request), token)));

    public override Task<UpdateResponse> Update(UpdateRequest request, ServerCallContext context) => calls.RunAsync(
        "Update", request.Urn, [request.Olds, request.OldInputs, request.News], context,
        async token => ResponseWriter.Write(await provider.UpdateAsync(RequestReader.Read(request), token)));

    public override Task<Empty> Delete(DeleteRequest request, ServerCallContext context) => calls.RunAsync(
        "Delete", request.Urn, [request.Properties, request.OldInputs], context, async token =>
        {
            await provider.DeleteAsync(RequestReader.Read(request), token);
            return new Empty();
        });

    public override Task<InvokeResponse> Invoke(InvokeRequest request, ServerCallContext context) => calls.RunAsync(
        "Invoke", request.Tok, [request.Args], context,
        async token => ResponseWriter.Write(await provider.InvokeAsync(RequestReader.Read(request), token), mask.Mask));

    public override Task<CallResponse> Call(CallRequest request, ServerCallContext context) =>
        throw new RpcException(new Status(StatusCode.NotFound, $"There is no method \"{request.Tok}\"."));

    public override Task<ConstructResponse> Construct(ConstructRequest request, ServerCallContext context) =>
        throw new RpcException(new Status(StatusCode.NotFound, $"There is no component \"{request.Type}\"."));
}
