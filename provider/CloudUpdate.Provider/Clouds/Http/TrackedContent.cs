using System.Net;
using System.Net.Http.Headers;

namespace CloudUpdate.Provider.Clouds.Http;

/// <summary>
/// The body of a request, which knows whether its sending began. A server acts on nothing before the body is there, so a request whose body was not
/// begun has certainly not taken effect.
/// </summary>
internal sealed class TrackedContent : HttpContent
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly Action? _onBegin;

    /// <summary>Wraps a body.</summary>
    /// <param name="bytes">The exact bytes; may be none.</param>
    /// <param name="contentType">The media type; not sent with an empty body.</param>
    /// <param name="onBegin">Called when sending the body begins; null for nobody.</param>
    public TrackedContent(ReadOnlyMemory<byte> bytes, string contentType, Action? onBegin)
    {
        (_bytes, _onBegin) = (bytes, onBegin);
        if (!bytes.IsEmpty)
        {
            Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        }
    }

    /// <summary>Whether sending the body began.</summary>
    public bool Begun { get; private set; }

    /// <inheritdoc />
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    /// <inheritdoc />
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Begun = true;
        _onBegin?.Invoke();
        await stream.WriteAsync(_bytes, cancellationToken);
    }

    /// <inheritdoc />
    protected override bool TryComputeLength(out long length)
    {
        length = _bytes.Length;
        return true;
    }
}
