using Pulumi.Automation.EndToEnd.Tests.Support;

namespace Pulumi.Automation.EndToEnd.Tests;

/// <summary>Puts the built command first on the path of this process, where the Automation API looks for it.</summary>
[SetUpFixture]
internal sealed class BuiltCommand
{
    [OneTimeSetUp]
    public void PutFirstOnThePath() => Environment.SetEnvironmentVariable(
        "PATH", BuiltParts.CommandFolder + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH"));
}
