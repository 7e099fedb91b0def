using System.Text;
using CloudUpdate.Provider.Clouds.Http;
using CloudUpdate.Provider.Clouds.Settings;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json;

namespace CloudUpdate.Provider.Clouds.MongoDbAtlas;

/// <summary>MongoDB Atlas.</summary>
internal sealed class AtlasCloud : ICloudService
{
    /// <summary>The version of the API that is asked for. Atlas answers in the newest version that is not younger.</summary>
    public const string MediaType = "application/vnd.atlas.2024-08-05+json";

    private static readonly IAnswerRules s_rules = new AtlasAnswerRules();
    private static readonly EffectiveLocation s_nowhere = new(null, null);
    private static readonly IReadOnlyList<KeyValuePair<string, string>> s_headers =
        [new("Accept", MediaType), new("User-Agent", ProductName.UserAgent)];

    private readonly AtlasSettings _settings;
    private readonly IAuthentication _authentication;
    private readonly RenewingValue<AtlasToken>? _tokens;
    private readonly AtlasOAuth? _oauth;
    private readonly ILogger _logger;

    /// <summary>Creates the client; nothing is sent yet.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="pipeline">Carries out calls.</param>
    /// <param name="time">The clock.</param>
    /// <param name="clientNonce">Draws a nonce for Digest.</param>
    /// <param name="logger">Where renewals are logged.</param>
    /// <param name="lifetime">Ends log-ins when the client goes.</param>
    public AtlasCloud(
        AtlasSettings settings, HttpPipeline pipeline, TimeProvider time, Func<string> clientNonce, ILogger logger, CancellationToken lifetime)
    {
        (_settings, _logger) = (settings, logger);
        switch (settings.Login)
        {
            case AtlasLogin.AccessToken token:
                pipeline.Secrets.Add(token.Value);
                _authentication = new FixedHeaders(KeyValuePair.Create("Authorization", $"Bearer {token.Value}"));
                break;
            case AtlasLogin.ServiceAccount account:
                pipeline.Secrets.Add(account.ClientSecret);
                _oauth = new AtlasOAuth(pipeline, settings.BaseAddress, account, time);
                var refusals = new RefusalMemory(time, Timeout.InfiniteTimeSpan);
                _tokens = new RenewingValue<AtlasToken>(_oauth.TokenAsync, refusals, time, logger, lifetime);
                _authentication = new ServiceAccountAuthentication(_tokens);
                break;
            case AtlasLogin.ApiKey key:
                pipeline.Secrets.Add(key.PrivateKey);
                _authentication = new DigestAuthentication(key, clientNonce);
                break;
            default:
                _authentication = new NoAuthentication(settings.LoginProblem);
                break;
        }
    }

    /// <inheritdoc />
    public Task<PipelineCall> PrepareAsync(CloudRequest request, CancellationToken cancellationToken)
    {
        var outgoing = new OutgoingRequest(request.Method, RequestTarget.For(_settings.BaseAddress, request))
        {
            Headers = s_headers,
            Content = request.Body is null ? (ReadOnlyMemory<byte>?)null : Encoding.UTF8.GetBytes(request.Body.ToString(Formatting.None)),
            ContentType = MediaType,
        };
        return Task.FromResult(new PipelineCall(request, outgoing, _authentication, s_rules));
    }

    /// <inheritdoc />
    public Task<EffectiveLocation> LocateAsync(CloudRequest request, CancellationToken cancellationToken) => Task.FromResult(s_nowhere);

    /// <summary>Gives the token back, if one was fetched. That it fails is no harm: the token ends by itself.</summary>
    public async Task RevokeAsync()
    {
        if (_tokens?.Current is not { } token)
        {
            return;
        }

        try
        {
            await _oauth!.RevokeAsync(token);
        }
        catch (CloudException error)
        {
            CloudLog.NotRevoked(_logger, error.Kind);
        }
    }
}
