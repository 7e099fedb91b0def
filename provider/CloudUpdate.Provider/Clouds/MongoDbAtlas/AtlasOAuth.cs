using System.Text;
using CloudUpdate.Provider.Clouds.Http;
using CloudUpdate.Provider.Clouds.Settings;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Clouds.MongoDbAtlas;

/// <summary>Gets and revokes the tokens of a service account (MongoDB Atlas, OAuth 2.0 client credentials).</summary>
/// <param name="pipeline">Carries out the calls.</param>
/// <param name="baseAddress">Where Atlas is.</param>
/// <param name="account">The service account.</param>
/// <param name="time">The clock.</param>
internal sealed class AtlasOAuth(HttpPipeline pipeline, Uri baseAddress, AtlasLogin.ServiceAccount account, TimeProvider time)
{
    private static readonly TimeSpan s_life = TimeSpan.FromHours(1);
    private static readonly TimeSpan s_revocation = TimeSpan.FromSeconds(5);
    private static readonly IAnswerRules s_rules = new AtlasAnswerRules();

    /// <summary>Gets a new token.</summary>
    /// <param name="cancellationToken">Ends it at once.</param>
    public async Task<Issued<AtlasToken>> TokenAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var request = Request("CreateToken", "/api/oauth/token") with { Repeatable = true };
        var response = await SendAsync(request, "grant_type=client_credentials", cancellationToken);
        if (response.Body.Text("access_token") is not { } value)
        {
            throw new CloudException(new CloudError(CloudErrorKind.UnexpectedAnswer, request.Service, request.Operation)
            {
                Status = response.Status,
                CloudMessage = "the answer holds no token",
            });
        }

        pipeline.Secrets.Add(value);
        var seconds = (response.Body as JObject)?["expires_in"] is JValue { Value: long and > 0 and < int.MaxValue and var given } ? given : 0;
        return new Issued<AtlasToken>(new AtlasToken(value), now, now + (seconds > 0 ? TimeSpan.FromSeconds(seconds) : s_life));
    }

    /// <summary>Revokes a token, within a few seconds or not at all.</summary>
    /// <param name="token">The token.</param>
    public Task RevokeAsync(AtlasToken token)
    {
        var request = Request("RevokeToken", "/api/oauth/revoke") with { Deadline = time.GetUtcNow() + s_revocation };
        return SendAsync(request, $"token={Uri.EscapeDataString(token.Value)}&token_type_hint=access_token", CancellationToken.None);
    }

    private static CloudRequest Request(string operation, string path) =>
        new() { Service = "atlas", Operation = operation, Method = HttpMethod.Post, PathTemplate = path };

    /// <summary>Id and secret go into the header as they are: Atlas refuses percent-encoded ones.</summary>
    private Task<CloudResponse> SendAsync(CloudRequest request, string form, CancellationToken cancellationToken)
    {
        var basic = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{account.ClientId}:{account.ClientSecret}"));
        pipeline.Secrets.Add(basic);
        var outgoing = new OutgoingRequest(request.Method, RequestTarget.For(baseAddress, request))
        {
            Headers = [new("Accept", "application/json"), new("User-Agent", ProductName.UserAgent)],
            Content = Encoding.UTF8.GetBytes(form),
            ContentType = "application/x-www-form-urlencoded",
        };
        var authentication = new FixedHeaders(KeyValuePair.Create("Authorization", $"Basic {basic}"));
        return pipeline.LogInAsync(new PipelineCall(request, outgoing, authentication, s_rules), cancellationToken);
    }
}
