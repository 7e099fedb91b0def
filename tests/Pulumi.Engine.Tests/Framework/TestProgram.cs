using System.Collections.Concurrent;
using System.Collections.Immutable;
using CloudUpdate.Protocol.Rpc;
using CloudUpdate.Protocol.Values;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Grpc.Net.Client;
using Pulumi.Engine.Programs;

namespace Pulumi.Engine.Tests.Framework;

/// <summary>A program that is data: it registers its resources one after the other over the real protocol, as an SDK would.</summary>
internal sealed class TestProgram(params TestResource[] resources) : IProgram
{
    public ImmutableDictionary<string, object?> StackOutputs { get; init; } = [];

    /// <summary>Whether the program says that it is done and waits; otherwise it just ends.</summary>
    public bool SignalsShutdown { get; init; } = true;

    /// <summary>Whether resources that do not refer to each other are registered at once.</summary>
    public bool Concurrent { get; init; }

    /// <summary>Runs after the resources; its result is the program's.</summary>
    public Func<ResourceMonitor.ResourceMonitorClient, Task<ProgramResult>>? Then { get; init; }

    /// <summary>Answers by name.</summary>
    public ConcurrentDictionary<string, TestAnswer> Answers { get; } = [];

    public string StackUrn { get; private set; } = string.Empty;

    public static OutputReference Output(string name, string key) => new(name, key);

    public static SecretInput Secret(object? value) => new(value);

    public async Task<ProgramResult> RunAsync(ProgramRun run, CancellationToken cancellation)
    {
        using var channel = GrpcChannel.ForAddress($"http://{run.MonitorAddress}");
        var monitor = new ResourceMonitor.ResourceMonitorClient(channel);
        try
        {
            StackUrn = (await monitor.RegisterResourceAsync(
                new RegisterResourceRequest { Type = Urn.RootStackType, Name = $"{run.Stack.Project}-{run.Stack.Name}", Object = new Struct() }, cancellationToken: cancellation)).Urn;
            await RegisterAllAsync(monitor, run.DryRun, cancellation);
            await monitor.RegisterResourceOutputsAsync(
                new RegisterResourceOutputsRequest { Urn = StackUrn, Outputs = Bag(StackOutputs, run.DryRun) }, cancellationToken: cancellation);
            var result = Then is null ? ProgramResult.Success : await Then(monitor);
            if (SignalsShutdown && result.Succeeded)
            {
                await monitor.SignalAndWaitForShutdownAsync(new Empty(), cancellationToken: cancellation);
            }

            return result;
        }
        catch (RpcException exception) when (exception.StatusCode == StatusCode.Unavailable)
        {
            return ProgramResult.Reported;
        }
        catch (RpcException) when (cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellation);
        }
        catch (RpcException exception)
        {
            return ProgramResult.Failure(exception.Status.Detail);
        }
    }

    private async Task RegisterAllAsync(ResourceMonitor.ResourceMonitorClient monitor, bool dryRun, CancellationToken cancellation)
    {
        if (Concurrent)
        {
            await Task.WhenAll(resources.Select(resource => RegisterAsync(monitor, resource, dryRun, cancellation)));
            return;
        }

        foreach (var resource in resources)
        {
            await RegisterAsync(monitor, resource, dryRun, cancellation);
        }
    }

    private async Task RegisterAsync(ResourceMonitor.ResourceMonitorClient monitor, TestResource resource, bool dryRun, CancellationToken cancellation)
    {
        if (resource.ReadId is { } id)
        {
            var read = await monitor.ReadResourceAsync(
                new ReadResourceRequest
                {
                    Id = id,
                    Type = resource.Type,
                    Name = resource.Name,
                    Parent = UrnOf(resource.Parent),
                    Properties = Bag(resource.Inputs, dryRun),
                    AcceptSecrets = true,
                    AcceptResources = true,
                },
                cancellationToken: cancellation);
            Answers[resource.Name] = new TestAnswer(read.Urn, id, PropertyCodec.DecodeOrEmpty(read.Properties), false);
            return;
        }

        var answer = await monitor.RegisterResourceAsync(Request(resource, dryRun), cancellationToken: cancellation);
        Answers[resource.Name] = new TestAnswer(answer.Urn, answer.Id, PropertyCodec.DecodeOrEmpty(answer.Object), answer.Unknown);
        if (resource.Outputs is { } outputs)
        {
            await monitor.RegisterResourceOutputsAsync(
                new RegisterResourceOutputsRequest { Urn = answer.Urn, Outputs = Bag(outputs, dryRun) }, cancellationToken: cancellation);
        }
    }

    private RegisterResourceRequest Request(TestResource resource, bool dryRun)
    {
        var request = new RegisterResourceRequest
        {
            Type = resource.Type,
            Name = resource.Name,
            Custom = resource.Custom,
            Parent = UrnOf(resource.Parent),
            Object = Bag(resource.Inputs, dryRun),
            AcceptSecrets = true,
            AcceptResources = true,
            SupportsResultReporting = true,
            DeletedWith = resource.DeletedWith.Length == 0 ? string.Empty : UrnOf(resource.DeletedWith),
        };
        if (resource.Provider.Length > 0)
        {
            var provider = Answers[resource.Provider];
            request.Provider = new ProviderReference(provider.Urn, provider.Id.Length > 0 ? provider.Id : ProviderReference.UnknownId).ToString();
        }

        foreach (var (key, value) in resource.Inputs)
        {
            var dependencies = new RegisterResourceRequest.Types.PropertyDependencies();
            dependencies.Urns.AddRange(References(value).Select(reference => Answers[reference.Name].Urn).Distinct());
            request.PropertyDependencies[key] = dependencies;
            request.Dependencies.AddRange(dependencies.Urns);
        }

        request.Dependencies.AddRange(resource.DependsOn.Select(name => Answers[name].Urn));
        resource.Options?.Invoke(request);
        return request;
    }

    private string UrnOf(string name) => name.Length == 0 ? StackUrn : Answers[name].Urn;

    private Struct Bag(ImmutableDictionary<string, object?> values, bool dryRun) =>
        PropertyCodec.Encode(PropertyMap.Of(values.Select(entry => KeyValuePair.Create(entry.Key, Value(entry.Value, dryRun)))))!;

    public static PropertyValue Plain(object? value) => value switch
    {
        null => PropertyValue.Null,
        PropertyValue given => given,
        bool flag => PropertyValue.Of(flag),
        int number => PropertyValue.Of(number),
        double number => PropertyValue.Of(number),
        string text => PropertyValue.Of(text),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value.GetType(), "No such kind of test input."),
    };

    private PropertyValue Value(object? value, bool dryRun) => value switch
    {
        SecretInput secret => PropertyValue.Secret(Value(secret.Value, dryRun)),
        OutputReference { Key: "id" } reference => Answers[reference.Name] is { Id.Length: > 0 } answer ? PropertyValue.Of(answer.Id) : PropertyValue.Unknown,
        OutputReference reference => Answers[reference.Name].Outputs.Get(reference.Key) ?? (dryRun ? PropertyValue.Unknown : PropertyValue.Null),
        IReadOnlyDictionary<string, object?> map => PropertyValue.Of(PropertyMap.Of(map.Select(entry => KeyValuePair.Create(entry.Key, Value(entry.Value, dryRun))))),
        IEnumerable<object?> list => PropertyValue.Of(list.Select(item => Value(item, dryRun))),
        _ => Plain(value),
    };

    private static IEnumerable<OutputReference> References(object? value) => value switch
    {
        OutputReference reference => [reference],
        SecretInput secret => References(secret.Value),
        IReadOnlyDictionary<string, object?> map => map.Values.SelectMany(References),
        string => [],
        IEnumerable<object?> list => list.SelectMany(References),
        _ => [],
    };
}

/// <summary>What the engine answered to a registration.</summary>
internal sealed record TestAnswer(string Urn, string Id, PropertyMap Outputs, bool Unknown);
