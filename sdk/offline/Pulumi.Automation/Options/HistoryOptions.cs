namespace Pulumi.Automation;

/// <summary>Which part of the history.</summary>
public sealed class HistoryOptions
{
    /// <summary>Page, from 1; used with <see cref="PageSize"/>.</summary>
    public int? Page { get; set; }

    /// <summary>Entries on a page, at least 1.</summary>
    public int? PageSize { get; set; }

    /// <summary>Whether configuration secrets are shown; true unless set to false.</summary>
    public bool? ShowSecrets { get; set; }
}
