using Microsoft.Extensions.Logging;

namespace CloudUpdate.Provider.Lifecycle;

/// <summary>What the process lends to the provider that it serves.</summary>
/// <param name="EngineLog">The log that users see.</param>
/// <param name="Time">The clock for every wait and time limit.</param>
/// <param name="Loggers">The log of the process: standard error, for people who debug.</param>
internal sealed record ProviderEnvironment(IEngineLog EngineLog, TimeProvider Time, ILoggerFactory Loggers);
