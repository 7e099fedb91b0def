namespace Pulumi.Cli.EventLogs;

/// <summary>Keeps nothing.</summary>
internal sealed class NoEventLog : EventLog
{
    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    protected override void Write(string text)
    {
    }
}
