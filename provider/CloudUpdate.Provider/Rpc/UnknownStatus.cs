using System.Globalization;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace CloudUpdate.Provider.Rpc;

/// <summary>
/// The gRPC server answers <c>Unknown</c> for what fails before or behind the service, such as a frame that claims to hold 4 GB. Whoever sees
/// that must take the state to be corrupt for want of a better word; the word is <c>Internal</c>.
/// </summary>
internal static class UnknownStatus
{
    private const string Header = "grpc-status";
    private static readonly string Unknown = ((int)StatusCode.Unknown).ToString(CultureInfo.InvariantCulture);
    private static readonly string Internal = ((int)StatusCode.Internal).ToString(CultureInfo.InvariantCulture);

    /// <summary>Middleware around the gRPC endpoints.</summary>
    public static async Task ReplaceAsync(HttpContext context, RequestDelegate next)
    {
        await next(context);

        // An answer that never began carries its status in the headers.
        Replace(context.Response.HasStarted ? context.Features.Get<IHttpResponseTrailersFeature>()?.Trailers : context.Response.Headers);
    }

    private static void Replace(IHeaderDictionary? headers)
    {
        if (headers is { IsReadOnly: false } && headers.TryGetValue(Header, out var status) && status == Unknown)
        {
            headers[Header] = Internal;
        }
    }
}
