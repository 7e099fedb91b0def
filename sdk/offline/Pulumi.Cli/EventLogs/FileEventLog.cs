using System.Text;

namespace Pulumi.Cli.EventLogs;

/// <summary>A file with one event a line, each complete as soon as it is there: others read along while it grows.</summary>
internal sealed class FileEventLog(string path) : EventLog
{
    private readonly FileStream _file = new(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);

    public override ValueTask DisposeAsync() => _file.DisposeAsync();

    protected override void Write(string text)
    {
        _file.Write(Encoding.UTF8.GetBytes(text + "\n"));
        _file.Flush();
    }
}
