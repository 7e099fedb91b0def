using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi.Testing;

namespace Pulumi.CloudUpdate.Tests.Mocks;

/// <summary>A cloud for unit tests: inputs become outputs, and a test adds what the cloud would compute.</summary>
internal sealed class CloudMocks : IMocks
{
    public ConcurrentQueue<MockResourceArgs> Resources { get; } = [];

    public ConcurrentQueue<MockCallArgs> Calls { get; } = [];

    /// <summary>Outputs that every resource gets besides its inputs.</summary>
    public Dictionary<string, object> Computed { get; init; } = [];

    /// <summary>What functions answer.</summary>
    public Dictionary<string, object> Answer { get; init; } = [];

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        Resources.Enqueue(args);
        var id = string.IsNullOrEmpty(args.Id) ? $"{args.Name}-id" : args.Id;
        return Task.FromResult<(string?, object)>((id, args.Inputs.SetItems(Computed)));
    }

    public Task<object> CallAsync(MockCallArgs args)
    {
        Calls.Enqueue(args);
        return Task.FromResult<object>(Answer.ToImmutableDictionary());
    }
}
