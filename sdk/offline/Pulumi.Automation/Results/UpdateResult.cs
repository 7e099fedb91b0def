namespace Pulumi.Automation;

/// <summary>What an operation on a stack gave.</summary>
public class UpdateResult
{
    internal UpdateResult(string standardOutput, string standardError, UpdateSummary summary)
    {
        StandardOutput = standardOutput;
        StandardError = standardError;
        Summary = summary;
    }

    /// <summary>What the command wrote to standard output.</summary>
    public string StandardOutput { get; }

    /// <summary>What the command wrote to standard error.</summary>
    public string StandardError { get; }

    /// <summary>Its entry in the history.</summary>
    public UpdateSummary Summary { get; }
}
