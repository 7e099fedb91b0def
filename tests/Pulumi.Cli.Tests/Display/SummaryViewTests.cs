using System.Collections.Immutable;
using Pulumi.Cli.Display.Views;
using Pulumi.Engine.Events;

namespace Pulumi.Cli.Tests.Display;

public sealed class SummaryViewTests
{
    [Test]
    public void Resources_OfARunThatEndedBeforeAnyStep_IsEmpty() =>
        Assert.That(SummaryView.Resources(Summary([]), errored: 0), Is.Empty);

    [Test]
    public void Resources_WithErrorsAlone_CountsThem() =>
        Assert.That(SummaryView.Resources(Summary([]), errored: 2).Select(line => line.ToString()), Is.EqualTo(new[] { "Resources:", "    2 errored" }));

    private static SummaryEvent Summary(Dictionary<StepOperation, int> changes) =>
        new(IsPreview: true, UpdateOutcome.Failed, TimeSpan.Zero, changes.ToImmutableSortedDictionary(), MaybeCorrupt: false);
}
