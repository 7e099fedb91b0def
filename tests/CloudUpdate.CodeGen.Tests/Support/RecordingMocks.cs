using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi.Testing;

namespace CloudUpdate.CodeGen.Tests.Support;

/// <summary>An engine that records what it is asked for; resources have their inputs as outputs, functions return their arguments.</summary>
internal sealed class RecordingMocks : IMocks
{
    private readonly ConcurrentQueue<MockResourceArgs> _resources = [];
    private readonly ConcurrentQueue<MockCallArgs> _calls = [];

    /// <summary>The only resource that was registered or read.</summary>
    public MockResourceArgs Resource => _resources.Single();

    /// <summary>The calls of functions, in order.</summary>
    public IReadOnlyList<MockCallArgs> Calls => [.. _calls];

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        _resources.Enqueue(args);
        return Task.FromResult<(string?, object)>((string.IsNullOrEmpty(args.Id) ? args.Name + "-id" : args.Id, args.Inputs));
    }

    public Task<object> CallAsync(MockCallArgs args)
    {
        _calls.Enqueue(args);
        return Task.FromResult<object>(args.Args);
    }

    /// <summary>Nothing is expected of components here.</summary>
    public Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args) => Task.CompletedTask;

    /// <summary>Values as in <see cref="MockResourceArgs.Inputs"/>, for comparisons.</summary>
    public static ImmutableDictionary<string, object> Object(params (string Key, object Value)[] entries) =>
        entries.ToImmutableDictionary(entry => entry.Key, entry => entry.Value);
}
