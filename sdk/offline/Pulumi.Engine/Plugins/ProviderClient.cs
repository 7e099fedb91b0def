using System.Collections.Immutable;
using CloudUpdate.Protocol.Rpc;
using CloudUpdate.Protocol.Values;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumi.Engine.State;
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
    private Task<ProviderConfiguration> _configuration;

    private ProviderClient(IProviderInstance instance, Rpc rpc, ProviderHandshakeResponse? handshake, TimeProvider time)
    {
        _instance = instance;
        _time = time;
        _rpc = rpc;
        _handshake = handshake;
        _configuration = Task.FromException<ProviderConfiguration>(new ProviderException("the provider has not been configured"));
        _ = _configuration.Exception;
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
            return ReadCheck(answer, new WireValues(acceptSecrets: false, acceptResources: false), news);
        }
        catch (RpcException exception) when (exception.StatusCode == StatusCode.Unimplemented)
        {
            return CheckOutcome.Accepted(news);
        }
        catch (RpcException exception)
        {
            throw ProviderErrors.Translate(exception);
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
            throw ProviderErrors.Translate(exception);
        }
    }

    public void BeginConfigure(string urn, string id, PropertyMap inputs, CancellationToken cancellation)
    {
        _configuration = inputs.ContainsUnknowns
            ? Task.FromResult(ProviderConfiguration.Unknown)
            : ConfigureAsync(ProviderConfiguration.Request(urn, id, inputs), cancellation);

        // A failure that no call ever meets is no failure of the run.
        _ = _configuration.ContinueWith(static task => _ = task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
    }

    public async Task<CheckOutcome> CheckAsync(string urn, PropertyMap? olds, PropertyMap news, byte[] seed, CancellationToken cancellation)
    {
        if (await ConfiguredAsync() is not { } configuration)
        {
            return CheckOutcome.Accepted(news);
        }

        var request = new CheckRequest
        {
            Urn = urn,
            Name = Urn.Name(urn),
            Type = Urn.Type(urn),
            Olds = configuration.Values.Send(olds ?? PropertyMap.Empty),
            News = configuration.Values.Send(news),
            RandomSeed = Google.Protobuf.ByteString.CopyFrom(seed),
        };
        return await CallAsync(async () => ReadCheck(await _rpc.CheckAsync(request, cancellationToken: cancellation), configuration.Values, news));
    }

    public async Task<DiffOutcome> DiffAsync(ResourceState old, PropertyMap news, ImmutableArray<string> ignoreChanges, CancellationToken cancellation)
    {
        if (await ConfiguredAsync() is not { } configuration)
        {
            return new DiffOutcome { Changes = DiffChanges.Some, ConfigurationUnknown = true };
        }

        var request = new DiffRequest
        {
            Id = old.Id,
            Urn = old.Urn,
            Name = Urn.Name(old.Urn),
            Type = Urn.Type(old.Urn),
            Olds = configuration.Values.Send(old.Outputs),
            OldInputs = configuration.Values.Send(old.Inputs),
            News = configuration.Values.Send(news),
            IgnoreChanges = { ignoreChanges },
        };
        return await CallAsync(async () => DiffAnswers.Interpret(await _rpc.DiffAsync(request, cancellationToken: cancellation), old.Inputs, news));
    }

    public async Task<ObjectOutcome> CreateAsync(ResourceState planned, bool preview, CancellationToken cancellation)
    {
        if (await ConfiguredAsync() is not { } configuration)
        {
            return new ObjectOutcome(string.Empty, PropertyMap.Empty);
        }

        if (preview && !configuration.SupportsPreview)
        {
            return new ObjectOutcome(string.Empty, planned.Inputs);
        }

        var request = new CreateRequest
        {
            Urn = planned.Urn,
            Name = Urn.Name(planned.Urn),
            Type = planned.Type,
            Properties = configuration.Values.Send(planned.Inputs),
            Timeout = planned.CustomTimeouts?.Create ?? 0,
            Preview = preview,
        };
        return await ChangeAsync(string.Empty, planned.Inputs, configuration, async () =>
        {
            var answer = await _rpc.CreateAsync(request, cancellationToken: cancellation);
            if (!preview && answer.Id.Length == 0)
            {
                throw new ProviderException($"plugin returned empty resource.ID from create '{planned.Urn}'");
            }

            return Made(answer.Id, answer.Properties, planned.Inputs, preview, configuration, "create") with { RefreshBeforeUpdate = answer.RefreshBeforeUpdate };
        });
    }

    public async Task<ObjectOutcome> UpdateAsync(ResourceState old, ResourceState planned, bool preview, CancellationToken cancellation)
    {
        if (await ConfiguredAsync() is not { } configuration)
        {
            return new ObjectOutcome(old.Id, PropertyMap.Empty);
        }

        if (preview && !configuration.SupportsPreview)
        {
            return new ObjectOutcome(old.Id, planned.Inputs);
        }

        var request = new UpdateRequest
        {
            Id = old.Id,
            Urn = planned.Urn,
            Name = Urn.Name(planned.Urn),
            Type = planned.Type,
            Olds = configuration.Values.Send(old.Outputs, dropUnknowns: true),
            OldInputs = configuration.Values.Send(old.Inputs, dropUnknowns: true),
            News = configuration.Values.Send(planned.Inputs),
            Timeout = planned.CustomTimeouts?.Update ?? 0,
            IgnoreChanges = { planned.IgnoreChanges },
            Preview = preview,
        };
        return await ChangeAsync(old.Id, planned.Inputs, configuration, async () =>
        {
            var answer = await _rpc.UpdateAsync(request, cancellationToken: cancellation);
            return Made(old.Id, answer.Properties, planned.Inputs, preview, configuration, "update") with { RefreshBeforeUpdate = answer.RefreshBeforeUpdate };
        });
    }

    public async Task<ObjectOutcome> ReadAsync(
        string urn, string id, PropertyMap? inputs, PropertyMap? outputs, double timeout, CancellationToken cancellation)
    {
        if (await ConfiguredAsync() is not { } configuration)
        {
            return new ObjectOutcome(id, PropertyMap.Empty, PropertyMap.Empty);
        }

        var request = new ReadRequest
        {
            Id = id,
            Urn = urn,
            Name = Urn.Name(urn),
            Type = Urn.Type(urn),
            Properties = configuration.Values.Send(outputs, dropUnknowns: true),
            Inputs = configuration.Values.Send(inputs, dropUnknowns: true),
            Timeout = timeout,
        };
        return await ChangeAsync(id, inputs, configuration, async () =>
        {
            var answer = await _rpc.ReadAsync(request, cancellationToken: cancellation);
            return new ObjectOutcome(
                answer.Id,
                configuration.Values.Receive(answer.Properties, outputs, allowUnknowns: false, "read"),
                configuration.Values.Receive(answer.Inputs, inputs, allowUnknowns: false, "read"))
            {
                RefreshBeforeUpdate = answer.RefreshBeforeUpdate,
            };
        });
    }

    public async Task DeleteAsync(ResourceState old, CancellationToken cancellation)
    {
        if (await ConfiguredAsync() is not { } configuration)
        {
            throw new ProviderException("the configuration of the provider is not known, so nothing can be deleted with it");
        }

        var request = new DeleteRequest
        {
            Id = old.Id,
            Urn = old.Urn,
            Name = Urn.Name(old.Urn),
            Type = old.Type,
            Properties = configuration.Values.Send(old.Outputs, dropUnknowns: true),
            OldInputs = configuration.Values.Send(old.Inputs, dropUnknowns: true),
            Timeout = old.CustomTimeouts?.Delete ?? 0,
        };
        await CallAsync(async () => await _rpc.DeleteAsync(request, cancellationToken: cancellation));
    }

    public async Task<InvokeOutcome> InvokeAsync(string token, PropertyMap arguments, bool preview, CancellationToken cancellation)
    {
        if (await ConfiguredAsync() is not { } configuration)
        {
            return new InvokeOutcome(null, []);
        }

        var request = new InvokeRequest { Tok = token, Args = configuration.Values.Send(arguments, dropUnknowns: true), Preview = preview };
        return await CallAsync(async () =>
        {
            var answer = await _rpc.InvokeAsync(request, cancellationToken: cancellation);
            var result = configuration.Values.Receive(answer.Return, sent: null, allowUnknowns: false, "invoke");
            if (result is not null && !configuration.Values.AcceptSecrets && arguments.ContainsSecrets)
            {
                result = result.Select((_, value) => PropertyValue.Secret(value));
            }

            return new InvokeOutcome(result, Failures(answer.Failures));
        });
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

    private async Task<ProviderConfiguration> ConfigureAsync(ConfigureRequest request, CancellationToken cancellation)
    {
        var answer = await CallAsync(async () => await _rpc.ConfigureAsync(request, cancellationToken: cancellation));
        return _handshake is null
            ? new ProviderConfiguration(new WireValues(answer.AcceptSecrets, answer.AcceptResources), answer.SupportsPreview)
            : new ProviderConfiguration(new WireValues(_handshake.AcceptSecrets, _handshake.AcceptResources), SupportsPreview: true);
    }

    // Null where the configuration is not known, and the engine answers in the provider's place.
    private async Task<ProviderConfiguration?> ConfiguredAsync() => await _configuration is { IsKnown: true } configuration ? configuration : null;

    // An answer that cannot be used is a failure, but the object it speaks of exists and must not be lost.
    private static ObjectOutcome Made(
        string id, Struct? answer, PropertyMap inputs, bool preview, ProviderConfiguration configuration, string what)
    {
        try
        {
            return new ObjectOutcome(id, configuration.Values.Receive(answer, inputs, preview, what) ?? PropertyMap.Empty);
        }
        catch (ProviderException exception)
        {
            return new ObjectOutcome(id, PropertyMap.Empty) { InitErrors = [exception.Message], Failure = exception.Message };
        }
    }

    private static async Task<ObjectOutcome> ChangeAsync(
        string id, PropertyMap? inputs, ProviderConfiguration configuration, Func<Task<ObjectOutcome>> call)
    {
        try
        {
            return await call();
        }
        catch (RpcException exception) when (ProviderErrors.PartialFailure(exception) is { } failure && (failure.Id.Length > 0 || id.Length > 0))
        {
            return new ObjectOutcome(
                failure.Id.Length > 0 ? failure.Id : id,
                configuration.Values.Receive(failure.Properties, inputs, allowUnknowns: false, "partial failure"),
                configuration.Values.Receive(failure.Inputs, inputs, allowUnknowns: false, "partial failure"))
            {
                InitErrors = ProviderErrors.Reasons(failure),
                Failure = exception.Status.Detail,
                RefreshBeforeUpdate = failure.RefreshBeforeUpdate,
            };
        }
        catch (RpcException exception)
        {
            throw ProviderErrors.Translate(exception);
        }
    }

    private static async Task<T> CallAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (RpcException exception)
        {
            throw ProviderErrors.Translate(exception);
        }
    }

    private static CheckOutcome ReadCheck(CheckResponse answer, WireValues values, PropertyMap sent) =>
        new(values.Receive(answer.Inputs, sent, sent.ContainsUnknowns, "check") ?? PropertyMap.Empty, Failures(answer.Failures));

    private static ImmutableArray<InputFailure> Failures(IEnumerable<CheckFailure> failures) =>
        [.. failures.Select(failure => new InputFailure(failure.Property, failure.Reason))];

    // Configuration is checked and compared without marks: providers of every age understand it so.
    private static Struct? Flat(PropertyMap? map) => new WireValues(acceptSecrets: false, acceptResources: false).Send(map);
}
