using System.Collections.Immutable;
using Pulumi.Cli.Hosting;
using Pulumi.Engine;

namespace Pulumi.Cli.Tests.Support;

/// <summary>A screen that writes into a text.</summary>
internal sealed class TestScreen : IDisposable
{
    private readonly StringWriter _output = new() { NewLine = "\n" };

    public TestScreen(ColorMode color = ColorMode.Never, bool isTerminal = false, params (string Name, string Value)[] variables)
    {
        var terminal = new Terminal { Input = TextReader.Null, Output = _output, Error = TextWriter.Null, InputIsTerminal = isTerminal, OutputIsTerminal = isTerminal };
        var environment = new EngineEnvironment
        {
            WorkingDirectory = Path.GetTempPath(),
            Variables = variables.ToImmutableDictionary(variable => variable.Name, variable => variable.Value),
        };
        Screen = Screen.Create(terminal, environment, color, nonInteractive: !isTerminal);
    }

    public Screen Screen { get; }

    public string Text => _output.ToString();

    public void Dispose() => _output.Dispose();
}
