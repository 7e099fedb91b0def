using System.Runtime.InteropServices;

namespace CloudUpdate.Emulator;

/// <summary>Hears when somebody asks the process to end: Ctrl+C, or what supervisors send.</summary>
internal sealed class EndSignal : IDisposable
{
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly PosixSignalRegistration[] _registrations;

    public EndSignal() => _registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, Hear),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, Hear),
    ];

    public Task WaitAsync(CancellationToken cancellation) => _asked.Task.WaitAsync(cancellation);

    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }
    }

    private void Hear(PosixSignalContext context)
    {
        context.Cancel = true;
        _asked.TrySetResult();
    }
}
