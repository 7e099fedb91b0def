using System.Text;

namespace CloudUpdate.Provider.Clouds.Http;

/// <summary>Where a request goes, in the exact form that is sent and signed.</summary>
/// <param name="Origin">Scheme, host and port; its path is not used.</param>
/// <param name="Path">The percent-encoded path, with a leading slash.</param>
/// <param name="Query">The percent-encoded query without its question mark; empty if there is none.</param>
internal sealed record RequestTarget(Uri Origin, string Path, string Query)
{
    /// <summary>The value of the Host header: the port is named unless it is the scheme's own.</summary>
    public string Host
    {
        get
        {
            var name = Origin.HostNameType == UriHostNameType.IPv6 ? Origin.Host : Origin.IdnHost;
            return Origin.IsDefaultPort ? name : FormattableString.Invariant($"{name}:{Origin.Port}");
        }
    }

    /// <summary>Fills a path template. Every value becomes exactly one segment, whatever characters it has.</summary>
    /// <param name="baseAddress">Scheme, host, port, and a path to put in front.</param>
    /// <param name="request">The request with template, values and query.</param>
    /// <param name="projectId">The value for <c>project_id</c> where the request does not give one.</param>
    /// <exception cref="CloudException">A value cannot be a path segment: it is missing, empty, or a dot segment.</exception>
    public static RequestTarget For(Uri baseAddress, CloudRequest request, string? projectId = null)
    {
        var path = new StringBuilder(baseAddress.AbsolutePath.TrimEnd('/'));
        foreach (var segment in request.PathTemplate.Split('/').Skip(1))
        {
            path.Append('/').Append(segment is ['{', .. var name, '}'] ? Segment(request, name, projectId) : segment);
        }

        return new RequestTarget(baseAddress, path.ToString(), EncodeQuery(request.Query));
    }

    /// <summary>The target of an absolute URI, taken as it is written there.</summary>
    /// <param name="uri">An absolute URI.</param>
    public static RequestTarget Of(Uri uri) => new(uri, uri.AbsolutePath, uri.Query.TrimStart('?'));

    /// <summary>The URI to send to. .NET must not rewrite it: the signature covers it letter by letter.</summary>
    public Uri ToUri()
    {
        var query = Query.Length == 0 ? "" : "?" + Query;
        var exact = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
        return new Uri(Origin.GetLeftPart(UriPartial.Authority) + Path + query, exact);
    }

    private static string EncodeQuery(IEnumerable<KeyValuePair<string, string>> query) =>
        string.Join('&', query.Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}"));

    private static string Segment(CloudRequest request, string name, string? projectId)
    {
        var value = request.PathValues.GetValueOrDefault(name) ?? (name == "project_id" ? projectId : null);
        if (value is null or "" or "." or "..")
        {
            var problem = value is null ? "is missing" : $"cannot be \"{value}\"";
            throw new CloudException(new CloudError(CloudErrorKind.InvalidInput, request.Service, request.Operation)
            {
                CloudMessage = $"the path parameter {name} {problem}",
            });
        }

        return Uri.EscapeDataString(value);
    }
}
