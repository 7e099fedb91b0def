using System.Runtime.InteropServices;

namespace CloudUpdate.Provider.Hosting;

/// <summary>
/// The signals that ask the process to leave: SIGINT, SIGTERM, SIGHUP and SIGQUIT, which on Windows stand for Ctrl-C, shutdown, the closing
/// of the console and Ctrl-Break (what the engine sends there).
/// </summary>
internal sealed class ProcessSignals : IDisposable
{
    private readonly PosixSignalRegistration[] _registrations;

    /// <summary>Listens to them.</summary>
    /// <param name="leave">Called with the reason, each time.</param>
    public ProcessSignals(Action<string> leave) => _registrations =
    [
        .. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT }.Select(signal =>
            PosixSignalRegistration.Create(signal, context =>
            {
                context.Cancel = true;
                leave($"signal {signal}");
            })),
    ];

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }
    }
}
