using Pulumi.Cli.Display.Text;
using Pulumi.Engine.Events;

namespace Pulumi.Cli.Display.Model;

/// <summary>How operations are called and marked.</summary>
internal static class OperationText
{
    /// <summary>The two-character mark in front of a row.</summary>
    public static string Sign(StepOperation operation) => operation switch
    {
        StepOperation.Create => "+ ",
        StepOperation.Update or StepOperation.Refresh or StepOperation.RemovePendingReplace => "~ ",
        StepOperation.Delete => "- ",
        StepOperation.Replace => "+-",
        StepOperation.CreateReplacement => "++",
        StepOperation.DeleteReplaced => "--",
        StepOperation.Read => "> ",
        StepOperation.ReadReplacement => ">>",
        StepOperation.Discard => "< ",
        StepOperation.DiscardReplaced => "<<",
        StepOperation.Import => "= ",
        StepOperation.ImportReplacement => "=>",
        _ => "  ",
    };

    public static Tone ToneOf(StepOperation operation) => operation switch
    {
        StepOperation.Create or StepOperation.CreateReplacement => Tone.Create,
        StepOperation.Update or StepOperation.Refresh or StepOperation.RemovePendingReplace => Tone.Update,
        StepOperation.Delete or StepOperation.DeleteReplaced => Tone.Delete,
        StepOperation.Replace => Tone.Replace,
        StepOperation.Same => Tone.Plain,
        _ => Tone.Read,
    };

    /// <summary>What is planned: <c>create</c>.</summary>
    public static string Plan(StepOperation operation) => operation switch
    {
        StepOperation.Same => string.Empty,
        StepOperation.CreateReplacement => "create replacement",
        StepOperation.DeleteReplaced => "delete original",
        StepOperation.ReadReplacement => "read for replacement",
        StepOperation.DiscardReplaced => "discard original",
        StepOperation.RemovePendingReplace => "complete replace",
        StepOperation.ImportReplacement => "import replacement",
        _ => operation.WireName(),
    };

    /// <summary>What is under way: <c>creating</c>.</summary>
    public static string Running(StepOperation operation) => operation switch
    {
        StepOperation.Same => string.Empty,
        StepOperation.Create => "creating",
        StepOperation.Update => "updating",
        StepOperation.Delete => "deleting",
        StepOperation.Replace => "replacing",
        StepOperation.CreateReplacement => "creating replacement",
        StepOperation.DeleteReplaced => "deleting original",
        StepOperation.Read => "reading",
        StepOperation.ReadReplacement => "reading for replacement",
        StepOperation.Refresh => "refreshing",
        StepOperation.Discard => "discarding",
        StepOperation.DiscardReplaced => "discarding original",
        StepOperation.RemovePendingReplace => "completing replace",
        StepOperation.Import => "importing",
        _ => "importing replacement",
    };

    /// <summary>What has been done: <c>created</c>.</summary>
    public static string Done(StepOperation operation) => operation switch
    {
        StepOperation.Same => string.Empty,
        StepOperation.Create => "created",
        StepOperation.Update => "updated",
        StepOperation.Delete => "deleted",
        StepOperation.Replace => "replaced",
        StepOperation.CreateReplacement => "created replacement",
        StepOperation.DeleteReplaced => "deleted original",
        StepOperation.Read => "read",
        StepOperation.ReadReplacement => "read for replacement",
        StepOperation.Refresh => "refreshed",
        StepOperation.Discard => "discarded",
        StepOperation.DiscardReplaced => "discarded original",
        StepOperation.RemovePendingReplace => "completed replace",
        StepOperation.Import => "imported",
        _ => "imported replacement",
    };

    /// <summary>Whether the operation is one of the steps that together replace a resource.</summary>
    public static bool IsPartOfReplacement(StepOperation operation) => operation is
        StepOperation.Replace or StepOperation.CreateReplacement or StepOperation.DeleteReplaced
        or StepOperation.ReadReplacement or StepOperation.ImportReplacement or StepOperation.DiscardReplaced;
}
