using System.Net;

namespace CloudUpdate.Provider.Clouds.Http;

/// <summary>What sends requests outside tests.</summary>
internal static class MessageHandlers
{
    /// <summary>
    /// A handler over sockets. Proxy and trusted certificates are what every .NET program goes by: <c>HTTPS_PROXY</c>, <c>NO_PROXY</c>, the
    /// system's proxy, <c>SSL_CERT_FILE</c> and <c>SSL_CERT_DIR</c>, the system's certificates. Certificates are always verified.
    /// </summary>
    /// <param name="options">The limits.</param>
    public static HttpMessageHandler Create(PipelineOptions options) => new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        Proxy = new LoopbackBypassProxy(HttpClient.DefaultProxy),
        MaxConnectionsPerServer = options.MaxConcurrencyPerHost,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = Timeout.InfiniteTimeSpan, // The time limit of the attempt covers it, on the injected clock.
        ActivityHeadersPropagator = null,
    };

    private sealed class LoopbackBypassProxy(IWebProxy inner) : IWebProxy
    {
        public ICredentials? Credentials
        {
            get => inner.Credentials;
            set => inner.Credentials = value;
        }

        public Uri? GetProxy(Uri destination) => IsBypassed(destination) ? null : inner.GetProxy(destination);

        public bool IsBypassed(Uri host) => host.IsLoopback || inner.IsBypassed(host);
    }
}
