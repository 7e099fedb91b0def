namespace CloudUpdate.CodeGen.Docs;

/// <summary>An XML documentation comment: its lines, without the slashes before them.</summary>
/// <param name="Lines">The lines, which together are well-formed XML.</param>
internal sealed record DocComment(IReadOnlyList<string> Lines)
{
    /// <summary>A comment that is one sentence of XML.</summary>
    public static DocComment Summary(string xml) => new(["<summary>", xml, "</summary>"]);

    /// <summary>The lines of the summary.</summary>
    public IEnumerable<string> SummaryLines => Lines.Skip(1).TakeWhile(line => line != "</summary>");

    /// <summary>The comment with the description of a parameter.</summary>
    public DocComment WithParam(string name, string xml) => With($"<param name=\"{name}\">{xml}</param>");

    /// <summary>The comment with the description of the result.</summary>
    public DocComment WithReturns(string xml) => With($"<returns>{xml}</returns>");

    /// <summary>The comment with a line at its end.</summary>
    public DocComment With(string xml) => new([.. Lines, xml]);
}
