using System.Collections.Concurrent;
using System.Collections.Immutable;
using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Clouds;
using CloudUpdate.Provider.Clouds.Settings;
using CloudUpdate.Provider.Lifecycle;

namespace CloudUpdate.Provider.Configuration;

/// <summary>Puts a configuration in force: the one place that reads the environment.</summary>
/// <param name="environment">The environment of the process.</param>
/// <param name="files">Reads profiles and identity tokens.</param>
/// <param name="clients">Makes the clients of the clouds.</param>
internal sealed class CloudConnector(IEnvironment environment, IFileReader files, Func<CloudSettings, CloudClients> clients) : IAsyncDisposable
{
    // An attached process is configured once for each provider of a program, so older clients may still be at work.
    private readonly ConcurrentBag<CloudClients> _made = [];

    /// <summary>Puts a configuration in force; calls no cloud.</summary>
    /// <param name="configuration">The configuration, in real values.</param>
    /// <exception cref="ProviderException">It cannot be used; missing keys are listed, all of them.</exception>
    public CloudsInForce Connect(PropertyMap configuration)
    {
        var resolution = CloudSettings.Resolve(ConfigTexts.Of(configuration), environment, files);
        var settings = resolution.Settings ?? throw Unusable(resolution.Problems, configuration);
        var made = clients(settings);
        _made.Add(made);
        return new CloudsInForce(made, made.Locks, settings.Huawei.Region, settings.Huawei.ProjectId, settings.PreviewReads);
    }

    /// <summary>Ends the clients of all configurations.</summary>
    public async ValueTask DisposeAsync()
    {
        while (_made.TryTake(out var client))
        {
            await client.DisposeAsync();
        }
    }

    private static ProviderException Unusable(IReadOnlyList<SettingsProblem> problems, PropertyMap configuration)
    {
        var missing = problems.Where(problem => IsMissing(problem, configuration)).Select(problem => problem.Key).Distinct()
            .Select(key => new MissingKey($"cloudupdate:{key}", SettingKeys.Get(key).Description))
            .ToImmutableArray();
        var message = string.Join("; ", problems.Select(problem => $"cloudupdate:{problem.Key}: {problem.Message}"));
        return new ProviderException(missing.IsEmpty ? ProviderErrorCode.InvalidInput : ProviderErrorCode.FailedPrecondition, message)
        {
            MissingKeys = missing,
        };
    }

    private static bool IsMissing(SettingsProblem problem, PropertyMap configuration) =>
        SettingKeys.All.Any(key => key.Name == problem.Key) && !configuration.ContainsKey(problem.Key);
}
