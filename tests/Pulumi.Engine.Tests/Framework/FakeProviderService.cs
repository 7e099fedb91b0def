using CloudUpdate.Protocol.Rpc;
using CloudUpdate.Protocol.Values;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Pulumi.Engine.Tests.Framework;

/// <summary>Fake providers on the wire.</summary>
internal sealed class FakeProviderService(FakeProviderServer server) : ResourceProvider.ResourceProviderBase
{
    public override Task<ProviderHandshakeResponse> Handshake(ProviderHandshakeRequest request, ServerCallContext context)
    {
        var provider = Note("Handshake", string.Empty, request, context);
        return provider.AnswersHandshake
            ? Task.FromResult(new ProviderHandshakeResponse { AcceptSecrets = provider.AcceptSecrets, AcceptResources = true, AcceptOutputs = true })
            : throw FakeProvider.Error(StatusCode.Unimplemented, "no handshake");
    }

    public override Task<Empty> Attach(PluginAttach request, ServerCallContext context)
    {
        Note("Attach", string.Empty, request, context);
        return Task.FromResult(new Empty());
    }

    public override Task<CheckResponse> CheckConfig(CheckRequest request, ServerCallContext context)
    {
        var provider = Note("CheckConfig", request.Name, request, context);
        return Task.FromResult(provider.OnCheckConfig?.Invoke(request) ?? new CheckResponse { Inputs = request.News });
    }

    public override Task<DiffResponse> DiffConfig(DiffRequest request, ServerCallContext context)
    {
        var provider = Note("DiffConfig", request.Name, request, context);
        return Task.FromResult(provider.OnDiffConfig?.Invoke(request) ?? provider.Diff(request));
    }

    public override Task<ConfigureResponse> Configure(ConfigureRequest request, ServerCallContext context)
    {
        var provider = Note("Configure", request.Name, request, context);
        return Task.FromResult(provider.OnConfigure?.Invoke(request) ?? new ConfigureResponse
        {
            AcceptSecrets = provider.AcceptSecrets,
            AcceptResources = true,
            AcceptOutputs = true,
            SupportsPreview = provider.SupportsPreview,
        });
    }

    public override Task<CheckResponse> Check(CheckRequest request, ServerCallContext context)
    {
        var provider = Note("Check", request.Name, request, context);
        return Task.FromResult(provider.OnCheck?.Invoke(request) ?? new CheckResponse { Inputs = request.News });
    }

    public override Task<DiffResponse> Diff(DiffRequest request, ServerCallContext context)
    {
        var provider = Note("Diff", request.Name, request, context);
        return Task.FromResult(provider.OnDiff?.Invoke(request) ?? provider.Diff(request));
    }

    public override async Task<CreateResponse> Create(CreateRequest request, ServerCallContext context)
    {
        var provider = Note("Create", request.Name, request, context);
        if (provider.OnCreate is { } handler && await handler(request).WaitAsync(context.CancellationToken) is { } answer)
        {
            return answer;
        }

        if (request.Preview)
        {
            return new CreateResponse { Properties = request.Properties };
        }

        var id = provider.NewId();
        provider.Objects[id] = PropertyCodec.DecodeOrEmpty(request.Properties);
        return new CreateResponse { Id = id, Properties = request.Properties };
    }

    public override async Task<UpdateResponse> Update(UpdateRequest request, ServerCallContext context)
    {
        var provider = Note("Update", request.Name, request, context);
        if (provider.OnUpdate is { } handler && await handler(request).WaitAsync(context.CancellationToken) is { } answer)
        {
            return answer;
        }

        if (!request.Preview)
        {
            provider.Objects[request.Id] = PropertyCodec.DecodeOrEmpty(request.News);
        }

        return new UpdateResponse { Properties = request.News };
    }

    public override async Task<Empty> Delete(DeleteRequest request, ServerCallContext context)
    {
        var provider = Note("Delete", request.Name, request, context);
        if (provider.OnDelete is { } handler)
        {
            await handler(request).WaitAsync(context.CancellationToken);
        }

        provider.Objects.TryRemove(request.Id, out _);
        return new Empty();
    }

    public override Task<ReadResponse> Read(ReadRequest request, ServerCallContext context)
    {
        var provider = Note("Read", request.Name, request, context);
        if (provider.OnRead?.Invoke(request) is { } answer)
        {
            return Task.FromResult(answer);
        }

        return Task.FromResult(provider.Objects.TryGetValue(request.Id, out var found)
            ? new ReadResponse { Id = request.Id, Properties = PropertyCodec.Encode(found), Inputs = PropertyCodec.Encode(found) }
            : new ReadResponse());
    }

    public override Task<InvokeResponse> Invoke(InvokeRequest request, ServerCallContext context)
    {
        var provider = Note("Invoke", request.Tok, request, context);
        return Task.FromResult(provider.OnInvoke?.Invoke(request) ?? new InvokeResponse { Return = request.Args });
    }

    public override Task<Empty> Cancel(Empty request, ServerCallContext context)
    {
        server.InstanceOf(context).Provider.OnCancel?.Invoke();
        return Task.FromResult(new Empty());
    }

    private FakeProvider Note(string method, string name, object request, ServerCallContext context)
    {
        var (provider, number) = server.InstanceOf(context);
        provider.Calls.Enqueue(new ProviderCall(method, name, request, number) { Context = context });
        return provider;
    }
}
