namespace CloudUpdate.CodeGen.Diagnostics;

/// <summary>Collects findings, so that one run reports all of them. A finding reported twice is kept once.</summary>
internal sealed class DiagnosticBag
{
    private readonly List<Diagnostic> _items = [];
    private readonly HashSet<Diagnostic> _seen = [];

    /// <summary>The findings in the order in which they were made.</summary>
    public IReadOnlyList<Diagnostic> Items => _items;

    /// <summary>Whether any finding prevents generation.</summary>
    public bool HasErrors => _items.Exists(item => item.Severity == Severity.Error);

    /// <summary>Records a finding that prevents generation.</summary>
    /// <param name="path">Where in the schema.</param>
    /// <param name="message">What is wrong.</param>
    public void Error(SchemaPath path, string message) => Add(new Diagnostic(Severity.Error, path, message));

    /// <summary>Records a finding that does not prevent generation.</summary>
    /// <param name="path">Where in the schema.</param>
    /// <param name="message">What is odd.</param>
    public void Warning(SchemaPath path, string message) => Add(new Diagnostic(Severity.Warning, path, message));

    private void Add(Diagnostic diagnostic)
    {
        if (_seen.Add(diagnostic))
        {
            _items.Add(diagnostic);
        }
    }
}
