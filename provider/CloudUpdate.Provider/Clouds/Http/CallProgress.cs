namespace CloudUpdate.Provider.Clouds.Http;

/// <summary>How far a call has come.</summary>
/// <param name="request">The request as asked for.</param>
/// <param name="isLogin">Whether this is a log-in: its bodies are credentials and never logged, and it is no write that users audit.</param>
/// <param name="begin">When it began.</param>
/// <param name="deadline">When it must have ended.</param>
/// <param name="mask">The secrets of the client.</param>
internal sealed class CallProgress(CloudRequest request, bool isLogin, DateTimeOffset begin, DateTimeOffset deadline, SecretMask mask)
{
    /// <summary>The request as asked for.</summary>
    public CloudRequest Request => request;

    /// <summary>Whether this is a log-in.</summary>
    public bool IsLogin => isLogin;

    /// <summary>Whether the call may change something that users have. A log-in does not.</summary>
    public bool IsWrite => !isLogin && !request.Method.IsRead();

    /// <summary>When the call must have ended.</summary>
    public DateTimeOffset Deadline => deadline;

    /// <summary>The time between begin and deadline.</summary>
    public TimeSpan Span => deadline - begin;

    /// <summary>The secrets of this call and of the client.</summary>
    public SecretMask Mask { get; } = MaskFor(request, mask);

    /// <summary>How often the request was sent.</summary>
    public int Attempts { get; set; }

    /// <summary>Whether the request is on its way just now.</summary>
    public bool IsUnderWay { get; set; }

    /// <summary>The error of the last attempt; null if there was none.</summary>
    public CloudError? LastError { get; set; }

    /// <summary>An error of this call.</summary>
    /// <param name="kind">Its kind.</param>
    public CloudError Error(CloudErrorKind kind) => new(kind, Request.Service, Request.Operation) { Attempts = Math.Max(1, Attempts) };

    private static SecretMask MaskFor(CloudRequest request, SecretMask client)
    {
        var mask = new SecretMask(client);
        mask.AddRange(request.Secrets);
        mask.AddRange(SecretMembers.ValuesIn(request.Body));
        return mask;
    }
}
