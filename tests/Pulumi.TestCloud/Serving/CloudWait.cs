using Grpc.Core;

namespace Pulumi.TestCloud.Serving;

/// <summary>Creations that wait for the test.</summary>
internal sealed class CloudWait(string releaseFile) : IDisposable
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(20);
    private readonly CancellationTokenSource _cancelled = new();

    public void Cancel() => _cancelled.Cancel();

    /// <summary>Waits until the release file exists. A patient wait ends with an error when it is cancelled, a stubborn one does not end.</summary>
    public async Task WaitAsync(string? kind, Func<string, Task> log)
    {
        if (kind is null)
        {
            return;
        }

        await log("waits to be released");
        while (!File.Exists(releaseFile))
        {
            if (kind == "patient" && _cancelled.IsCancellationRequested)
            {
                throw new RpcException(new Status(StatusCode.Cancelled, "the wait was cancelled"));
            }

            await Task.Delay(s_pause, TimeProvider.System);
        }
    }

    public void Dispose() => _cancelled.Dispose();
}
