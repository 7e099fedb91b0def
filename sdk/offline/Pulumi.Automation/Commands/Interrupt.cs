using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Pulumi.Automation.Commands;

/// <summary>Asks a process to stop in an orderly way: the command then cancels, saves the state and releases the lock.</summary>
internal static partial class Interrupt
{
    private const int SigInt = 2;

    /// <summary>Sends it; where the system has no such signal for a process without a console, the process is ended.</summary>
    public static void Send(Process process)
    {
        try
        {
            if (OperatingSystem.IsWindows())
            {
                process.Kill(entireProcessTree: true);
            }
            else
            {
                _ = Kill(process.Id, SigInt);
            }
        }
        catch (Exception exception) when (exception is InvalidOperationException or Win32Exception)
        {
            // It has ended by itself in the meantime.
        }
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Kill(int pid, int signal);
}
