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
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(20), // A write on a connection that the server just closed is an open question.
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

        /// <summary>Without user and password, which .NET would print in its errors; it takes them from the credentials.</summary>
        public Uri? GetProxy(Uri destination)
        {
            var proxy = IsBypassed(destination) ? null : inner.GetProxy(destination);
            return string.IsNullOrEmpty(proxy?.UserInfo) ? proxy : new UriBuilder(proxy) { UserName = "", Password = "" }.Uri;
        }

        public bool IsBypassed(Uri host) => host.IsLoopback || inner.IsBypassed(host);
    }
}
