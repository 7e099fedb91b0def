using CloudUpdate.Emulator;

namespace CloudUpdate.Provider.Tests.Clouds;

/// <summary>Tests of the cloud clients against an emulator of their own.</summary>
internal abstract class EmulatorFixture
{
    protected CloudBench Bench { get; } = new();

    protected EmulatorServer Emulator { get; private set; } = null!;

    protected IReadOnlyList<JournalEntry> Journal => Emulator.Journal.Entries;

    [SetUp]
    public async Task StartEmulatorAsync() => Emulator = await Bench.EmulateAsync();

    [TearDown]
    public async Task StopEmulatorAsync()
    {
        await Bench.DisposeAsync();
        await Emulator.DisposeAsync();
    }

    protected int Count(string operation) => Journal.Count(entry => entry.Operation == operation);

    protected void AssertOperations(params string[] operations) =>
        Assert.That(Journal.Select(entry => entry.Operation), Is.EqualTo(operations));
}
