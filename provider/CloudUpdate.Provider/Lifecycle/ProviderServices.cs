using CloudUpdate.Provider.Resources;

namespace CloudUpdate.Provider.Lifecycle;

/// <summary>What the provider is made of.</summary>
/// <param name="Catalog">Its resources and functions.</param>
/// <param name="Configuration">What its configuration means.</param>
/// <param name="Log">The engine's log.</param>
/// <param name="Time">The clock.</param>
/// <param name="Entropy">Randomness for engines that send no seed.</param>
/// <param name="Version">Version of the provider (semver).</param>
/// <param name="Schema">Writes the package schema.</param>
internal sealed record ProviderServices(
    Catalog Catalog, IConfiguration Configuration, IEngineLog Log, TimeProvider Time, Func<byte[]> Entropy, string Version, Func<string> Schema);
