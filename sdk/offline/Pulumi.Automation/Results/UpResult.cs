using System.Collections.Immutable;

namespace Pulumi.Automation;

/// <summary>What an update gave.</summary>
public sealed class UpResult : UpdateResult
{
    internal UpResult(string standardOutput, string standardError, UpdateSummary summary, IImmutableDictionary<string, OutputValue> outputs)
        : base(standardOutput, standardError, summary)
    {
        Outputs = outputs;
    }

    /// <summary>The stack outputs.</summary>
    public IImmutableDictionary<string, OutputValue> Outputs { get; }
}
