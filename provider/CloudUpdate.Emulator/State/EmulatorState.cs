using CloudUpdate.Emulator.Authentication;
using CloudUpdate.Emulator.Clouds.Atlas;
using CloudUpdate.Emulator.Control;

namespace CloudUpdate.Emulator.State;

/// <summary>Everything one emulator remembers. Requests are applied one at a time under <see cref="Gate"/>.</summary>
internal sealed class EmulatorState
{
    public EmulatorState(EmulatorOptions options)
    {
        Clock = new EmulatorClock(options.TimeProvider);
        Ids = new IdSource(options.RandomSeed);
        Nonces = new NonceStore(options.NonceSource ?? (() => Ids.Base64(32)));
        Log = new RequestLog(options.JournalLimit);
        Settings = options.Settings;
    }

    public Lock Gate { get; } = new();

    public EmulatorClock Clock { get; }

    public IdSource Ids { get; }

    public ObjectStore Objects { get; } = new();

    public RequestLog Log { get; }

    public FaultList Faults { get; } = new();

    public HeldRequests Held { get; } = new();

    public NonceStore Nonces { get; }

    public FailureLocks FailureLocks { get; } = new();

    public AtlasBucket AtlasBucket { get; } = new();

    public WriteWindows Windows { get; } = new();

    public EmulatorSettings Settings { get; set; }

    public DateTimeOffset Now => Clock.GetUtcNow();
}
