using System.Collections.Concurrent;
using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Serialization;
using Rpc = CloudUpdate.Protocol.Rpc;

namespace Pulumi.Testing;

/// <summary>Answers a test's program from its mocks.</summary>
internal sealed class MockMonitor(IMocks mocks) : IMonitor
{
    private readonly ConcurrentDictionary<string, Struct> _registered = new();
    private ImmutableArray<Resource> _resources = [];

    public ImmutableArray<Resource> Resources => _resources;

    // Without output values, so that mocks get plain values for the inputs of remote components too.
    public Task<bool> SupportsFeatureAsync(string feature) => Task.FromResult(feature != "outputValues");

    public async Task<Rpc.RegisterResourceResponse> RegisterResourceAsync(Resource resource, Rpc.RegisterResourceRequest request)
    {
        ImmutableInterlocked.Update(ref _resources, resources => resources.Add(resource));
        var urn = UrnOf(request.Parent, request.Type, request.Name);
        if (request.Type == Stack.TypeToken)
        {
            return new Rpc.RegisterResourceResponse { Urn = urn, Object = new Struct() };
        }

        var (id, state) = await CreateAsync(urn, request.Type, request.Name, request.Object, request.Provider, request.ImportId)
            .ConfigureAwait(false);
        return new Rpc.RegisterResourceResponse { Urn = urn, Id = id, Object = state };
    }

    public async Task<Rpc.ReadResourceResponse> ReadResourceAsync(Resource resource, Rpc.ReadResourceRequest request)
    {
        var urn = UrnOf(request.Parent, request.Type, request.Name);
        var (_, state) = await CreateAsync(urn, request.Type, request.Name, request.Properties, request.Provider, request.Id)
            .ConfigureAwait(false);
        ImmutableInterlocked.Update(ref _resources, resources => resources.Add(resource));
        return new Rpc.ReadResourceResponse { Urn = urn, Properties = state };
    }

    public Task RegisterResourceOutputsAsync(Rpc.RegisterResourceOutputsRequest request)
        => mocks.RegisterResourceOutputs(new MockRegisterResourceOutputsRequest(
            request.Urn,
            request.Outputs.Fields.ToImmutableDictionary(
                output => output.Key, output => new Output<object?>(Task.FromResult(PropertyReader.Read(output.Value))))));

    public async Task<Rpc.ResourceInvokeResponse> InvokeAsync(Rpc.ResourceInvokeRequest request)
    {
        var args = ToPlain(request.Args);
        if (request.Tok == "pulumi:pulumi:getResource")
        {
            var urn = (string)args["urn"];
            return _registered.TryGetValue(urn, out var found)
                ? new Rpc.ResourceInvokeResponse { Return = found }
                : throw new InvalidOperationException($"Unknown resource {urn}");
        }

        var answer = await mocks.CallAsync(new MockCallArgs { Token = request.Tok, Args = args, Provider = request.Provider })
            .ConfigureAwait(false);
        return new Rpc.ResourceInvokeResponse { Return = await ToStructAsync(answer).ConfigureAwait(false) };
    }

    public Task SignalAndWaitForShutdownAsync() => Task.CompletedTask;

    private async Task<(string Id, Struct State)> CreateAsync(
        string urn, string type, string name, Struct inputs, string provider, string existingId)
    {
        var args = new MockResourceArgs { Type = type, Name = name, Inputs = ToPlain(inputs), Provider = provider, Id = existingId };
        var (givenId, givenState) = await mocks.NewResourceAsync(args).ConfigureAwait(false);
        var id = givenId ?? existingId;
        var state = await ToStructAsync(givenState).ConfigureAwait(false);
        _registered[urn] = new Struct
        {
            Fields = { ["urn"] = Value.ForString(urn), ["id"] = Value.ForString(id), ["state"] = Value.ForStruct(state) },
        };
        return (id, state);
    }

    private static string UrnOf(string parent, string type, string name)
    {
        var qualifiedType = parent.Length == 0 ? type : $"{parent.Split("::")[2].Split('$')[0]}${type}";
        return $"urn:pulumi:{Deployment.Instance.StackName}::{Deployment.Instance.ProjectName}::{qualifiedType}::{name}";
    }

    private static ImmutableDictionary<string, object> ToPlain(Struct properties)
        => properties.Fields
            .Select(property => (property.Key, Data: PropertyReader.Read(property.Value)))
            .Where(property => property.Data is { IsKnown: true, Value: not null })
            .ToImmutableDictionary(property => property.Key, property => property.Data.Value!);

    private static async Task<Struct> ToStructAsync(object given)
    {
        var properties = given is IDictionary<string, object> dictionary ? dictionary.ToImmutableDictionary() : given;
        var written = await new PropertyWriter(keepResources: true).WriteAsync("", properties).ConfigureAwait(false);
        return written?.StructValue ?? throw new InvalidOperationException($"{given.GetType().FullName} is not a supported argument type");
    }
}
