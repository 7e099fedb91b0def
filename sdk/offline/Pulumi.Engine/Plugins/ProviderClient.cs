using System.Collections.Immutable;
using CloudUpdate.Protocol.Rpc;
using CloudUpdate.Protocol.Values;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Rpc = CloudUpdate.Protocol.Rpc.ResourceProvider.ResourceProviderClient;

namespace Pulumi.Engine.Plugins;

/// <summary>A provider plugin behind its connection.</summary>
internal sealed class ProviderClient : IProvider
{
    private static readonly TimeSpan CancelPatience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(10);

    private readonly IProviderInstance _instance;
    private readonly TimeProvider _time;
    private readonly Rpc _rpc;
    private readonly ProviderHandshakeResponse? _handshake;
    private Task<IProviderCalls> _calls;

    private ProviderClient(IProviderInstance instance, Rpc rpc, ProviderHandshakeResponse? handshake, TimeProvider time)
    {
        _instance = instance;
        _time = time;
        _rpc = rpc;
        _handshake = handshake;
        _calls = Task.FromException<IProviderCalls>(new ProviderException("the provider has not been configured"));
        _ = _calls.Exception;
    }

    /// <summary>Makes the first call to a freshly started instance.</summary>
    /// <exception cref="EngineException">It does not answer in time, or with an error.</exception>
    public static async Task<ProviderClient> ConnectAsync(
        IProviderInstance instance, ProviderHandshakeRequest request, TimeProvider time, CancellationToken cancellation)
    {
        var rpc = new Rpc(instance.Channel);
        try
        {
            var call = rpc.HandshakeAsync(request, new CallOptions(cancellationToken: cancellation).WithWaitForReady());
            return new ProviderClient(instance, rpc, await call.ResponseAsync.WaitAsync(StartPatience, time, cancellation), time);
        }
        catch (RpcException exception) when (exception.StatusCode == StatusCode.Unimplemented)
        {
            return new ProviderClient(instance, rpc, handshake: null, time);
        }
        catch (Exception exception) when (exception is RpcException or TimeoutException)
        {
            var reason = exception is RpcException error ? error.Status.Detail : exception.Message;
            var output = instance.Output;
            await instance.DisposeAsync();
            throw new EngineException(EngineErrorKind.General, $"the provider did not come alive: {reason}\n{output}".TrimEnd(), exception);
        }
    }

    public async Task<CheckOutcome> CheckConfigAsync(string urn, PropertyMap? olds, PropertyMap news, CancellationToken cancellation)
    {
        var request = new CheckRequest { Urn = urn, Olds = Flat(olds), News = Flat(news), Name = Urn.Name(urn), Type = Urn.Type(urn) };
        try
        {
            var answer = await _rpc.CheckConfigAsync(request, cancellationToken: cancellation);
            return ProviderAnswers.ReadCheck(answer, new WireValues(acceptSecrets: false, acceptResources: false), news);
        }
        catch (RpcException exception) when (exception.StatusCode == StatusCode.Unimplemented)
        {
            return CheckOutcome.Accepted(news);
        }
        catch (RpcException exception)
        {
            throw Translate(exception);
        }
    }

    public async Task<DiffOutcome> DiffConfigAsync(
        string urn, PropertyMap oldInputs, PropertyMap oldOutputs, PropertyMap news, ImmutableArray<string> ignoreChanges, CancellationToken cancellation)
    {
        var request = new DiffRequest
        {
            Urn = urn,
            Name = Urn.Name(urn),
            Type = Urn.Type(urn),
            OldInputs = Flat(oldInputs),
            Olds = Flat(oldOutputs),
            News = Flat(news),
            IgnoreChanges = { ignoreChanges },
        };
        try
        {
            return DiffAnswers.Interpret(await _rpc.DiffConfigAsync(request, cancellationToken: cancellation), oldOutputs, news);
        }
        catch (RpcException exception) when (exception.StatusCode == StatusCode.Unimplemented)
        {
            return InputComparison.Compare(oldOutputs, news, []);
        }
        catch (RpcException exception)
        {
            throw Translate(exception);
        }
    }

    public void BeginConfigure(string urn, string id, PropertyMap inputs, CancellationToken cancellation)
    {
        _calls = inputs.ContainsUnknowns
            ? Task.FromResult<IProviderCalls>(UnconfiguredCalls.Instance)
            : ConfigureAsync(ProviderConfiguration.Request(urn, id, inputs), cancellation);

        // A failure that no call ever meets is no failure of the run.
        _ = _calls.ContinueWith(static task => _ = task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
    }

    public async Task CancelAsync()
    {
        try
        {
            await _rpc.CancelAsync(new Empty()).ResponseAsync.WaitAsync(CancelPatience, _time);
        }
        catch (Exception exception) when (exception is RpcException or TimeoutException)
        {
            // It has gone, has no such call, or does not listen: closing it comes next.
        }
    }

    public ValueTask DisposeAsync() => _instance.DisposeAsync();

    public Task<IProviderCalls> CallsAsync() => _calls;

    private async Task<IProviderCalls> ConfigureAsync(ConfigureRequest request, CancellationToken cancellation)
    {
        try
        {
            var answer = await _rpc.ConfigureAsync(request, cancellationToken: cancellation);
            var configuration = _handshake is null
                ? new ProviderConfiguration(new WireValues(answer.AcceptSecrets, answer.AcceptResources), answer.SupportsPreview)
                : new ProviderConfiguration(new WireValues(_handshake.AcceptSecrets, _handshake.AcceptResources), SupportsPreview: true);
            return new ConfiguredCalls(_rpc, configuration, Translate);
        }
        catch (RpcException exception)
        {
            throw Translate(exception);
        }
    }

    // Where no answer came, what the provider printed says why.
    private ProviderException Translate(RpcException exception)
    {
        var error = ProviderErrors.Translate(exception);
        return error.Answered || _instance.Output.Length == 0
            ? error
            : new ProviderException($"{error.Message}\nThe provider's output:\n{_instance.Output.TrimEnd()}", error.Code, error.Answered, exception);
    }

    // Configuration is checked and compared without marks: providers of every age understand it so.
    private static Struct? Flat(PropertyMap? map) => new WireValues(acceptSecrets: false, acceptResources: false).Send(map);
}
