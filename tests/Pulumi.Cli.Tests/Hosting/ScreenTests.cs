using Pulumi.Cli.Display.Text;
using Pulumi.Cli.Hosting;
using Pulumi.Cli.Tests.Support;

namespace Pulumi.Cli.Tests.Hosting;

public sealed class ScreenTests
{
    private const string Red = "\u001b[31m";

    [TestCase("auto", true, "", "xterm", true)]
    [TestCase("auto", true, "1", "xterm", false)]
    [TestCase("auto", true, "", "dumb", false)]
    [TestCase("auto", false, "", "xterm", false)]
    [TestCase("always", false, "1", "xterm", true)]
    [TestCase("never", true, "", "xterm", false)]
    public void Colours_ByModeTerminalAndEnvironment_AreUsedOrNot(string mode, bool isTerminal, string noColor, string term, bool expected)
    {
        using var screen = new TestScreen(Enum.Parse<ColorMode>(mode, ignoreCase: true), isTerminal, ("NO_COLOR", noColor), ("TERM", term));

        screen.Screen.Write(Line.Of("text", Tone.Delete));

        Assert.That(screen.Text.Contains(Red, StringComparison.Ordinal), Is.EqualTo(expected));
    }

    [Test]
    public void Write_LongLine_IsNotWrapped()
    {
        using var screen = new TestScreen();
        var text = string.Join(' ', Enumerable.Repeat("word", 200));

        screen.Screen.Write(Line.Of(text));

        Assert.That(screen.Text, Is.EqualTo(text + "\n"));
    }

    [Test]
    public void Write_Markup_IsText()
    {
        using var screen = new TestScreen(ColorMode.Always);

        screen.Screen.Write(Line.Of("[red]not red[/] [[0]]"));

        Assert.That(screen.Text, Is.EqualTo("[red]not red[/] [[0]]\n"));
    }
}
