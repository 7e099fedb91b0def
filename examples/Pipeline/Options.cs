namespace CloudUpdate.Pipeline;

/// <summary>What the command line asks for.</summary>
/// <param name="Gate">One situation, or null for all.</param>
/// <param name="SummaryFile">Where the Markdown summary goes; null for nowhere.</param>
/// <param name="ReportFile">Where the JSON report goes; null for nowhere.</param>
internal sealed record Options(string? Gate, string? SummaryFile, string? ReportFile)
{
    public const string Usage = "Usage: Pipeline [--gate deploy|policy|blind|drift] [--summary FILE] [--report FILE]";

    /// <summary>Reads the command line; null where it is not understood.</summary>
    public static Options? Parse(IReadOnlyList<string> arguments)
    {
        var options = new Options(null, null, null);
        for (var index = 0; index < arguments.Count; index += 2)
        {
            var value = index + 1 < arguments.Count ? arguments[index + 1] : null;
            var next = (arguments[index], value) switch
            {
                (_, null) => null,
                ("--gate", _) when Gates.Demonstration.All.ContainsKey(value) => options with { Gate = value },
                ("--summary", _) => options with { SummaryFile = value },
                ("--report", _) => options with { ReportFile = value },
                _ => null,
            };
            if (next is null)
            {
                return null;
            }

            options = next;
        }

        return options;
    }
}
