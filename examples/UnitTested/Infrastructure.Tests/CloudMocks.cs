using System.Collections.Concurrent;
using Pulumi.Testing;

namespace UnitTested.Infrastructure.Tests;

/// <summary>Stands in for engine, provider and cloud: takes what the program declares, and answers as the cloud would.</summary>
internal sealed class CloudMocks : IMocks
{
    /// <summary>What the program declared.</summary>
    public ConcurrentQueue<MockResourceArgs> Declared { get; } = [];

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        Declared.Enqueue(args);

        // The cloud knows the region of a group; the program has not said it.
        return Task.FromResult<(string?, object)>(($"{args.Name}-id", args.Inputs.SetItem("regionId", "ap-southeast-1")));
    }

    public Task<object> CallAsync(MockCallArgs args) => throw new NotSupportedException("The program calls no function.");
}
