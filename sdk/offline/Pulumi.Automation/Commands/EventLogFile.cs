using Pulumi.Automation.Events;

namespace Pulumi.Automation.Commands;

/// <summary>A temporary file that the command appends events to, one JSON document a line, read while it grows.</summary>
internal sealed class EventLogFile : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("automation-events-");
    private readonly CancellationTokenSource _complete = new();
    private readonly Action<EngineEvent> _onEvent;

    public EventLogFile(Action<EngineEvent> onEvent)
    {
        _onEvent = onEvent;
        Path = System.IO.Path.Combine(_folder.FullName, "eventlog.txt");
        File.WriteAllText(Path, string.Empty);
    }

    public string Path { get; }

    /// <summary>Says that nothing more will be written.</summary>
    public void Complete() => _complete.Cancel();

    /// <summary>Hands on each event until the log is complete and read to its end.</summary>
    public async Task FollowAsync()
    {
        using var reader = new StreamReader(new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        var lines = new LineAssembler();
        bool complete;
        do
        {
            complete = _complete.IsCancellationRequested;
            foreach (var line in lines.Take(await reader.ReadToEndAsync(CancellationToken.None).ConfigureAwait(false)))
            {
                _onEvent(EventReader.Read(line));
            }

            if (!complete)
            {
                await Task.Delay(Interval, TimeProvider.System, _complete.Token)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
        while (!complete);
    }

    public void Dispose()
    {
        _complete.Dispose();
        _folder.Delete(recursive: true);
    }
}
