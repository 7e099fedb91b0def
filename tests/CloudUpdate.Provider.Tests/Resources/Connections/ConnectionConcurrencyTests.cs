using CloudUpdate.Emulator;
using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Tests.Lifecycles.Support;
using CloudUpdate.TestKit.Time;

namespace CloudUpdate.Provider.Tests.Lifecycles;

/// <summary>Writes that overlap in one workspace undo each other in Atlas: one provider sends them one after the other there, and together elsewhere.</summary>
public sealed class ConnectionConcurrencyTests
{
    private const int Connections = 50;

    private static readonly EmulatorSettings s_corrupting = EmulatorSettings.Immediate with
    {
        AtlasCorruptsOverlappingWrites = true,
        AtlasWriteHold = TimeSpan.FromMilliseconds(2),
        AtlasReplacesNestedObjects = true,
    };

    private static readonly IReadOnlyList<ResourceCase> s_types = [.. ConnectionCases.Changeable];

    [Test]
    public async Task FiftyConnectionsOfOneWorkspace_CreatedAndUpdatedAtOnce_AllConverge()
    {
        await using var bench = await Workbench.StartAsync(settings: s_corrupting);
        var things = Declare(bench, _ => DemoCredentials.AtlasWorkspace);

        await UpAsync(bench, things, declared => declared.Creation);
        await UpAsync(bench, things, declared => declared.Changed);

        await AssertConvergedAsync(bench, things);
        Assert.That(MostInFlight(bench.Emulator.Journal.Writes), Is.EqualTo(1));
    }

    [Test]
    public async Task FiftyConnectionsOfTenWorkspaces_CreatedAndUpdatedAtOnce_AllConvergeAndWorkspacesDoNotWaitForEachOther()
    {
        const int Workspaces = 10;
        await using var bench = await Workbench.StartAsync(settings: s_corrupting);
        for (var number = 0; number < Workspaces; number++)
        {
            bench.Emulator.Objects.Put(ObjectKinds.AtlasWorkspace, $"{DemoCredentials.AtlasGroupId}/workspace-{number}", []);
        }

        var things = Declare(bench, number => $"workspace-{number % Workspaces}");
        bench.Clock.AutoAdvance = false;
        bench.Emulator.Faults.Add(Fault.Slow(TimeSpan.FromSeconds(1)) with { Method = "POST" });

        var creating = UpAsync(bench, things, declared => declared.Creation);
        await bench.Emulator.Faults.WaitForHeldAsync(Workspaces).OrTimeout();
        bench.Clock.AutoAdvance = true;
        await creating;
        await UpAsync(bench, things, declared => declared.Changed);

        await AssertConvergedAsync(bench, things);
        var writes = bench.Emulator.Journal.Writes;
        Assert.Multiple(() =>
        {
            Assert.That(MostInFlight(writes), Is.EqualTo(Workspaces));
            Assert.That(writes.GroupBy(entry => entry.Path.Split("/streams/")[1].Split('/')[0]).Select(MostInFlight), Has.All.EqualTo(1));
        });
    }

    private static List<Declared> Declare(Workbench bench, Func<int, string> workspace) =>
    [
        .. Enumerable.Range(0, Connections).Select(number => new Declared(
            bench.Resource(ConnectionCases.Token, $"thing-{number}"), s_types[number % s_types.Count], $"connection-{number}", workspace(number))),
    ];

    private static async Task UpAsync(Workbench bench, List<Declared> things, Func<Declared, PropertyMap> program)
    {
        await bench.ConfigureAsync();
        await Task.WhenAll(things.Select(declared => declared.Thing.RunAsync(program(declared), preview: false, configure: false)));
    }

    private static async Task AssertConvergedAsync(Workbench bench, List<Declared> things)
    {
        Assert.That(bench.Emulator.Journal.Entries.Where(entry => entry.Overlapped), Is.Empty);
        foreach (var declared in things)
        {
            var secrets = declared.Type.WriteOnly.Select(path => PropertyPath.Parse(path).Get(declared.Changed)).OfType<PropertyValue>();
            var stored = bench.Stored(declared.Name, declared.Workspace).ToString();
            Assert.That(declared.Type.Shows(declared.Thing.Outputs, declared.Changed), $"{declared.Name}: {declared.Thing.Outputs}");
            Assert.That(secrets.OfType<StringValue>().Select(secret => secret.Value), Has.All.Matches<string>(stored.Contains));
        }

        var refreshed = await Task.WhenAll(things.Select(declared => declared.Thing.RefreshAsync()));
        Assert.That(refreshed.SelectMany(diff => diff!.DetailedDiff), Is.Empty);
    }

    private static int MostInFlight(IEnumerable<JournalEntry> entries)
    {
        var (now, most) = (0, 0);
        foreach (var (_, begins) in entries.SelectMany(entry => new[] { (entry.Arrival, true), (entry.Sequence, false) }).OrderBy(moment => moment.Item1))
        {
            now += begins ? 1 : -1;
            most = Math.Max(most, now);
        }

        return most;
    }

    private sealed record Declared(ManagedResource Thing, ResourceCase Type, string Name, string Workspace)
    {
        public PropertyMap Creation => Type.Creation!.With(Bag.Of(("connectionName", Name), ("tenantName", Workspace)));

        public PropertyMap Changed => Type.Changes.Aggregate(Creation, (program, change) => program.With(change));
    }
}
