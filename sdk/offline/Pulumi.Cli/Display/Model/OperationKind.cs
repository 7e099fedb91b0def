using Pulumi.Engine;

namespace Pulumi.Cli.Display.Model;

/// <summary>What a display shows: one run of the engine.</summary>
/// <param name="Verb">What is done: update, refresh, destroy or import.</param>
/// <param name="IsPreview">Whether it only shows what would be done.</param>
/// <param name="StackUrn">URN of the root stack, to which messages without a resource belong.</param>
internal sealed record OperationKind(OperationVerb Verb, bool IsPreview, string StackUrn)
{
    /// <summary>The short stack name.</summary>
    public string Stack => Urn.Stack(StackUrn);

    /// <summary>The first line of the display.</summary>
    public string Headline => IsPreview ? $"Previewing {Noun} ({Stack}):" : $"{Doing} ({Stack}):";

    public string Noun => Verb switch
    {
        OperationVerb.Refresh => "refresh",
        OperationVerb.Destroy => "destroy",
        OperationVerb.Import => "import",
        _ => "update",
    };

    /// <summary>What goes on while it runs, in lower case.</summary>
    public string Progress => IsPreview ? $"previewing {Noun}" : Doing.ToLowerInvariant();

    private string Doing => Verb switch
    {
        OperationVerb.Refresh => "Refreshing",
        OperationVerb.Destroy => "Destroying",
        OperationVerb.Import => "Importing",
        _ => "Updating",
    };
}

/// <summary>Operations that have a display.</summary>
internal enum OperationVerb
{
    Update,
    Refresh,
    Destroy,
    Import,
}
