using System.Runtime.CompilerServices;

namespace CloudUpdate.TestKit.Time;

/// <summary>Time limits for what a test awaits, so that a hang is a readable failure.</summary>
public static class TestTimeout
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(120);

    /// <summary>Awaits the task for at most two minutes of real time: long enough that only a hang reaches it on a machine that others use too.</summary>
    /// <exception cref="TimeoutException">The task did not end; the message says which line awaited it.</exception>
    public static async Task OrTimeout(this Task task, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        try
        {
            await task.WaitAsync(s_limit);
        }
        catch (TimeoutException) when (!task.IsCompleted)
        {
            throw Hang(file, line);
        }
    }

    /// <inheritdoc cref="OrTimeout(Task, string, int)" />
    public static async Task<T> OrTimeout<T>(this Task<T> task, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        await OrTimeout((Task)task, file, line);
        return await task;
    }

    private static TimeoutException Hang(string file, int line) =>
        new($"{Path.GetFileName(file)}:{line} waited {s_limit.TotalSeconds} s of real time for something that did not happen");
}
