using CloudUpdate.Provider.Clouds;

namespace CloudUpdate.Provider.Resources;

/// <summary>What the codes of the Cloud Search Service mean here.</summary>
internal static class ConnectionErrors
{
    /// <summary>Code for a cluster that does not exist, or that the caller may not see.</summary>
    public const string NoneOrDenied = "CSS.0015";

    /// <summary>Code for a cluster that was deleted.</summary>
    public const string Deleted = "CSS.0047";

    /// <summary>Code for a cluster that another operation is busy with.</summary>
    public const string Busy = "CSS.5090";

    /// <summary>Code for a busy or faulty cluster, which may come with status 202.</summary>
    public const string BusyOrFaulty = "CSS.0011";

    /// <summary>Code for a cluster whose endpoint service is not enabled.</summary>
    public const string NotEnabled = "CSS.5182";

    /// <summary>What the user should know or do.</summary>
    public static string? Explain(CloudException error) => error.Code switch
    {
        NotEnabled => "the VPC endpoint service of the cluster is not enabled, so nothing can connect to it; enable it in the cluster's settings first",
        Busy or BusyOrFaulty => "the cluster is busy with another operation, or faulty",
        Deleted => "the cluster was deleted",
        NoneOrDenied => "there is no such cluster, or the credentials may not see it",
        _ => null,
    };
}
