using CloudUpdate.TestKit.Logging;
using Microsoft.Extensions.Time.Testing;

namespace CloudUpdate.Emulator.Tests.Support;

/// <summary>A test with an emulator of its own on a clock that only the test moves.</summary>
[CancelAfter(180_000)]
internal abstract class EmulatorTest
{
    private EmulatorServer? _server;
    private TestClient? _client;

    protected FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 1, 15, 8, 30, 0, TimeSpan.Zero));

    protected EmulatorServer Server => _server!;

    protected TestClient Client => _client!;

    /// <summary>What the emulator logs; an error that no test expects fails the test.</summary>
    protected LogCollector Log { get; } = new();

    protected virtual EmulatorOptions Options => new() { TimeProvider = Time, LoggerFactory = Log };

    [SetUp]
    public async Task StartEmulator()
    {
        _server = await EmulatorServer.StartAsync(Options, TestContext.CurrentContext.CancellationToken);
        _client = new TestClient(_server);
    }

    [TearDown]
    public async Task StopEmulator()
    {
        _client?.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        Log.Verify();
    }
}
