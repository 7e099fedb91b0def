using CloudUpdate.TestKit.Golden;
using Microsoft.Extensions.Time.Testing;
using Pulumi.Cli.Display;
using Pulumi.Cli.Display.Model;
using Pulumi.Cli.Display.Views;
using Pulumi.Cli.Hosting;
using Pulumi.Cli.Json;
using Pulumi.Cli.Tests.Recordings;
using Pulumi.Cli.Tests.Support;

namespace Pulumi.Cli.Tests.Display;

/// <summary>Each scenario in each form, compared with <c>Goldens/SCENARIO.FORM</c>.</summary>
public sealed class GoldenDisplayTests
{
    private static readonly DisplayOptions s_quiet = new() { SuppressProgress = true };

    [TestCaseSource(typeof(Scenarios), nameof(Scenarios.Names))]
    public async Task Tree_OfScenario_IsTheGolden(string scenario) =>
        Verify($"{scenario}.txt", await ShowAsync(Scenarios.All[scenario](), s_quiet));

    [TestCaseSource(typeof(Scenarios), nameof(Scenarios.Names))]
    public async Task Diff_OfScenario_IsTheGolden(string scenario) =>
        Verify($"{scenario}.diff.txt", await ShowAsync(Scenarios.All[scenario](), s_quiet with { Diff = true }));

    [TestCaseSource(typeof(Scenarios), nameof(Scenarios.Names))]
    public void Markdown_OfScenario_IsTheGolden(string scenario)
    {
        var run = Scenarios.All[scenario]();
        var model = new OperationModel(run.Kind);
        foreach (var engineEvent in run.Events)
        {
            model.Apply(engineEvent);
        }

        Verify($"{scenario}.md", new MarkdownView(model, s_quiet).Text(run.Result));
    }

    [TestCaseSource(typeof(Scenarios), nameof(Scenarios.Names))]
    public async Task Document_OfScenario_IsTheGolden(string scenario)
    {
        var run = Scenarios.All[scenario]();
        using var output = new StringWriter { NewLine = "\n" };
        await PlayAsync(run, new PreviewDocumentDisplay(output, s_quiet, new OperationModel(run.Kind)));

        Verify($"{scenario}.json", output.ToString());
    }

    [TestCase("update")]
    [TestCase("failed-update")]
    [TestCase("destroy")]
    [TestCase("refresh")]
    public async Task Progress_OfScenarioWithoutTerminal_IsTheGolden(string scenario) =>
        Verify($"{scenario}.progress.txt", await ShowAsync(Scenarios.All[scenario](), new DisplayOptions()));

    [Test]
    public async Task EveryOption_OfChanges_IsTheGolden() => Verify("change-preview.all.txt", await ShowAsync(
        Scenarios.All["change-preview"](),
        s_quiet with { ShowConfig = true, ShowSames = true, ShowReplacementSteps = true, ShowUrns = true, SuppressOutputs = true }));

    [Test]
    public async Task Colours_OfChanges_AreTheGolden() =>
        Verify("change-preview.colours.txt", await ShowAsync(Scenarios.All["change-preview"](), s_quiet, ColorMode.Always));

    private static async Task<string> ShowAsync(Recording run, DisplayOptions options, ColorMode color = ColorMode.Never)
    {
        using var screen = new TestScreen(color);
        var time = new FakeTimeProvider(run.Events[0].Timestamp);
        await PlayAsync(run, new ConsoleDisplay(screen.Screen, options, new OperationModel(run.Kind), time), time);
        return screen.Text;
    }

    private static async Task PlayAsync(Recording run, IOperationDisplay display, FakeTimeProvider? time = null)
    {
        display.Begin();
        foreach (var engineEvent in run.Events)
        {
            time?.SetUtcNow(engineEvent.Timestamp);
            display.OnEvent(engineEvent);
        }

        await display.EndAsync(run.Result);
    }

    private static void Verify(string file, string actual) => GoldenFile.Verify(actual, $"tests/Pulumi.Cli.Tests/Goldens/{file}");
}
