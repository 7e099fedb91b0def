using CloudUpdate.Protocol.Rpc;
using CloudUpdate.Provider.Hosting;
using CloudUpdate.TestKit.Providers;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Tests.Processes;

/// <summary>What the process says it is: items 14 to 16 of the provider checklist, on the built binary.</summary>
internal sealed class SchemaConformanceTests
{
    private const string NoEngine = "127.0.0.1:1";
    private const string Stranger = "cloudupdate:nowhere:Stranger";

    [Test]
    public async Task Conformance_14_Version_IsThatOfSchemaAndAssembly()
    {
        await using var plugin = await RunningPlugin.StartAsync([NoEngine]);
        var client = plugin.Connect(out var channel);
        using var connection = channel;

        var info = await client.GetPluginInfoAsync(new Empty()).OrTimeout();
        var schema = JObject.Parse((await client.GetSchemaAsync(new GetSchemaRequest()).OrTimeout()).Schema);

        Assert.Multiple(() =>
        {
            Assert.That(info.Version, Does.Match("\\A(0|[1-9][0-9]*)(\\.(0|[1-9][0-9]*)){2}\\z"));
            Assert.That((string?)schema["version"], Is.EqualTo(info.Version));
            Assert.That(typeof(PluginProcess).Assembly.GetName().Version?.ToString(3), Is.EqualTo(info.Version));
        });
    }

    [Test]
    public async Task Conformance_15_Schema_IsTheSameInEveryProcess()
    {
        await using var first = await RunningPlugin.StartAsync([NoEngine]);
        await using var second = await RunningPlugin.StartAsync([], new Dictionary<string, string> { ["LC_ALL"] = "tr_TR.UTF-8", ["TZ"] = "Asia/Tokyo" });

        var schemas = new List<string>();
        foreach (var plugin in new[] { first, second })
        {
            var answer = await plugin.Connect(out var channel).GetSchemaAsync(new GetSchemaRequest()).OrTimeout();
            channel.Dispose();
            schemas.Add(answer.Schema);
        }

        Assert.That(schemas[1], Is.EqualTo(schemas[0]));
    }

    [Test]
    public async Task Conformance_16_TokensOfTheSchema_AreServedAndNoOthers()
    {
        await using var plugin = await RunningPlugin.StartAsync([NoEngine]);
        var client = plugin.Connect(out var channel);
        using var connection = channel;
        var schema = JObject.Parse((await client.GetSchemaAsync(new GetSchemaRequest()).OrTimeout()).Schema);

        foreach (var token in Tokens(schema, "resources"))
        {
            Assert.That(await Codes(ResourceCalls(client, token)), Has.None.EqualTo(StatusCode.NotFound), token);
        }

        foreach (var token in Tokens(schema, "functions"))
        {
            Assert.That((await client.InvokeAsync(new InvokeRequest { Tok = token }).FailureAsync()).StatusCode, Is.EqualTo(StatusCode.FailedPrecondition), token);
        }

        foreach (var call in ResourceCalls(client, Stranger).Concat(OtherCalls(client, Stranger)))
        {
            var error = await call;
            Assert.That(error?.StatusCode, Is.EqualTo(StatusCode.NotFound));
            Assert.That(error?.Status.Detail, Does.Contain(Stranger));
        }
    }

    private static IEnumerable<string> Tokens(JObject schema, string kind) => schema[kind]!.Children<JProperty>().Select(member => member.Name);

    private static IEnumerable<Task<RpcException?>> ResourceCalls(ResourceProvider.ResourceProviderClient client, string type)
    {
        var urn = $"urn:pulumi:dev::shop::{type}::thing";
        yield return ErrorOf(client.CheckAsync(new CheckRequest { Urn = urn }));
        yield return ErrorOf(client.DiffAsync(new DiffRequest { Urn = urn, Id = "i" }));
        yield return ErrorOf(client.CreateAsync(new CreateRequest { Urn = urn }));
        yield return ErrorOf(client.ReadAsync(new ReadRequest { Urn = urn, Id = "i" }));
        yield return ErrorOf(client.UpdateAsync(new UpdateRequest { Urn = urn, Id = "i" }));
        yield return ErrorOf(client.DeleteAsync(new DeleteRequest { Urn = urn, Id = "i" }));
    }

    private static IEnumerable<Task<RpcException?>> OtherCalls(ResourceProvider.ResourceProviderClient client, string token)
    {
        yield return ErrorOf(client.InvokeAsync(new InvokeRequest { Tok = token }));
        yield return ErrorOf(client.CallAsync(new CallRequest { Tok = token }));
        yield return ErrorOf(client.ConstructAsync(new ConstructRequest { Type = token }));
    }

    private static async Task<RpcException?> ErrorOf<T>(AsyncUnaryCall<T> call)
    {
        try
        {
            await call.OrTimeout();
            return null;
        }
        catch (RpcException error)
        {
            return error;
        }
    }

    private static async Task<IEnumerable<StatusCode>> Codes(IEnumerable<Task<RpcException?>> calls) =>
        (await Task.WhenAll(calls)).Select(error => error?.StatusCode ?? StatusCode.OK);
}
