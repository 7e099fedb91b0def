using Pulumi.Automation.Events;

namespace Pulumi.Automation.Tests;

public sealed class EventReaderTests
{
    [Test]
    public void Read_ResourcePreEvent_GivesStepWithDifferences()
    {
        var engineEvent = EventReader.Read("""
            {"sequence":3,"timestamp":1700000000,"resourcePreEvent":{"planning":true,"metadata":{
              "op":"create-replacement","urn":"urn:pulumi:dev::p::a:b:C::x","type":"a:b:C",
              "old":{"urn":"urn:pulumi:dev::p::a:b:C::x","type":"a:b:C","custom":true,"id":"1","parent":"","inputs":{"size":1,"share":1.5},"outputs":{"when":"2024-05-16T11:46:07Z"},"provider":"prov"},
              "new":null,"keys":["size"],"diffs":["size"],
              "detailedDiff":{"size":{"diffKind":"update-replace","inputDiff":true}},"logical":true,"provider":"prov"}}}
            """);

        var step = engineEvent.ResourcePreEvent!.Metadata;
        Assert.Multiple(() =>
        {
            Assert.That(engineEvent.Sequence, Is.EqualTo(3));
            Assert.That(engineEvent.ResourcePreEvent.Planning, Is.True);
            Assert.That(step.Op, Is.EqualTo(OperationType.CreateReplacement));
            Assert.That(step.New, Is.Null);
            Assert.That(step.Old!.Inputs["size"], Is.TypeOf<long>().And.EqualTo(1L));
            Assert.That(step.Old.Inputs["share"], Is.TypeOf<double>().And.EqualTo(1.5));
            Assert.That(step.Old.Outputs["when"], Is.InstanceOf<DateTime>());
            Assert.That(step.Keys, Is.EqualTo(new[] { "size" }));
            Assert.That(step.DetailedDiff!["size"].Kind, Is.EqualTo(DiffKind.UpdateReplace));
            Assert.That(step.DetailedDiff["size"].InputDiff, Is.True);
        });
    }

    [Test]
    public void Read_SummaryEvent_CountsOperations_UnknownOneIncluded()
    {
        var summary = EventReader.Read("""
            {"sequence":9,"timestamp":1,"summaryEvent":{"maybeCorrupt":false,"durationSeconds":4,"resourceChanges":{"create":2,"same":1,"teleport":5},"PolicyPacks":{}}}
            """).SummaryEvent!;

        Assert.Multiple(() =>
        {
            Assert.That(summary.ResourceChanges[OperationType.Create], Is.EqualTo(2));
            Assert.That(summary.ResourceChanges[OperationType.Unknown], Is.EqualTo(5));
            Assert.That(summary.DurationSeconds, Is.EqualTo(4));
        });
    }

    [Test]
    public void Read_DiagnosticEvent_KeepsOptionalMembersApart()
    {
        var diagnostic = EventReader.Read("""
            {"sequence":1,"timestamp":1,"diagnosticEvent":{"message":"hello","color":"never","severity":"info#err"}}
            """).DiagnosticEvent!;

        Assert.Multiple(() =>
        {
            Assert.That(diagnostic.Urn, Is.Null);
            Assert.That(diagnostic.Ephemeral, Is.Null);
            Assert.That(diagnostic.Severity, Is.EqualTo("info#err"));
        });
    }

    [Test]
    public void Read_KindOfALaterVersion_HasNoMemberSet()
    {
        var engineEvent = EventReader.Read("""{"sequence":1,"timestamp":1,"progressEvent":{"type":"plugin-download"}}""");

        Assert.That(engineEvent.CancelEvent, Is.Null);
        Assert.That(engineEvent.SummaryEvent, Is.Null);
    }

    [Test]
    public void Read_DiffKindOfALaterVersion_IsAnError() =>
        Assert.That(
            () => EventReader.Read("""
                {"sequence":1,"timestamp":1,"resourcePreEvent":{"metadata":{"op":"update","urn":"u","type":"t","provider":"","detailedDiff":{"a":{"diffKind":"move"}}}}}
                """),
            Throws.InvalidOperationException.With.Message.Contains("move"));
}
