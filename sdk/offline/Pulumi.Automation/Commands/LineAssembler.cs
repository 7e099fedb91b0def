namespace Pulumi.Automation.Commands;

/// <summary>Makes whole lines out of pieces of text that may end anywhere.</summary>
internal sealed class LineAssembler
{
    private string _rest = string.Empty;

    /// <summary>The lines that the next piece completes; what is left waits for the piece after it.</summary>
    public IEnumerable<string> Take(string piece)
    {
        var lines = (_rest + piece).Split('\n');
        _rest = lines[^1];
        return lines[..^1].Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0);
    }
}
