using System.Collections.Concurrent;
using CloudUpdate.Provider.Clouds.Http;
using CloudUpdate.Provider.Clouds.Settings;
using Microsoft.Extensions.Logging;

namespace CloudUpdate.Provider.Clouds.Huawei;

/// <summary>Knows the project of each region: the configured one, else the one that IAM knows under the region's name.</summary>
/// <param name="settings">The settings.</param>
/// <param name="iam">The calls to IAM.</param>
/// <param name="identity">Who asks.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where look-ups are logged.</param>
/// <param name="lifetime">Ends look-ups when the client goes.</param>
internal sealed class ProjectDirectory(
    HuaweiSettings settings, IamApi iam, IHuaweiIdentity identity, TimeProvider time, ILogger logger, CancellationToken lifetime)
{
    /// <summary>What was not found may be there a little later.</summary>
    private static readonly TimeSpan s_untilNextSearch = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<(string? Region, string Name), RenewingValue<HuaweiProject>> _found = new();

    /// <summary>The project that a request goes to.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the wait, not the look-up that others wait for too.</param>
    /// <exception cref="CloudException">There is no such project, several, or IAM cannot be asked.</exception>
    public async Task<HuaweiScope> ScopeAsync(CloudRequest request, CancellationToken cancellationToken)
    {
        var region = request.Region ?? settings.Region;
        if (request.ProjectId is { } given)
        {
            return new HuaweiScope(region, given, null);
        }

        var isConfigured = region == settings.Region;
        if (isConfigured && settings.ProjectId is { } configured)
        {
            return new HuaweiScope(region, configured, null);
        }

        var name = (isConfigured ? settings.ProjectName : null) ?? region;
        if (name is null)
        {
            throw new CloudException(new CloudError(CloudErrorKind.InvalidInput, request.Service, request.Operation)
            {
                CloudMessage = $"neither {SettingKeys.Region} nor {SettingKeys.ProjectId} is set, and the resource names no region",
            });
        }

        var project = await _found.GetOrAdd((region, name), Search).GetAsync(cancellationToken);
        return new HuaweiScope(region, project.Id, name);
    }

    private RenewingValue<HuaweiProject> Search((string? Region, string Name) key) => new(
        async token => new Issued<HuaweiProject>(
            new HuaweiProject(await SearchAsync(key.Name, key.Region, token)), time.GetUtcNow(), DateTimeOffset.MaxValue),
        new RefusalMemory(time, s_untilNextSearch),
        time,
        logger,
        lifetime);

    /// <summary>A log-in that gives a token for the project names its id too, so nothing else needs to be asked.</summary>
    private async Task<string> SearchAsync(string name, string? region, CancellationToken cancellationToken)
    {
        if (settings.Agency is null && settings.Login is HuaweiLogin.Password or HuaweiLogin.Identity)
        {
            using var use = await identity.UseAsync(new HuaweiScope(region, null, name), cancellationToken);
            if (use.Credential is HuaweiToken { ProjectId: { } projectId })
            {
                return projectId;
            }
        }

        return await iam.ProjectIdAsync(name, region, identity, cancellationToken);
    }
}
