using Microsoft.Extensions.Hosting;

namespace CloudUpdate.Emulator.Http;

/// <summary>A life that its starter alone ends. The usual one would take Ctrl+C away from the process that the emulator lives in.</summary>
internal sealed class HostedByCaller : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
