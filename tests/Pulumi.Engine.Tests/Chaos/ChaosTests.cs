using FsCheck;
using FsCheck.Fluent;

namespace Pulumi.Engine.Tests.Chaos;

/// <summary>Whatever happens: the state on disk loads, keeps its integrity rules, and forgets no object that exists.</summary>
internal sealed class ChaosTests
{
    private static readonly int Runs = Environment.GetEnvironmentVariable("CLOUDUPDATE_LONG_TESTS") == "1" ? 2000 : 100;

    [Test]
    public void State_UnderRandomProgramsFaultsAndKills_ForgetsNothing() => Check.One(
        FsCheck.Config.QuickThrowOnFailure.WithMaxTest(Runs),
        Prop.ForAll(Scenarios.All(), scenario =>
        {
            var error = ScenarioRunner.RunAsync(scenario).GetAwaiter().GetResult();
            return (error is null).Label(error ?? string.Empty);
        }));
}
