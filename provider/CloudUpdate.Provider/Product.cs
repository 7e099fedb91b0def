using System.Security.Cryptography;
using CloudUpdate.Provider.Clouds;
using CloudUpdate.Provider.Clouds.Settings;
using CloudUpdate.Provider.Configuration;
using CloudUpdate.Provider.Documents;
using CloudUpdate.Provider.Lifecycle;
using CloudUpdate.Provider.Resources;

namespace CloudUpdate.Provider;

/// <summary>The provider as it ships, and what a test may exchange of it.</summary>
internal sealed record Product
{
    /// <summary>Version of the provider, its schema and its package (semver).</summary>
    public static string Version { get; } = typeof(Product).Assembly.GetName().Version!.ToString(3);

    /// <summary>Resources and functions.</summary>
    public Catalog Catalog { get; init; } = Catalog.Product;

    /// <summary>The environment that configurations fall back to.</summary>
    public IEnvironment Environment { get; init; } = new SystemEnvironment();

    /// <summary>Reads profiles and identity tokens.</summary>
    public IFileReader Files { get; init; } = new SystemFileReader();

    /// <summary>Adapts what the clients of the clouds need from outside.</summary>
    public Func<CloudServices, CloudServices> Adapt { get; init; } = services => services;

    /// <summary>Randomness for engines that send no seed.</summary>
    public Func<byte[]> Entropy { get; init; } = static () => RandomNumberGenerator.GetBytes(32);

    /// <summary>The package schema: the same bytes at every call.</summary>
    public string WriteSchema() => Catalog.WriteSchema(Version, ConfigTable.Properties);

    /// <summary>The documentation that follows from the definitions, by path: the same bytes at every call.</summary>
    public IReadOnlyDictionary<string, string> WriteDocs() => DocumentSet.Write(Catalog, ConfigTable.Properties, Version);

    /// <summary>Makes the provider.</summary>
    /// <param name="environment">What the process lends it.</param>
    public IProvider Create(ProviderEnvironment environment)
    {
        var services = Adapt(new CloudServices(environment.Loggers, environment.EngineLog) { Time = environment.Time });
        var connector = new CloudConnector(Environment, Files, settings => new CloudClients(settings, services));
        return new CloudUpdateProvider(new ProviderServices(
            Catalog, new ProviderConfiguration(connector), environment.EngineLog, environment.Time, Entropy, Version, WriteSchema));
    }
}
