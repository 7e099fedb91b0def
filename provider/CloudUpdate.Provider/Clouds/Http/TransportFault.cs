namespace CloudUpdate.Provider.Clouds.Http;

/// <summary>Why a request got no answer.</summary>
internal enum TransportFault
{
    /// <summary>The host's name is not known.</summary>
    UnknownHost,

    /// <summary>There is no connection to the host, or to the proxy in front of it.</summary>
    NotConnected,

    /// <summary>The proxy wants a log-in that it does not get.</summary>
    ProxyRefused,

    /// <summary>The host's certificate is not trusted.</summary>
    Untrusted,

    /// <summary>The connection ended before the whole answer was there.</summary>
    ConnectionLost,

    /// <summary>No answer within the time limit of an attempt.</summary>
    TimedOut,

    /// <summary>What came is no HTTP answer, or a longer one than is read.</summary>
    BadAnswer,
}
