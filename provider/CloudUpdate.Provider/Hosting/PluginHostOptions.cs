using CloudUpdate.Provider.Lifecycle;
using Microsoft.Extensions.Logging;

namespace CloudUpdate.Provider.Hosting;

/// <summary>What a host serves, and how.</summary>
internal sealed record PluginHostOptions
{
    /// <summary>Makes the provider that is served.</summary>
    public required Func<ProviderEnvironment, IProvider> Provider { get; init; }

    /// <summary>The engine's address as <c>host:port</c>; null where it will say so itself.</summary>
    public string? EngineAddress { get; init; }

    /// <summary>Puts another handler around the one that sends to the engine; null (default) for none.</summary>
    public Func<HttpMessageHandler, HttpMessageHandler>? EngineHandler { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Where the log of the process goes; nowhere by default.</summary>
    public Action<ILoggingBuilder> Logging { get; init; } = _ => { };

    /// <summary>How long calls may take to end when the host stops; the rest is cut off. The engine kills after 5 seconds.</summary>
    public TimeSpan DrainLimit { get; init; } = TimeSpan.FromSeconds(4);
}
