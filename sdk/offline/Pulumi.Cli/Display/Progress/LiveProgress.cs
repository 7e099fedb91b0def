using Pulumi.Cli.Display.Model;
using Pulumi.Cli.Display.Text;
using Pulumi.Cli.Display.Views;
using Pulumi.Cli.Hosting;
using Pulumi.Engine.Events;

namespace Pulumi.Cli.Display.Progress;

/// <summary>The table of resources, drawn anew while the run lasts; each running resource shows how long it has been at it and its latest message.</summary>
internal sealed class LiveProgress(Screen screen, DisplayOptions options, OperationModel model, TimeProvider time) : IProgress
{
    private readonly CancellationTokenSource _end = new();
    private readonly TreeView _view = new(model.Kind, options);
    private Task _animation = Task.CompletedTask;

    public void Begin()
    {
        var started = time.GetTimestamp();
        _animation = screen.AnimateAsync(
            () => [.. _view.Lines(model.Rows, time.GetUtcNow()), Line.Of($"@ {model.Kind.Progress} ({DurationText.Precise(time.GetElapsedTime(started))})", Tone.Faint)],
            time,
            _end.Token);
    }

    public void OnChange(ResourceRow row, EngineEvent cause)
    {
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync().ConfigureAwait(false);
        await _animation.ConfigureAwait(false);
        _end.Dispose();
    }
}
