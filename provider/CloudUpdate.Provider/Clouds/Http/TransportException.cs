namespace CloudUpdate.Provider.Clouds.Http;

/// <summary>A request that got no answer.</summary>
/// <param name="fault">Why.</param>
/// <param name="maybeSent">Whether the request may have reached the cloud.</param>
/// <param name="message">What happened, for people; without secrets.</param>
/// <param name="innerException">The cause; null for a time limit.</param>
internal sealed class TransportException(TransportFault fault, bool maybeSent, string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    /// <summary>Why there is no answer.</summary>
    public TransportFault Fault => fault;

    /// <summary>Whether the request may have reached the cloud; false means that it certainly has not.</summary>
    public bool MaybeSent => maybeSent;
}
