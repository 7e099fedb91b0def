namespace CloudUpdate.Provider.Clouds.Http;

/// <summary>Which redirects are followed. Credentials never go to another address than the one that is configured.</summary>
internal static class Redirects
{
    /// <summary>How many redirects in a row are followed.</summary>
    public const int Most = 5;

    /// <summary>Whether the answer is a redirect.</summary>
    /// <param name="answer">The answer.</param>
    public static bool IsRedirect(RawAnswer answer) => answer.Status is 301 or 302 or 303 or 307 or 308;

    /// <summary>The request to send instead; null if the redirect must not be followed.</summary>
    /// <param name="request">The request that was redirected.</param>
    /// <param name="answer">The redirect.</param>
    public static OutgoingRequest? Follow(OutgoingRequest request, RawAnswer answer)
    {
        var keepsMethod = request.Method.IsRead() || answer.Status is 307 or 308;
        return keepsMethod && Target(request, answer) is { } target && IsSameAddress(request.Target.Origin, target)
            ? request with { Target = RequestTarget.Of(target) }
            : null;
    }

    /// <summary>What to tell about a redirect that is not followed.</summary>
    /// <param name="request">The request that was redirected.</param>
    /// <param name="answer">The redirect.</param>
    public static string Explain(OutgoingRequest request, RawAnswer answer)
    {
        var where = Target(request, answer) is { } target ? target.GetLeftPart(UriPartial.Authority) : "nowhere";
        return $"{request.Target.Host} redirects to {where}; this is not followed, since credentials are sent only to configured addresses";
    }

    private static Uri? Target(OutgoingRequest request, RawAnswer answer) =>
        answer.Header("Location") is { } location && Uri.TryCreate(new Uri(request.Target.ToUri().AbsoluteUri), location, out var target) ? target : null;

    private static bool IsSameAddress(Uri from, Uri to) =>
        Uri.Compare(from, to, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0
        && to.UserInfo.Length == 0;
}
