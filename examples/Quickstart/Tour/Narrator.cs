namespace Quickstart.Tour;

/// <summary>What the tour says between the outputs of the command; in colour only on a terminal.</summary>
internal sealed class Narrator
{
    private readonly bool _colour =
        !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    private int _step;

    public void Title(string text) => Write("1", text);

    public void Step(string title, string explanation)
    {
        Console.WriteLine();
        Write("1;36", $"── Step {++_step}: {title}");
        Console.WriteLine(explanation);
        Console.WriteLine();
    }

    public void Command(string line) => Write("2", $"$ {line}");

    public void Verified(string fact) => Write("32", $"✓ {fact}");

    public void Failed(string message) => Write("1;31", $"✗ {message}");

    private void Write(string style, string text) =>
        Console.WriteLine(_colour ? $"\u001b[{style}m{text}\u001b[0m" : text);
}
