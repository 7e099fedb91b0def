using Pulumi.Engine;
using Pulumi.Engine.State;

namespace Pulumi.Cli.Hosting;

/// <summary>Everything a run of the command takes from outside. Several may run beside each other in one process.</summary>
/// <param name="Environment">Clock, randomness, environment variables, working directory.</param>
/// <param name="Terminal">Where it reads and writes.</param>
/// <param name="Interrupts">The user's wish to stop.</param>
internal sealed record CliHost(EngineEnvironment Environment, Terminal Terminal, Interrupts Interrupts)
{
    /// <summary>Where passphrases come from, given the environment and how to ask the user, if anybody can be asked.</summary>
    public Func<EngineEnvironment, Func<string>?, PassphraseSource> OpenPassphrase { get; init; } = (environment, prompt) => new PassphraseSource(environment, prompt);

    /// <summary>The host that this process is.</summary>
    public static CliHost OfProcess(Interrupts interrupts) => new(EngineEnvironment.OfProcess(), Terminal.OfProcess(), interrupts);
}
