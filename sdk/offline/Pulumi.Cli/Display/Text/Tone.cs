namespace Pulumi.Cli.Display.Text;

/// <summary>What a piece of text stands for; the screen decides the colour.</summary>
internal enum Tone
{
    Plain,
    Strong,
    Faint,
    Create,
    Update,
    Delete,
    Replace,
    Read,
    Error,
    Warning,
    Info,
}
