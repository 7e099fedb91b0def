using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace CloudUpdate.Emulator.Http;

/// <summary>A request as it came over the wire: target and body untouched, since signatures are computed from them.</summary>
internal sealed class ReceivedRequest
{
    private readonly IHeaderDictionary _headers;
    private IReadOnlyList<KeyValuePair<string, string>>? _query;

    public ReceivedRequest(string method, string target, IHeaderDictionary headers, byte[] body)
    {
        Method = method;
        _headers = headers;
        Body = body;
        var local = LocalPart(target);
        var question = local.IndexOf('?', StringComparison.Ordinal);
        RawPath = question < 0 ? local : local[..question];
        RawQuery = question < 0 ? "" : local[(question + 1)..];
    }

    public string Method { get; }

    /// <summary>Path as sent, still percent-encoded.</summary>
    public string RawPath { get; }

    /// <summary>Query as sent, without the question mark.</summary>
    public string RawQuery { get; }

    public byte[] Body { get; }

    public string RawPathAndQuery => RawQuery.Length == 0 ? RawPath : $"{RawPath}?{RawQuery}";

    public IReadOnlyList<KeyValuePair<string, string>> Query => _query ??= QueryText.Parse(RawQuery, plusIsSpace: true);

    public IEnumerable<KeyValuePair<string, StringValues>> Headers => _headers;

    /// <summary>A header's value, several joined by commas; null where the header is absent.</summary>
    public string? Header(string name) => _headers.TryGetValue(name, out var values) ? values.ToString() : null;

    /// <summary>The first value of a query parameter; null where it is absent.</summary>
    public string? QueryValue(string name)
    {
        foreach (var (key, value) in Query)
        {
            if (key == name)
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>True where the body was longer than the limit; <see cref="Body"/> is empty then.</summary>
    public bool IsTooLong { get; private init; }

    /// <summary>Reads a request up to a limit of the body's bytes.</summary>
    public static async Task<ReceivedRequest> ReadAsync(HttpContext context, int bodyLimit)
    {
        var request = context.Request;
        var target = TargetOf(context);
        using var buffer = new MemoryStream();
        var chunk = new byte[16 * 1024];
        int count;
        while ((count = await request.Body.ReadAsync(chunk, context.RequestAborted).ConfigureAwait(false)) > 0)
        {
            if (buffer.Length + count > bodyLimit)
            {
                return new ReceivedRequest(request.Method, target, request.Headers, []) { IsTooLong = true };
            }

            buffer.Write(chunk, 0, count);
        }

        return new ReceivedRequest(request.Method, target, request.Headers, buffer.ToArray());
    }

    /// <summary>The path of a request as sent, without reading its body.</summary>
    public static string RawPathOf(HttpContext context) => LocalPart(TargetOf(context)).Split('?')[0];

    private static string TargetOf(HttpContext context) => context.Features.Get<IHttpRequestFeature>()!.RawTarget;

    private static string LocalPart(string target)
    {
        var scheme = target.IndexOf("://", StringComparison.Ordinal);
        if (target.StartsWith('/') || scheme < 0)
        {
            return target;
        }

        var slash = target.IndexOf('/', scheme + 3);
        return slash < 0 ? "/" : target[slash..];
    }
}
