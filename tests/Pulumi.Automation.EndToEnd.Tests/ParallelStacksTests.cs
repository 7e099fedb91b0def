using System.Globalization;
using Pulumi.Automation.EndToEnd.Tests.Support;
using Pulumi.TestProgram;

namespace Pulumi.Automation.EndToEnd.Tests;

internal sealed class ParallelStacksTests : SandboxTest
{
    private const int Count = 8;

    [Test, CancelAfter(Limit)]
    public async Task EightInlineStacks_AtTheSameTime_AreCreatedConfiguredAndUpdated(CancellationToken cancellation)
    {
        var results = await Task.WhenAll(Enumerable.Range(0, Count).Select(number => DeployAsync(number, cancellation)));

        Assert.Multiple(() =>
        {
            Assert.That(results.Select(result => result.Seen), Is.EqualTo(Enumerable.Range(0, Count).Select(number => $"stack-{number} {number}")));
            Assert.That(results.Select(result => result.Size), Is.EqualTo(Enumerable.Range(0, Count)));
            Assert.That(Sandbox.Cloud.Count, Is.EqualTo(Count));
        });
    }

    private async Task<(object Seen, object Size)> DeployAsync(int number, CancellationToken cancellation)
    {
        var name = $"stack-{number}";
        using var stack = await LocalWorkspace.CreateStackAsync(Sandbox.Inline(name, PulumiFn.Create(DeclareAsync)), cancellation);
        await stack.SetConfigAsync("size", new ConfigValue(number.ToString(CultureInfo.InvariantCulture)), cancellation);
        var up = await stack.UpAsync(cancellationToken: cancellation);
        return (up.Outputs["seen"].Value, up.Outputs["size"].Value);
    }

    // What a program sees of its stack has to stay its own across awaits.
    private static async Task<IDictionary<string, object?>> DeclareAsync()
    {
        await Task.Yield();
        var (stack, size) = (Deployment.Instance.StackName, new Config().RequireInt32("size"));
        return new Dictionary<string, object?>
        {
            ["seen"] = $"{stack} {size}",
            ["size"] = new Thing($"of-{stack}", new ThingArgs { Size = size }).Size,
        };
    }
}
