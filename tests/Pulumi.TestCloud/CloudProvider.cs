using CloudUpdate.Protocol.Rpc;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Pulumi.TestCloud;

/// <summary>The provider of package <c>testcloud</c>.</summary>
internal sealed class CloudProvider(CloudFile objects, EngineConnection engine, CloudWait waits) : ResourceProvider.ResourceProviderBase
{
    public override Task<ProviderHandshakeResponse> Handshake(ProviderHandshakeRequest request, ServerCallContext context) =>
        Task.FromResult(new ProviderHandshakeResponse { AcceptSecrets = true, AcceptResources = true });

    public override Task<CheckResponse> CheckConfig(CheckRequest request, ServerCallContext context) => Task.FromResult(new CheckResponse { Inputs = request.News });

    public override Task<DiffResponse> DiffConfig(DiffRequest request, ServerCallContext context) => Task.FromResult(ThingDiff.Of(request.OldInputs, request.News));

    public override Task<ConfigureResponse> Configure(ConfigureRequest request, ServerCallContext context) =>
        Task.FromResult(new ConfigureResponse { AcceptSecrets = true, SupportsPreview = true });

    public override Task<CheckResponse> Check(CheckRequest request, ServerCallContext context)
    {
        var response = new CheckResponse { Inputs = request.News };
        if (Text(request.News, "fail") == "check")
        {
            response.Failures.Add(new CheckFailure { Property = "size", Reason = "it must be even" });
        }

        return Task.FromResult(response);
    }

    public override Task<DiffResponse> Diff(DiffRequest request, ServerCallContext context) => Task.FromResult(ThingDiff.Of(request.OldInputs, request.News));

    public override async Task<CreateResponse> Create(CreateRequest request, ServerCallContext context)
    {
        await SayAsync(request.Urn, request.Properties);
        if (request.Preview)
        {
            return new CreateResponse { Properties = request.Properties };
        }

        await waits.WaitAsync(Text(request.Properties, "wait"), message => engine.LogAsync(request.Urn, message, isEphemeral: true));
        FailOn("create", request.Properties);
        var id = $"thing-{request.Name}-{Text(request.Properties, "kind") ?? "plain"}";
        objects.Put(id, request.Properties);
        return new CreateResponse { Id = id, Properties = request.Properties };
    }

    public override async Task<UpdateResponse> Update(UpdateRequest request, ServerCallContext context)
    {
        await SayAsync(request.Urn, request.News);
        if (!request.Preview)
        {
            FailOn("update", request.News);
            objects.Put(request.Id, request.News);
        }

        return new UpdateResponse { Properties = request.News };
    }

    public override Task<ReadResponse> Read(ReadRequest request, ServerCallContext context) => Task.FromResult(
        objects.Get(request.Id) is { } found ? new ReadResponse { Id = request.Id, Properties = found, Inputs = found } : new ReadResponse());

    public override Task<Empty> Delete(DeleteRequest request, ServerCallContext context)
    {
        FailOn("delete", request.OldInputs);
        objects.Remove(request.Id);
        return Task.FromResult(new Empty());
    }

    public override Task<Empty> Cancel(Empty request, ServerCallContext context)
    {
        waits.Cancel();
        return Task.FromResult(new Empty());
    }

    public override Task<Empty> Attach(PluginAttach request, ServerCallContext context)
    {
        engine.Attach(request.Address);
        waits.Begin();
        return Task.FromResult(new Empty());
    }

    public override Task<PluginInfo> GetPluginInfo(Empty request, ServerCallContext context) => Task.FromResult(new PluginInfo { Version = "1.0.0" });

    private Task SayAsync(string urn, Struct properties) => Text(properties, "say") is { } text ? engine.LogAsync(urn, text, isEphemeral: false) : Task.CompletedTask;

    private static void FailOn(string call, Struct properties)
    {
        if (Text(properties, "fail") == call)
        {
            throw new RpcException(new Status(StatusCode.FailedPrecondition, $"the test cloud refuses this {call}"));
        }
    }

    private static string? Text(Struct? properties, string key) =>
        properties is not null && properties.Fields.TryGetValue(key, out var value) && value.KindCase == Value.KindOneofCase.StringValue ? value.StringValue : null;
}
