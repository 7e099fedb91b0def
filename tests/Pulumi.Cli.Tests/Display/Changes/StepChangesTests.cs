using System.Collections.Immutable;
using CloudUpdate.Protocol.Values;
using Pulumi.Cli.Display.Changes;
using Pulumi.Cli.Tests.Recordings;
using Pulumi.Engine.Events;
using Pulumi.Engine.State;

namespace Pulumi.Cli.Tests.Display.Changes;

public sealed class StepChangesTests
{
    private static readonly ResourceState s_state = Recording.State(Recording.UrnOf("my:mod:Thing", "t"), "id");

    [Test]
    public void Of_Detailed_TakesOldValuesFromWhereTheProviderSays()
    {
        var step = Step(
            s_state with { Inputs = Bag(("a", "input"), ("b", "input")), Outputs = Bag(("a", "output"), ("b", "output")) },
            s_state with { Inputs = Bag(("a", "new"), ("b", "new")) },
            ("a", PropertyChangeKind.Update, true), ("b", PropertyChangeKind.Update, false));

        Assert.That(StepChanges.Of(step, isRefresh: false)!.Members.Select(member => member.Value), Is.EqualTo(new Change[]
        {
            new Updated(PropertyValue.Of("input"), PropertyValue.Of("new")), new Updated(PropertyValue.Of("output"), PropertyValue.Of("new")),
        }));
    }

    [Test]
    public void Of_DetailedRefresh_TakesNewValuesFromOutputs()
    {
        var step = Step(
            s_state with { Outputs = Bag(("a", "old")) }, s_state with { Inputs = Bag(("a", "input")), Outputs = Bag(("a", "found")) }, ("a", PropertyChangeKind.Update, false));

        Assert.That(StepChanges.Of(step, isRefresh: true)!.Members.Single().Value, Is.EqualTo(new Updated(PropertyValue.Of("old"), PropertyValue.Of("found"))));
    }

    [Test]
    public void Of_DetailedInsideASecret_KeepsItSecret()
    {
        PropertyMap Inside(string text) => PropertyMap.Of(("a", PropertyValue.Secret(PropertyValue.Of(Bag(("b", text))))));
        var step = Step(s_state with { Outputs = Inside("old") }, s_state with { Inputs = Inside("new") }, ("a.b", PropertyChangeKind.Update, false));

        var inside = (Nested)StepChanges.Of(step, isRefresh: false)!.Members.Single().Value;

        Assert.That(inside.Members.Single().Value, Is.EqualTo(
            new Updated(PropertyValue.Secret(PropertyValue.Of("old")), PropertyValue.Secret(PropertyValue.Of("new")))));
    }

    [Test]
    public void Of_DetailedAtNoPlace_ShowsUnknown()
    {
        var step = Step(s_state, s_state, ("nowhere[3].x", PropertyChangeKind.Add, false), ("not a [path", PropertyChangeKind.Delete, false));

        Assert.That(StepChanges.Of(step, isRefresh: false)!.Members.Select(member => member.Key), Is.EqualTo(new[] { "not a [path", "nowhere" }));
    }

    [Test]
    public void Of_DetailedInternalKeys_AreLeftOut() =>
        Assert.That(StepChanges.Of(Step(s_state, s_state, ("__baseline", PropertyChangeKind.Update, false)), isRefresh: false), Is.Null);

    [Test]
    public void Of_NothingDetailed_ComparesInputsAndMarksWhatReplaces()
    {
        var step = Step(s_state with { Inputs = Bag(("a", "1"), ("b", "1")) }, s_state with { Inputs = Bag(("a", "2"), ("b", "2")) }) with { ReplaceKeys = ["b"] };

        Assert.That(StepChanges.Of(step, isRefresh: false)!.Members.Select(member => (member.Key, member.Value.Replaces)), Is.EqualTo(new[] { ("a", false), ("b", true) }));
    }

    [Test]
    public void Of_HiddenProperties_AreHidden()
    {
        var step = Step(s_state with { Inputs = Bag(("a", "1")) }, s_state with { Inputs = Bag(("a", "2")), HideDiffs = ["a"] });

        Assert.That(StepChanges.Of(step, isRefresh: false)!.Members.Single().Value, Is.EqualTo(new Hidden()));
    }

    [TestCase(StepOperation.Replace, "kind", false, "forced by kind")]
    [TestCase(StepOperation.Replace, "id", false, "forced by --replace")]
    [TestCase(StepOperation.CreateReplacement, "provider", false, "forced by another provider")]
    [TestCase(StepOperation.Replace, "deletedWith", false, "forced by the replacement of what it is deleted with")]
    [TestCase(StepOperation.Replace, "", true, "finishes an interrupted replacement")]
    [TestCase(StepOperation.Update, "kind", false, "")]
    public void ReplaceReason_OfEachKey_IsASentence(StepOperation operation, string key, bool isPending, string expected)
    {
        var step = Step(s_state with { PendingReplacement = isPending }, s_state) with { Operation = operation, ReplaceKeys = key.Length == 0 ? [] : [key] };

        Assert.That(ChangeSummary.ReplaceReason(step), Is.EqualTo(expected));
    }

    [Test]
    public void Diff_OfKeysAlone_ListsThem() =>
        Assert.That(ChangeSummary.Diff(Step(s_state, s_state) with { ChangedKeys = ["b", "a"] }, isRefresh: false), Is.EqualTo("[diff: ~b,a]"));

    [Test]
    public void Diff_OfProviderAndProtection_NamesThem() => Assert.That(
        ChangeSummary.Diff(Step(s_state, s_state with { Provider = Recording.Provider + "x", Protect = true }), isRefresh: false), Is.EqualTo("[diff: ~provider,protect]"));

    private static StepMetadata Step(ResourceState old, ResourceState fresh, params (string Path, PropertyChangeKind Kind, bool InputDiff)[] detailed) => new()
    {
        Operation = StepOperation.Update,
        Urn = old.Urn,
        Type = old.Type,
        Old = old,
        New = fresh,
        DetailedDiff = detailed.Length == 0 ? null
            : detailed.ToImmutableSortedDictionary(change => change.Path, change => new PropertyChange(change.Kind, change.InputDiff), StringComparer.Ordinal),
    };

    private static PropertyMap Bag(params (string Key, string Value)[] members) =>
        PropertyMap.Of(members.Select(member => KeyValuePair.Create(member.Key, PropertyValue.Of(member.Value))));
}
