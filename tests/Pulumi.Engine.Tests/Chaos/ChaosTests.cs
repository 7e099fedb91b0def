using FsCheck;
using FsCheck.Fluent;

namespace Pulumi.Engine.Tests.Chaos;

/// <summary>Whatever happens: the state on disk loads, keeps its integrity rules, and forgets no object that exists.</summary>
internal sealed class ChaosTests
{
    // The short form always plays the same scenarios, so that a change is what makes it fail; the long one looks for new ones.
    private static readonly FsCheck.Config Sampling = Environment.GetEnvironmentVariable("CLOUDUPDATE_LONG_TESTS") == "1"
        ? FsCheck.Config.QuickThrowOnFailure.WithMaxTest(2000)
        : FsCheck.Config.QuickThrowOnFailure.WithMaxTest(100).WithReplay(1020109317148500163, 6199404294808624133);

    [Test]
    public void State_UnderRandomProgramsFaultsAndKills_ForgetsNothing() => Check.One(
        Sampling,
        Prop.ForAll(Scenarios.All(), scenario =>
        {
            var error = ScenarioRunner.RunAsync(scenario).GetAwaiter().GetResult();
            return (error is null).Label(error ?? string.Empty);
        }));
}
