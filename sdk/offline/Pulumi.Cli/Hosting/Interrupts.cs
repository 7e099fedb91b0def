using System.Runtime.InteropServices;

namespace Pulumi.Cli.Hosting;

/// <summary>The user's wish to stop: once to finish what runs, twice to stop at once.</summary>
internal sealed class Interrupts : IDisposable
{
    private readonly CancellationTokenSource _graceful = new();
    private readonly CancellationTokenSource _immediate = new();
    private readonly List<PosixSignalRegistration> _signals = [];

    /// <summary>Called with the signal's name and whether this is the first one.</summary>
    public event Action<string, bool>? Signalled;

    /// <summary>Cancelled by the first signal: start nothing new, finish what runs.</summary>
    public CancellationToken Graceful => _graceful.Token;

    /// <summary>Cancelled by the second signal: stop at once.</summary>
    public CancellationToken Immediate => _immediate.Token;

    /// <summary>Listens to the signals of this process.</summary>
    public static Interrupts OfProcess()
    {
        var interrupts = new Interrupts();
        interrupts.Listen(PosixSignal.SIGINT, "^C");
        interrupts.Listen(PosixSignal.SIGTERM, "SIGTERM");
        return interrupts;
    }

    /// <summary>Takes a signal.</summary>
    public void Signal(string name)
    {
        var isFirst = !_graceful.IsCancellationRequested;
        Signalled?.Invoke(name, isFirst);
        (isFirst ? _graceful : _immediate).Cancel();
    }

    public void Dispose()
    {
        _signals.ForEach(signal => signal.Dispose());
        _graceful.Dispose();
        _immediate.Dispose();
    }

    private void Listen(PosixSignal signal, string name) => _signals.Add(PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = true;
        Signal(name);
    }));
}
