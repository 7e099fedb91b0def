using System.Buffers;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using Polly;
using Polly.Timeout;

namespace CloudUpdate.Provider.Clouds.Http;

/// <summary>Sends requests over sockets: one time limit per request, a bounded number per host, a bounded answer.</summary>
internal sealed class HttpTransport : ITransport, IDisposable
{
    private readonly HttpMessageInvoker _invoker;
    private readonly PipelineOptions _options;
    private readonly HostGates _gates;
    private readonly ResiliencePipeline _limit;

    /// <summary>Creates a transport.</summary>
    /// <param name="handler">What sends; disposed with the transport.</param>
    /// <param name="options">The limits.</param>
    /// <param name="time">The clock of the time limit.</param>
    public HttpTransport(HttpMessageHandler handler, PipelineOptions options, TimeProvider time)
    {
        _invoker = new HttpMessageInvoker(handler);
        _options = options;
        _gates = new HostGates(options.MaxConcurrencyPerHost);
        _limit = new ResiliencePipelineBuilder { TimeProvider = time }.AddTimeout(options.AttemptTimeout).Build();
    }

    /// <inheritdoc />
    public async Task<RawAnswer> SendAsync(OutgoingRequest request, CancellationToken cancellationToken)
    {
        using var place = await _gates.EnterAsync(request.Target.Host, cancellationToken);
        using var message = Message(request, out var content);
        try
        {
            return await _limit.ExecuteAsync(
                static (state, token) => state.Self.ExchangeAsync(state.Message, token), (Self: this, Message: message), cancellationToken);
        }
        catch (TimeoutRejectedException)
        {
            var seconds = _options.AttemptTimeout.TotalSeconds;
            throw new TransportException(
                TransportFault.TimedOut, MaybeSent(content), FormattableString.Invariant($"no answer from {request.Target.Host} within {seconds} s"));
        }
        catch (Exception error) when (error is HttpRequestException or IOException or SocketException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw Translate(error, request.Target.Host, MaybeSent(content));
        }
    }

    /// <summary>Closes all connections.</summary>
    public void Dispose() => _invoker.Dispose();

    /// <summary>
    /// Every write has a body, if an empty one: .NET by itself sends requests without one again when a connection ends, also those that may have
    /// taken effect.
    /// </summary>
    private static HttpRequestMessage Message(OutgoingRequest request, out TrackedContent? content)
    {
        var message = new HttpRequestMessage(request.Method, request.Target.ToUri());
        message.Headers.Host = request.Target.Host;
        foreach (var (name, value) in request.Headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        var hasBody = request.Content is not null || !request.Method.IsRead();
        message.Content = content = hasBody ? new TrackedContent(request.Content ?? default, request.ContentType, request.OnSending) : null;
        return message;
    }

    private static bool MaybeSent(TrackedContent? content) => content is null || content.Begun;

    private async ValueTask<RawAnswer> ExchangeAsync(HttpRequestMessage message, CancellationToken cancellationToken)
    {
        using var response = await _invoker.SendAsync(message, cancellationToken);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated))
        {
            headers[name] = values.ToString();
        }

        var body = await ReadAsync(response.Content, cancellationToken);
        return new RawAnswer((int)response.StatusCode, headers, body);
    }

    private async Task<byte[]> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        using var stream = await content.ReadAsStreamAsync(cancellationToken);
        using var body = new MemoryStream();
        var buffer = ArrayPool<byte>.Shared.Rent(16 * 1024);
        try
        {
            int read;
            while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
            {
                if (body.Length + read > _options.MaxAnswerBytes)
                {
                    var limit = FormattableString.Invariant($"the answer is longer than {_options.MaxAnswerBytes} bytes");
                    throw new TransportException(TransportFault.BadAnswer, maybeSent: true, limit);
                }

                body.Write(buffer, 0, read);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return body.ToArray();
    }

    private static TransportException Translate(Exception error, string host, bool maybeSent)
    {
        var reason = (error as HttpRequestException)?.HttpRequestError;
        var untrusted = error.InnerException as AuthenticationException;
        return reason switch
        {
            HttpRequestError.NameResolutionError =>
                new TransportException(TransportFault.UnknownHost, false, $"the host name {host} is not known", error),
            HttpRequestError.SecureConnectionError when untrusted is not null =>
                new TransportException(TransportFault.Untrusted, false, $"no trusted connection to {host}: {untrusted.Message}", error),
            HttpRequestError.ProxyTunnelError when (error as HttpRequestException)?.StatusCode == HttpStatusCode.ProxyAuthenticationRequired =>
                new TransportException(TransportFault.ProxyRefused, false, $"no connection to {host}: the proxy refuses the log-in (407)", error),
            HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError =>
                new TransportException(TransportFault.NotConnected, false, $"no connection to {host}: {error.Message}", error),
            HttpRequestError.InvalidResponse or HttpRequestError.HttpProtocolError or HttpRequestError.ConfigurationLimitExceeded =>
                new TransportException(TransportFault.BadAnswer, maybeSent, $"no valid HTTP answer from {host}: {error.Message}", error),
            _ => new TransportException(TransportFault.ConnectionLost, maybeSent, $"the connection to {host} was lost: {error.Message}", error),
        };
    }
}
