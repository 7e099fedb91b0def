using Microsoft.Extensions.Logging;

namespace CloudUpdate.Emulator;

/// <summary>What an emulator is started with. Every member has a usable default.</summary>
public sealed record EmulatorOptions
{
    /// <summary>Addresses to listen on, separated by semicolons. Default: a free port of the loopback interface.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:0";

    /// <summary>Clock for states, tokens, signature dates, delays and the journal. Default: the machine's clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Delays and strictness at the start; <see cref="EmulatorServer.Settings"/> changes them later.</summary>
    public EmulatorSettings Settings { get; init; } = new();

    /// <summary>Objects at the start. Default: <see cref="EmulatorSeed.Defaults"/>. Ignored where <see cref="DataFile"/> exists.</summary>
    public EmulatorSeed Seed { get; init; } = EmulatorSeed.Defaults;

    /// <summary>File that keeps the objects across runs; null (the default) keeps them in memory only.</summary>
    public string? DataFile { get; init; }

    /// <summary>Number of requests that the journal keeps; older ones are forgotten. Default 100,000.</summary>
    public int JournalLimit { get; init; } = 100_000;

    /// <summary>Start value of the generator of ids, tokens and nonces, so that runs can be repeated. Default 1.</summary>
    public int RandomSeed { get; init; } = 1;

    /// <summary>Source of Digest nonces (for published vectors). Default: drawn from the generator of <see cref="RandomSeed"/>.</summary>
    public Func<string>? NonceSource { get; init; }

    /// <summary>Receives one line for each request, and unexpected errors. Default: none.</summary>
    public ILoggerFactory? LoggerFactory { get; init; }
}
