namespace Pulumi.Cli.Hosting;

/// <summary>Whether output has colours.</summary>
internal enum ColorMode
{
    /// <summary>On a terminal, unless <c>NO_COLOR</c> is set or <c>TERM</c> is <c>dumb</c>.</summary>
    Auto,

    Always,

    Never,
}
