using Microsoft.Extensions.Time.Testing;
using Pulumi.Cli.Display;
using Pulumi.Cli.Display.Model;
using Pulumi.Cli.Tests.Recordings;
using Pulumi.Cli.Tests.Support;
using Pulumi.Engine.Events;

namespace Pulumi.Cli.Tests.Display;

public sealed class ProgressTests
{
    [Test]
    public async Task Silence_OfALongWait_IsBrokenEveryTenSeconds()
    {
        using var screen = new TestScreen();
        var time = new FakeTimeProvider();
        var run = Scenarios.All["update"]();
        var display = new ConsoleDisplay(screen.Screen, new DisplayOptions(), new OperationModel(run.Kind), time);
        display.Begin();
        foreach (var engineEvent in run.Events.TakeWhile(engineEvent => engineEvent is not DiagnosticEvent))
        {
            display.OnEvent(engineEvent);
        }

        time.Advance(TimeSpan.FromSeconds(9));
        Assert.That(screen.Text, Does.Not.Contain("@ "));
        time.Advance(TimeSpan.FromSeconds(1));
        time.Advance(TimeSpan.FromSeconds(10));
        time.Advance(TimeSpan.FromSeconds(10));
        await display.EndAsync(null);
        time.Advance(TimeSpan.FromSeconds(60));

        Assert.That(screen.Text.Split('\n').Where(line => line.StartsWith('@')), Is.EqualTo(new[] { "@ updating (10s): events", "@ updating (20s): events", "@ updating (30s): events" }));
    }

    [Test]
    public async Task Terminal_WhileRunning_RedrawsTheTableAndTakesItAway()
    {
        using var screen = new TestScreen(isTerminal: true);
        var time = new FakeTimeProvider();
        var run = Scenarios.All["update"]();
        var display = new ConsoleDisplay(screen.Screen, new DisplayOptions(), new OperationModel(run.Kind), time);

        display.Begin();
        foreach (var engineEvent in run.Events)
        {
            display.OnEvent(engineEvent);
        }

        await display.EndAsync(run.Result);

        Assert.That(screen.Text, Does.Contain("@ updating").And.Contains("Resources:").And.Contains("    + 4 created"));
    }

    [Test]
    public async Task SuppressProgress_OfAnUpdate_ShowsOnlyTheResult()
    {
        using var screen = new TestScreen();
        var run = Scenarios.All["update"]();
        var display = new ConsoleDisplay(screen.Screen, new DisplayOptions { SuppressProgress = true }, new OperationModel(run.Kind), new FakeTimeProvider());
        display.Begin();
        foreach (var engineEvent in run.Events)
        {
            display.OnEvent(engineEvent);
        }

        await display.EndAsync(run.Result);

        Assert.That(screen.Text, Does.StartWith("Updating (dev):\n     Type"));
    }

    [Test]
    public void Debug_Messages_CountOnRequest()
    {
        var debug = new DiagnosticEvent(DiagnosticSeverity.Debug, "deep inside");
        var (quiet, verbose) = (new OperationModel(Kind()), new OperationModel(Kind(), showDebug: true));

        Assert.Multiple(() =>
        {
            Assert.That(quiet.Apply(debug), Is.Null);
            Assert.That(verbose.Apply(debug)!.Diagnostics.Single().Message, Is.EqualTo("deep inside"));
        });
    }

    [Test]
    public void Messages_OfOneStream_AreJoined()
    {
        var model = new OperationModel(Kind());
        model.Apply(new DiagnosticEvent(DiagnosticSeverity.Info, "one ") { StreamId = 3 });
        model.Apply(new DiagnosticEvent(DiagnosticSeverity.Info, "message") { StreamId = 3 });
        model.Apply(new DiagnosticEvent(DiagnosticSeverity.Info, "another"));

        Assert.That(model.Stack!.Diagnostics.Select(diagnostic => diagnostic.Message), Is.EqualTo(new[] { "one message", "another" }));
    }

    private static OperationKind Kind() => new(OperationVerb.Update, IsPreview: false, Recording.StackUrn);
}
