namespace Pulumi.Engine.Deployment;

/// <summary>The operation cannot go on; where a message is given it has not been shown yet.</summary>
internal sealed class BailException : Exception
{
    public BailException(string? message, string urn = "")
        : base(message ?? "reported already")
    {
        Unreported = message;
        Urn = urn;
    }

    public string? Unreported { get; }

    public string Urn { get; }
}
