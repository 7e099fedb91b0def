using CloudUpdate.Protocol.Rpc;
using CloudUpdate.Provider.Lifecycle;
using CloudUpdate.TestKit.Engines;
using CloudUpdate.TestKit.Providers;
using CloudUpdate.TestKit.Time;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using static CloudUpdate.Provider.Tests.Rpc.Conformance.Bags;

namespace CloudUpdate.Provider.Tests.Rpc.Conformance;

/// <summary>How an engine and the provider get to know each other: items 11 to 18 of the provider checklist, and 59 as far as the host decides it.</summary>
internal sealed class SessionTests
{
    [Test]
    public async Task Conformance_11_HandshakeAndConfigure_AnswerTheSameFlags()
    {
        await using var host = await ProviderHost.StartAsync(environment => new EchoProvider(environment));

        var handshake = await host.Client.HandshakeAsync(new ProviderHandshakeRequest { EngineAddress = host.Engine.Address }).OrTimeout();
        var configure = await host.Client.ConfigureAsync(new ConfigureRequest { Args = new Struct() }).OrTimeout();

        Assert.Multiple(() =>
        {
            Assert.That(handshake, Is.EqualTo(new ProviderHandshakeResponse
            {
                AcceptSecrets = true,
                AcceptResources = true,
                AcceptOutputs = true,
                SupportsAutonamingConfiguration = true,
                AcceptsByteString = true,
            }));
            Assert.That(configure, Is.EqualTo(new ConfigureResponse
            {
                AcceptSecrets = true,
                AcceptResources = true,
                AcceptOutputs = true,
                SupportsAutonamingConfiguration = true,
                SupportsPreview = true,
            }));
        });
    }

    [Test]
    public async Task Conformance_12_Handshake_WorksBareTwiceAndWithNewerFields()
    {
        await using var host = await ProviderHost.StartAsync(environment => new EchoProvider(environment));
        var full = new ProviderHandshakeRequest
        {
            EngineAddress = host.Engine.Address,
            RootDirectory = "/",
            ProgramDirectory = "/",
            ConfigureWithUrn = true,
            SupportsViews = true,
            SupportsRefreshBeforeUpdate = true,
            InvokeWithPreview = true,
            MapperTarget = "127.0.0.1:1",
            LoaderTarget = "127.0.0.1:1",
            ResolverTarget = "127.0.0.1:1",
            AcceptsByteString = true,
        };
        var newer = ProviderHandshakeRequest.Parser.ParseFrom([.. full.ToByteArray(), 0xFA, 0x3E, 1, 7]);

        var bare = await host.Client.HandshakeAsync(new ProviderHandshakeRequest()).OrTimeout();
        var again = await host.Client.HandshakeAsync(newer).OrTimeout();

        Assert.That(again, Is.EqualTo(bare));
    }

    [Test]
    public async Task Conformance_12_Handshake_WithAnAddressThatIsNone_SaysSo()
    {
        await using var host = await ProviderHost.StartAsync(environment => new EchoProvider(environment));

        var error = await host.Client.HandshakeAsync(new ProviderHandshakeRequest { EngineAddress = "nowhere" }).FailureAsync();

        Assert.Multiple(() =>
        {
            Assert.That(error.StatusCode, Is.EqualTo(StatusCode.InvalidArgument));
            Assert.That(error.Status.Detail, Does.Contain("nowhere"));
        });
    }

    [Test]
    public async Task Conformance_13_Attach_SwitchesTheLog()
    {
        await using var second = await EngineServer.StartAsync();
        await using var host = await ProviderHost.StartAsync(environment => new EchoProvider(environment)
        {
            OnCreate = (call, _) =>
            {
                environment.EngineLog.Log(EngineSeverity.Info, $"creating {call.Address.Name}", call.Address.Urn);
                return Task.FromResult(new CreateResult("id", call.Inputs));
            },
        });

        await host.Client.CreateAsync(new CreateRequest { Urn = $"{Urn}1" }).OrTimeout();
        await host.Client.AttachAsync(new PluginAttach { Address = second.Address }).OrTimeout();
        await host.Client.CreateAsync(new CreateRequest { Urn = $"{Urn}2" }).OrTimeout();

        Assert.Multiple(() =>
        {
            Assert.That(host.Engine.Messages.Select(message => message.Message), Is.EqualTo(["creating thing1"]));
            Assert.That(second.Messages.Select(message => message.Message), Is.EqualTo(["creating thing2"]));
        });
    }

    [Test]
    public async Task Conformance_13_CallsWithoutAnEngine_Work()
    {
        await using var host = await ProviderHost.StartAsync(
            environment => new EchoProvider(environment)
            {
                OnCreate = (call, _) =>
                {
                    environment.EngineLog.Log(EngineSeverity.Warning, "nobody hears", call.Address.Urn);
                    return Task.FromResult(new CreateResult("id", call.Inputs));
                },
            },
            withEngine: false);

        var created = await host.Client.CreateAsync(new CreateRequest { Urn = Urn }).OrTimeout();

        Assert.That(created.Id, Is.EqualTo("id"));
    }

    [Test]
    public async Task Conformance_15_GetSchema_WorksBareAndIsTheSameEveryTime()
    {
        await using var host = await ProviderHost.StartAsync(environment => new EchoProvider(environment), withEngine: false);

        var first = await host.Client.GetSchemaAsync(new GetSchemaRequest()).OrTimeout();
        var second = await host.Client.GetSchemaAsync(new GetSchemaRequest()).OrTimeout();
        var otherVersion = await host.Client.GetSchemaAsync(new GetSchemaRequest { Version = 1 }).FailureAsync();
        var subpackage = await host.Client.GetSchemaAsync(new GetSchemaRequest { SubpackageName = "sub" }).FailureAsync();

        Assert.Multiple(() =>
        {
            Assert.That(first.ToByteArray(), Is.EqualTo(second.ToByteArray()));
            Assert.That(otherVersion.StatusCode, Is.EqualTo(StatusCode.InvalidArgument));
            Assert.That(subpackage.StatusCode, Is.EqualTo(StatusCode.InvalidArgument));
        });
    }

    [Test]
    public async Task Conformance_17_Parameterize_IsNotOffered()
    {
        await using var host = await ProviderHost.StartAsync(environment => new EchoProvider(environment));

        var error = await host.Client.ParameterizeAsync(new ParameterizeRequest { Args = new ParameterizeRequest.Types.ParametersArgs() }).FailureAsync();

        Assert.That(error.StatusCode, Is.EqualTo(StatusCode.Unimplemented));
    }

    [Test]
    public async Task Conformance_18_Mappings_AreEmptyAnswers()
    {
        await using var host = await ProviderHost.StartAsync(environment => new EchoProvider(environment));

        var all = await host.Client.GetMappingsAsync(new GetMappingsRequest { Key = "terraform" }).OrTimeout();
        var one = await host.Client.GetMappingAsync(new GetMappingRequest { Key = "terraform", Provider = "x" }).OrTimeout();

        Assert.Multiple(() =>
        {
            Assert.That(all, Is.EqualTo(new GetMappingsResponse()));
            Assert.That(one, Is.EqualTo(new GetMappingResponse()));
        });
    }

    [Test]
    public async Task Conformance_59_Cancel_EndsWhatRunsAndRefusesWhatComesUntilTheNextHandshake()
    {
        var started = new TaskCompletionSource();
        await using var host = await ProviderHost.StartAsync(environment => new EchoProvider(environment)
        {
            OnCreate = async (call, token) =>
            {
                started.SetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
                return new CreateResult("never", call.Inputs);
            },
        });
        var running = host.Client.CreateAsync(new CreateRequest { Urn = Urn });
        await started.Task.OrTimeout();

        await host.Client.CancelAsync(new Empty()).OrTimeout();
        await host.Client.CancelAsync(new Empty()).OrTimeout();
        var ended = await running.FailureAsync();
        var refused = await host.Client.DeleteAsync(new DeleteRequest { Urn = Urn, Id = "i" }).FailureAsync();
        var schema = await host.Client.GetSchemaAsync(new GetSchemaRequest()).OrTimeout();
        await host.Client.HandshakeAsync(new ProviderHandshakeRequest()).OrTimeout();
        await host.Client.DeleteAsync(new DeleteRequest { Urn = Urn, Id = "i" }).OrTimeout();

        Assert.Multiple(() =>
        {
            Assert.That(ended.StatusCode, Is.EqualTo(StatusCode.Cancelled));
            Assert.That(refused.StatusCode, Is.EqualTo(StatusCode.Cancelled));
            Assert.That(refused.Status.Detail, Does.Contain("not started"));
            Assert.That(schema.Schema, Is.Not.Empty);
        });
    }

    [Test]
    public async Task Conformance_59_CancelledCreate_ReportsWhatItMade()
    {
        var started = new TaskCompletionSource();
        await using var host = await ProviderHost.StartAsync(environment => new EchoProvider(environment)
        {
            OnCreate = async (call, token) =>
            {
                started.SetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                throw new ProviderException(ProviderErrorCode.Cancelled, "Cancelled while waiting.")
                {
                    Partial = new PartialState("made", call.Inputs, null, ["not ready yet"]),
                };
            },
        });
        var running = host.Client.CreateAsync(new CreateRequest { Urn = Urn });
        await started.Task.OrTimeout();

        await host.Client.CancelAsync(new Empty()).OrTimeout();
        var ended = await running.FailureAsync();

        Assert.Multiple(() =>
        {
            Assert.That(ended.StatusCode, Is.EqualTo(StatusCode.Cancelled));
            Assert.That(Protocol.Transport.StatusDetails.Find<ErrorResourceInitFailed>(ended)?.Id, Is.EqualTo("made"));
        });
    }
}
