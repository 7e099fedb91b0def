using System.Collections.Concurrent;
using Pulumi.Engine;
using Pulumi.Engine.State;

namespace Pulumi.Cli.Tests.Support;

/// <summary>One source for each passphrase, since each remembers the keys it derived.</summary>
internal static class SharedPassphrases
{
    private static readonly ConcurrentDictionary<string, PassphraseSource> s_sources = [];

    public static PassphraseSource Open(EngineEnvironment environment, Func<string>? prompt) =>
        environment.Variable("PULUMI_CONFIG_PASSPHRASE") is { } passphrase
            ? s_sources.GetOrAdd(passphrase, _ => new PassphraseSource(environment, prompt))
            : new PassphraseSource(environment, prompt);
}
