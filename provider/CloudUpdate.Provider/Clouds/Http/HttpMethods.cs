namespace CloudUpdate.Provider.Clouds.Http;

/// <summary>What HTTP methods mean.</summary>
internal static class HttpMethods
{
    /// <summary>Whether the method changes nothing, so that it may be repeated at will.</summary>
    /// <param name="method">The method.</param>
    public static bool IsRead(this HttpMethod method) => method == HttpMethod.Get || method == HttpMethod.Head;
}
