using System.Net;

namespace CloudUpdate.TestKit.Time;

/// <summary>Holds an <see cref="AutoAdvancingTimeProvider"/> still from the start of a request until its answer is read or given up.</summary>
/// <param name="clock">The clock to hold.</param>
/// <param name="inner">What sends the request.</param>
public sealed class InFlightHandler(AutoAdvancingTimeProvider clock, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <inheritdoc />
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var hold = clock.HoldRequest();
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            response.Content = new HeldContent(response.Content, hold);
            return response;
        }
        catch (OperationCanceledException)
        {
            hold.Abandon();
            throw;
        }
        catch
        {
            hold.Dispose();
            throw;
        }
    }

    /// <summary>The answer's content; lets the clock go when it is disposed, which is when the client has read it or gives it up.</summary>
    private sealed class HeldContent : HttpContent
    {
        private readonly HttpContent _content;
        private readonly IDisposable _hold;

        public HeldContent(HttpContent content, IDisposable hold)
        {
            (_content, _hold) = (content, hold);
            foreach (var (name, values) in content.Headers)
            {
                Headers.TryAddWithoutValidation(name, values);
            }
        }

        protected override Task<Stream> CreateContentReadStreamAsync() => _content.ReadAsStreamAsync();

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => _content.CopyToAsync(stream, context);

        protected override bool TryComputeLength(out long length)
        {
            length = _content.Headers.ContentLength ?? 0;
            return _content.Headers.ContentLength is not null;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                _content.Dispose();
                _hold.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
