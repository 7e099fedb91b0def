using System.Security.Cryptography;
using CloudUpdate.Provider.Clouds.Http;
using CloudUpdate.Provider.Lifecycle;
using Microsoft.Extensions.Logging;

namespace CloudUpdate.Provider.Clouds;

/// <summary>What the cloud clients need from outside: clock, randomness, network, logs.</summary>
/// <param name="LoggerFactory">The process's log.</param>
/// <param name="EngineLog">The user's log.</param>
internal sealed record CloudServices(ILoggerFactory LoggerFactory, IEngineLog EngineLog)
{
    /// <summary>The clock of everything that waits or expires; the system's by default.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Draws a number from 0 (inclusive) to 1 (exclusive), for pauses between attempts.</summary>
    public Func<double> Jitter { get; init; } = static () => RandomNumberGenerator.GetInt32(1 << 30) / (double)(1 << 30);

    /// <summary>Draws a nonce of sixteen hex digits, for HTTP Digest.</summary>
    public Func<string> ClientNonce { get; init; } = static () => RandomNumberGenerator.GetHexString(16, lowercase: true);

    /// <summary>Makes what sends requests; sockets by default.</summary>
    public Func<PipelineOptions, HttpMessageHandler> Handler { get; init; } = MessageHandlers.Create;
}
