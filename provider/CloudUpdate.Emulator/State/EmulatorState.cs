using CloudUpdate.Emulator.Authentication;
using CloudUpdate.Emulator.Control;

namespace CloudUpdate.Emulator.State;

/// <summary>Everything one emulator remembers. Requests are applied one at a time under <see cref="Gate"/>.</summary>
internal sealed class EmulatorState(EmulatorOptions options)
{
    public Lock Gate { get; } = new();

    public EmulatorClock Clock { get; } = new(options.TimeProvider);

    public IdSource Ids { get; } = new(options.RandomSeed);

    public ObjectStore Objects { get; } = new();

    public RequestLog Log { get; } = new();

    public FaultList Faults { get; } = new();

    public AccessKeyLocks AccessKeyLocks { get; } = new();

    public WriteWindows Windows { get; } = new();

    public EmulatorSettings Settings { get; set; } = options.Settings;

    public DateTimeOffset Now => Clock.GetUtcNow();
}
