namespace CloudUpdate.Provider.Clouds.Http;

/// <summary>One HTTP request as it goes over the wire. <see cref="ToString"/> shows no value of it.</summary>
/// <param name="Method">The method.</param>
/// <param name="Target">Where it goes.</param>
internal sealed record OutgoingRequest(HttpMethod Method, RequestTarget Target)
{
    /// <summary>The headers besides Host and those of the content.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The exact bytes of the body; null sends none and no content headers.</summary>
    public ReadOnlyMemory<byte>? Content { get; init; }

    /// <summary>The body's media type.</summary>
    public string ContentType { get; init; } = "application/json";

    /// <summary>Called when the sending of the body begins: from then on the request may take effect. Null for nobody.</summary>
    public Action? OnSending { get; init; }

    /// <summary>The same request with one header more.</summary>
    /// <param name="name">The header's name.</param>
    /// <param name="value">Its value.</param>
    public OutgoingRequest With(string name, string value) => this with { Headers = [.. Headers, KeyValuePair.Create(name, value)] };

    /// <summary>The method and the host; nothing else, since the rest may be secret.</summary>
    public override string ToString() => $"{Method} {Target.Host}";
}
