using CloudUpdate.Pipeline.Plans;
using Pulumi.Automation.EndToEnd.Tests.Support;
using Pulumi.TestProgram;

namespace Pulumi.Automation.EndToEnd.Tests;

/// <summary>Previews in typed form, as the pipeline example reads them.</summary>
internal sealed class PlanTests : SandboxTest
{
    private const string Secret = "hunter2";
    private bool _isChanged;

    [Test, CancelAfter(Limit)]
    public async Task Plan_NamesEachResourceOperationPropertyAndReplacementReason(CancellationToken cancellation)
    {
        using var stack = await UpdatedAsync(cancellation);

        var unchanged = await stack.PlanAsync(cancellation);
        _isChanged = true;
        var plan = await stack.PlanAsync(cancellation);

        Assert.That(unchanged.Resources, Is.Empty);
        Assert.That(plan.Stack, Is.EqualTo("dev"));
        Assert.That(plan.Resources.Select(resource => $"{resource.Operation} {resource.Name}"), Is.EquivalentTo(new[] { "Update updated", "Replace replaced", "Create created", "Create follower", "Delete deleted" }));
        var (updated, replaced, created, deleted) = (Of(plan, "updated"), Of(plan, "replaced"), Of(plan, "created"), Of(plan, "deleted"));
        Assert.Multiple(() =>
        {
            Assert.That(updated.Type, Is.EqualTo("testcloud:index:Thing"));
            Assert.That(updated.Urn, Is.EqualTo("urn:pulumi:dev::proj::testcloud:index:Thing::updated"));
            Assert.That(updated.Properties, Is.EqualTo(new[]
            {
                new PlannedProperty("password", PlannedProperty.Secret, PlannedProperty.Secret, false),
                new PlannedProperty("size", 1L, 2L, false),
                new PlannedProperty("tags.added", null, "new", false),
                new PlannedProperty("tags.removed", "old", null, false),
            }));
            Assert.That(updated.ReplacementReasons, Is.Empty);
            Assert.That(replaced.ReplacementReasons, Is.EqualTo(new[] { "kind" }));
            Assert.That(replaced.Properties, Is.EqualTo(new[] { new PlannedProperty("kind", "x", "y", true), new PlannedProperty("size", 1L, 3L, false) }));
            Assert.That(created.Properties, Is.EqualTo(new[] { new PlannedProperty("size", null, 5L, false) }));
            Assert.That(created.Adopted, Is.False);
            Assert.That(Of(plan, "follower").Properties, Is.EqualTo(new[]
            {
                new PlannedProperty("kind", null, PlannedProperty.Unknown, false),
                new PlannedProperty("password", null, PlannedProperty.Secret, false),
            }));
            Assert.That(deleted.Properties, Is.Empty);
            Assert.That(plan.ToString() + string.Join('\n', plan.Resources.SelectMany(resource => resource.Properties)), Does.Not.Contain(Secret));
        });
    }

    [Test, CancelAfter(Limit)]
    public async Task Drift_NamesWhatTheCloudHasInstead(CancellationToken cancellation)
    {
        using var stack = await UpdatedAsync(cancellation);
        Sandbox.Change("thing-updated-plain", thing => thing["size"] = 8);
        Sandbox.Remove("thing-deleted-plain");

        var drift = await stack.DriftAsync(cancellation);
        var latest = await stack.GetInfoAsync(cancellation);

        Assert.Multiple(() =>
        {
            Assert.That(drift.Resources.Select(resource => $"{resource.Operation} {resource.Name}"), Is.EquivalentTo(new[] { "Update updated", "Delete deleted" }));
            Assert.That(latest!.Kind, Is.EqualTo(UpdateKind.Update), "looking leaves no trace");
            Assert.That(Of(drift, "updated").Properties, Is.EqualTo(new[] { new PlannedProperty("size", 1L, 8L, false) }));
        });
    }

    private static PlannedResource Of(DeploymentPlan plan, string name) => plan.Resources.Single(resource => resource.Name == name);

    private async Task<WorkspaceStack> UpdatedAsync(CancellationToken cancellation)
    {
        var stack = await LocalWorkspace.CreateStackAsync(Sandbox.Inline("dev", PulumiFn.Create(Declare)), cancellation);
        await stack.UpAsync(cancellationToken: cancellation);
        return stack;
    }

    private void Declare()
    {
        _ = new Thing("updated", new ThingArgs
        {
            Size = _isChanged ? 2 : 1,
            Password = Output.CreateSecret(_isChanged ? $"{Secret}-changed" : Secret),
            Tags = new InputMap<string> { { "kept", "same" }, { _isChanged ? "added" : "removed", _isChanged ? "new" : "old" } },
        });
        _ = new Thing("replaced", new ThingArgs { Size = _isChanged ? 3 : 1, Kind = _isChanged ? "y" : "x" });
        var other = new Thing(_isChanged ? "created" : "deleted", new ThingArgs { Size = 5 });
        if (_isChanged)
        {
            _ = new Thing("follower", new ThingArgs { Kind = other.Id, Password = Output.CreateSecret(Secret) });
        }
    }
}
