using Grpc.Core;

namespace Pulumi.TestCloud;

/// <summary>Creations that wait for the test.</summary>
internal sealed class CloudWait(string releaseFile) : IDisposable
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(20);
    private volatile bool _isCancelled;
    private volatile bool _isOver;

    public void Cancel() => _isCancelled = true;

    /// <summary>A new run begins, which nobody has cancelled.</summary>
    public void Begin() => _isCancelled = false;

    /// <summary>Waits until the release file exists. A patient wait ends with an error when it is cancelled, a stubborn one when the server ends.</summary>
    public async Task WaitAsync(string? kind, Func<string, Task> log)
    {
        if (kind is null)
        {
            return;
        }

        await log("waits to be released");
        while (!File.Exists(releaseFile))
        {
            if (_isOver || (kind == "patient" && _isCancelled))
            {
                throw new RpcException(new Status(StatusCode.Cancelled, "the wait was cancelled"));
            }

            await Task.Delay(s_pause, TimeProvider.System);
        }
    }

    public void Dispose() => _isOver = true;
}
