using System.Text;
using CloudUpdate.Provider.Clouds.Http;
using CloudUpdate.Provider.Clouds.Settings;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json;

namespace CloudUpdate.Provider.Clouds.Huawei;

/// <summary>Huawei Cloud: EventGrid, Global Accelerator, DEW, CSS and IAM.</summary>
internal sealed class HuaweiCloud : ICloudService
{
    /// <summary>The headers of every request.</summary>
    public static readonly IReadOnlyList<KeyValuePair<string, string>> CommonHeaders =
        [new("Accept", "application/json"), new("User-Agent", ProductName.UserAgent)];

    private static readonly IAnswerRules s_rules = new HuaweiAnswerRules();

    private readonly HuaweiSettings _settings;
    private readonly HuaweiEndpoints _endpoints;
    private readonly IHuaweiIdentity _identity;
    private readonly ProjectDirectory _projects;
    private readonly TimeProvider _time;

    /// <summary>Creates the client; nothing is sent yet.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="pipeline">Carries out calls.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Where renewals are logged.</param>
    /// <param name="lifetime">Ends what is shared when the client goes.</param>
    public HuaweiCloud(HuaweiSettings settings, HttpPipeline pipeline, TimeProvider time, ILogger logger, CancellationToken lifetime)
    {
        (_settings, _time) = (settings, time);
        _endpoints = new HuaweiEndpoints(settings);
        var iam = new IamApi(pipeline, settings, time);
        _identity = new HuaweiIdentities(settings, iam, time, logger, lifetime).Create();
        _projects = new ProjectDirectory(settings, iam, _identity, time, logger, lifetime);
        pipeline.Secrets.AddRange(settings.Login switch
        {
            HuaweiLogin.Keys keys => [keys.AccessKey, keys.SecretKey, keys.SecurityToken],
            HuaweiLogin.Token token => [token.Value],
            HuaweiLogin.Password password => [password.Value],
            _ => Array.Empty<string?>(),
        });
    }

    /// <inheritdoc />
    public async Task<PipelineCall> PrepareAsync(CloudRequest request, CancellationToken cancellationToken)
    {
        var region = request.Region ?? _settings.Region;
        var address = _endpoints.AddressOf(request, region);
        var scope = request.Service == "iam"
            ? HuaweiScope.Account(region)
            : await _projects.ScopeAsync(request, cancellationToken);
        var outgoing = new OutgoingRequest(request.Method, RequestTarget.For(address, request, scope.ProjectId))
        {
            Headers = CommonHeaders,
            Content = request.Body is null ? (ReadOnlyMemory<byte>?)null : Encoding.UTF8.GetBytes(request.Body.ToString(Formatting.None)),
        };
        var authentication = new HuaweiAuthentication(_identity, scope, _settings.Agency is null ? _settings.DomainId : null, request, _time);
        return new PipelineCall(request, outgoing, authentication, s_rules);
    }

    /// <inheritdoc />
    public async Task<EffectiveLocation> LocateAsync(CloudRequest request, CancellationToken cancellationToken)
    {
        var scope = await _projects.ScopeAsync(request, cancellationToken);
        return new EffectiveLocation(scope.Region, scope.ProjectId);
    }
}
