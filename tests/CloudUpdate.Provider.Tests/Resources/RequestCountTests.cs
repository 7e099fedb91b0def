using CloudUpdate.Provider.Tests.Lifecycles.Support;
using CloudUpdate.TestKit.Golden;

namespace CloudUpdate.Provider.Tests.Lifecycles;

/// <summary>How many requests each operation makes of a cloud; the table in the documentation is written from what the emulator counted.</summary>
public sealed class RequestCountTests
{
    private static readonly string[] s_columns =
    [
        "adopt, preview", "adopt unchanged", "adopt with change", "update, preview", "update", "no-op", "refresh", "destroy (retain)", "destroy (restore)", "create", "destroy (delete)",
    ];

    [Test]
    public async Task Requests_EachOperation_AreTheDocumentedOnes()
    {
        var rows = new List<string>();
        foreach (var resource in ResourceCases.Huawei.Append(ConnectionCases.Kafka))
        {
            rows.Add($"| `{resource.Token.Split(':')[2]}` | {string.Join(" | ", await CountAsync(resource))} |");
        }

        var table = $"""
            # Requests

            What the provider asks of a cloud for one resource, where nothing has to be waited for: the number of requests, reads and writes together.
            Each poll of a wait is one read more. Written by a test from what the emulator counted.

            | Resource | {string.Join(" | ", s_columns)} |
            | --- |{string.Concat(Enumerable.Repeat(" ---: |", s_columns.Length))}
            {string.Join("\n", rows)}

            An update reads the object, writes what differs, and reads again what it wrote; event notifications answer with the object as it is, so the last
            read falls away. A no-op asks nothing. A creation looks first for an object that it would clash with or could be mistaken for; clouds
            without a client token need that after a lost answer.

            """;
        GoldenFile.Verify(table, "provider/docs/requests.md");
    }

    private static async Task<IEnumerable<string>> CountAsync(ResourceCase resource)
    {
        await using var bench = await resource.StartAsync(Emulator.EmulatorSettings.Immediate);
        var counts = new List<string>();
        var thing = bench.Resource(resource.Token);
        await Count(() => thing.PreviewAsync(resource.AllChanges));
        await Count(() => bench.Resource(resource.Token, "unchanged").UpAsync(resource.Door));
        await Count(() => thing.UpAsync(resource.AllChanges));
        var changed = resource.AllChanges.With(resource.Another.Property, Bag.Value(resource.Another.Value));
        await Count(() => thing.PreviewAsync(changed));
        await Count(() => thing.UpAsync(changed));
        await Count(() => thing.UpAsync(changed));
        await Count(() => thing.RefreshAsync());
        await Count(() => thing.DestroyAsync());
        await bench.ConfigureAsync();
        await thing.UpAsync(resource.AllChanges.With(Bag.Of(("onDelete", "Restore"))));
        await Count(() => thing.DestroyAsync());
        if (resource.Creation is not null)
        {
            var made = bench.Resource(resource.Token, "made");
            await Count(() => made.UpAsync(resource.Creation));
            await Count(() => made.DestroyAsync());
        }
        else
        {
            counts.AddRange(["–", "–"]);
        }

        return counts;

        async Task Count(Func<Task> operation)
        {
            bench.Emulator.Journal.Clear();
            await operation();
            counts.Add($"{bench.Requests.Count}");
        }
    }
}
