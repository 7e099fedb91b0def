using Spectre.Console;
using Spectre.Console.Rendering;

namespace Pulumi.Cli.Hosting;

/// <summary>A console whose keys come from elsewhere.</summary>
internal sealed class KeyedConsole(IAnsiConsole console, IAnsiConsoleInput keys) : IAnsiConsole
{
    public IAnsiConsoleInput Input => keys;

    public Profile Profile => console.Profile;

    public IAnsiConsoleCursor Cursor => console.Cursor;

    public IExclusivityMode ExclusivityMode => console.ExclusivityMode;

    public RenderPipeline Pipeline => console.Pipeline;

    public void Clear(bool home) => console.Clear(home);

    public void WriteAnsi(Action<AnsiWriter> action) => console.WriteAnsi(action);

    public void Write(IRenderable renderable) => console.Write(renderable);
}
