using System.Collections.Immutable;
using CloudUpdate.Protocol.Rpc;
using CloudUpdate.Protocol.Values;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumi.Engine.State;
using Rpc = CloudUpdate.Protocol.Rpc.ResourceProvider.ResourceProviderClient;

namespace Pulumi.Engine.Plugins;

/// <summary>The calls of a configured provider.</summary>
/// <param name="rpc">The connection.</param>
/// <param name="configuration">How the provider takes its values.</param>
/// <param name="translate">Makes of an error what the user reads.</param>
internal sealed class ConfiguredCalls(Rpc rpc, ProviderConfiguration configuration, Func<RpcException, ProviderException> translate) : IProviderCalls
{
    private readonly WireValues _values = configuration.Values;

    public async Task<CheckOutcome> CheckAsync(string urn, PropertyMap? olds, PropertyMap news, byte[] seed, CancellationToken cancellation)
    {
        var request = new CheckRequest
        {
            Urn = urn,
            Name = Urn.Name(urn),
            Type = Urn.Type(urn),
            Olds = _values.Send(olds ?? PropertyMap.Empty),
            News = _values.Send(news),
            RandomSeed = Google.Protobuf.ByteString.CopyFrom(seed),
        };
        return await CallAsync(async () => ProviderAnswers.ReadCheck(await rpc.CheckAsync(request, cancellationToken: cancellation), _values, news));
    }

    public async Task<DiffOutcome> DiffAsync(ResourceState old, PropertyMap news, ImmutableArray<string> ignoreChanges, CancellationToken cancellation)
    {
        var request = new DiffRequest
        {
            Id = old.Id,
            Urn = old.Urn,
            Name = Urn.Name(old.Urn),
            Type = Urn.Type(old.Urn),
            Olds = _values.Send(old.Outputs),
            OldInputs = _values.Send(old.Inputs),
            News = _values.Send(news),
            IgnoreChanges = { ignoreChanges },
        };
        return await CallAsync(async () => DiffAnswers.Interpret(await rpc.DiffAsync(request, cancellationToken: cancellation), old.Inputs, news));
    }

    public async Task<ObjectOutcome> CreateAsync(ResourceState planned, bool preview, CancellationToken cancellation)
    {
        if (preview && !configuration.SupportsPreview)
        {
            return new ObjectOutcome(string.Empty, planned.Inputs);
        }

        var request = new CreateRequest
        {
            Urn = planned.Urn,
            Name = Urn.Name(planned.Urn),
            Type = planned.Type,
            Properties = _values.Send(planned.Inputs),
            Timeout = planned.CustomTimeouts?.Create ?? 0,
            Preview = preview,
        };
        return await ChangeAsync(string.Empty, planned.Inputs, async () =>
        {
            var answer = await rpc.CreateAsync(request, cancellationToken: cancellation);
            if (!preview && answer.Id.Length == 0)
            {
                throw new ProviderException($"plugin returned empty resource.ID from create '{planned.Urn}'");
            }

            return Made(answer.Id, answer.Properties, planned.Inputs, preview, "create") with { RefreshBeforeUpdate = answer.RefreshBeforeUpdate };
        });
    }

    public async Task<ObjectOutcome> UpdateAsync(ResourceState old, ResourceState planned, bool preview, CancellationToken cancellation)
    {
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
            Olds = _values.Send(old.Outputs, dropUnknowns: true),
            OldInputs = _values.Send(old.Inputs, dropUnknowns: true),
            News = _values.Send(planned.Inputs),
            Timeout = planned.CustomTimeouts?.Update ?? 0,
            IgnoreChanges = { planned.IgnoreChanges },
            Preview = preview,
        };
        return await ChangeAsync(old.Id, planned.Inputs, async () =>
        {
            var answer = await rpc.UpdateAsync(request, cancellationToken: cancellation);
            return Made(old.Id, answer.Properties, planned.Inputs, preview, "update") with { RefreshBeforeUpdate = answer.RefreshBeforeUpdate };
        });
    }

    public async Task<ObjectOutcome> ReadAsync(
        string urn, string id, PropertyMap? inputs, PropertyMap? outputs, double timeout, CancellationToken cancellation)
    {
        var request = new ReadRequest
        {
            Id = id,
            Urn = urn,
            Name = Urn.Name(urn),
            Type = Urn.Type(urn),
            Properties = _values.Send(outputs, dropUnknowns: true),
            Inputs = _values.Send(inputs, dropUnknowns: true),
            Timeout = timeout,
        };
        return await ChangeAsync(id, inputs, async () =>
        {
            var answer = await rpc.ReadAsync(request, cancellationToken: cancellation);
            return new ObjectOutcome(
                answer.Id,
                _values.Receive(answer.Properties, outputs, allowUnknowns: false, "read"),
                _values.Receive(answer.Inputs, inputs, allowUnknowns: false, "read"))
            {
                RefreshBeforeUpdate = answer.RefreshBeforeUpdate,
            };
        });
    }

    public async Task DeleteAsync(ResourceState old, CancellationToken cancellation)
    {
        var request = new DeleteRequest
        {
            Id = old.Id,
            Urn = old.Urn,
            Name = Urn.Name(old.Urn),
            Type = old.Type,
            Properties = _values.Send(old.Outputs, dropUnknowns: true),
            OldInputs = _values.Send(old.Inputs, dropUnknowns: true),
            Timeout = old.CustomTimeouts?.Delete ?? 0,
        };
        await CallAsync(async () => await rpc.DeleteAsync(request, cancellationToken: cancellation));
    }

    public async Task<InvokeOutcome> InvokeAsync(string token, PropertyMap arguments, bool preview, CancellationToken cancellation)
    {
        var request = new InvokeRequest { Tok = token, Args = _values.Send(arguments, dropUnknowns: true), Preview = preview };
        return await CallAsync(async () =>
        {
            var answer = await rpc.InvokeAsync(request, cancellationToken: cancellation);
            var result = _values.Receive(answer.Return, sent: null, allowUnknowns: false, "invoke");
            if (result is not null && !_values.AcceptSecrets && arguments.ContainsSecrets)
            {
                result = result.Select((_, value) => PropertyValue.Secret(value));
            }

            return new InvokeOutcome(result, ProviderAnswers.Failures(answer.Failures));
        });
    }

    // An answer that cannot be used is a failure, but the object it speaks of exists and must not be lost.
    private ObjectOutcome Made(string id, Struct? answer, PropertyMap inputs, bool preview, string what)
    {
        try
        {
            return new ObjectOutcome(id, _values.Receive(answer, inputs, preview, what) ?? PropertyMap.Empty);
        }
        catch (ProviderException exception)
        {
            return new ObjectOutcome(id, PropertyMap.Empty) { InitErrors = [exception.Message], Failure = exception.Message };
        }
    }

    private async Task<ObjectOutcome> ChangeAsync(string id, PropertyMap? inputs, Func<Task<ObjectOutcome>> call)
    {
        try
        {
            return await call();
        }
        catch (RpcException exception) when (ProviderErrors.PartialFailure(exception) is { } failure && (failure.Id.Length > 0 || id.Length > 0))
        {
            return new ObjectOutcome(
                failure.Id.Length > 0 ? failure.Id : id,
                _values.Receive(failure.Properties, inputs, allowUnknowns: false, "partial failure"),
                _values.Receive(failure.Inputs, inputs, allowUnknowns: false, "partial failure"))
            {
                InitErrors = ProviderErrors.Reasons(failure),
                Failure = exception.Status.Detail,
                RefreshBeforeUpdate = failure.RefreshBeforeUpdate,
            };
        }
        catch (RpcException exception)
        {
            throw translate(exception);
        }
    }

    private async Task<T> CallAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (RpcException exception)
        {
            throw translate(exception);
        }
    }
}
