namespace CloudUpdate.Docs.Tests.Documents;

/// <summary>A fenced block of a document.</summary>
/// <param name="Document">The document's path.</param>
/// <param name="Line">Line of the fence, from 1.</param>
/// <param name="Language">What the fence says; empty for nothing.</param>
/// <param name="Text">What is in the block.</param>
internal sealed record Snippet(string Document, int Line, string Language, string Text)
{
    /// <summary>Where it is, as the name of its test.</summary>
    public override string ToString() => $"{Document}:{Line}";
}
