using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Clouds.Http;

/// <summary>How far a call has come.</summary>
/// <param name="request">The request as asked for.</param>
/// <param name="isLogin">Whether this is a log-in: its bodies are credentials and never logged, and it is no write that users audit.</param>
/// <param name="begin">When it began.</param>
/// <param name="deadline">When it must have ended.</param>
/// <param name="secrets">The secrets of the client.</param>
internal sealed class CallProgress(CloudRequest request, bool isLogin, DateTimeOffset begin, DateTimeOffset deadline, KnownSecrets secrets)
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

    /// <summary>The secrets of the client, those of this call among them.</summary>
    public KnownSecrets Secrets { get; } = With(request, isLogin, secrets);

    /// <summary>How often the request was sent.</summary>
    public int Attempts { get; set; }

    /// <summary>Whether a write is on its way just now, and not only waiting for its turn or for a log-in.</summary>
    public bool IsUnderWay { get; set; }

    /// <summary>The error of the last attempt; null if there was none.</summary>
    public CloudError? LastError { get; private set; }

    /// <summary>Whether any attempt so far may have taken effect without an answer. What comes of later ones does not undo that.</summary>
    public bool MayHaveTakenEffect { get; private set; }

    /// <summary>Notes how an attempt ended.</summary>
    /// <param name="attempt">The attempt.</param>
    public void Ended(Attempt attempt)
    {
        IsUnderWay = false;
        LastError = attempt.Error;
        MayHaveTakenEffect |= attempt.Error is { MayHaveTakenEffect: true };
    }

    /// <summary>An error of this call.</summary>
    /// <param name="kind">Its kind.</param>
    public CloudError Error(CloudErrorKind kind) => new(kind, Request.Service, Request.Operation) { Attempts = Math.Max(1, Attempts) };

    /// <summary>An answer came: what is secret in it may be repeated by later ones.</summary>
    /// <param name="body">The answer's JSON; null if it has none.</param>
    public void Received(JToken? body) => Add(request, isLogin, body, Secrets);

    /// <summary>What was secret once stays so: a later answer may repeat it.</summary>
    private static KnownSecrets With(CloudRequest request, bool isLogin, KnownSecrets secrets)
    {
        secrets.AddRange(request.Secrets);
        Add(request, isLogin, request.Body, secrets);
        return secrets;
    }

    /// <summary>In the bodies of log-ins, names of users and projects stand below "password" and "token"; what is secret there is added by itself.</summary>
    private static void Add(CloudRequest request, bool isLogin, JToken? body, KnownSecrets secrets)
    {
        if (!isLogin)
        {
            secrets.AddRange(SecretMembers.ValuesIn(body, request.SecretNames));
        }
    }
}
