namespace Pulumi.Engine.Events;

/// <summary>Names and properties of step operations.</summary>
public static class StepOperations
{
    /// <summary>The name used in events, history and summaries, such as <c>create-replacement</c>.</summary>
    public static string WireName(this StepOperation operation) => operation switch
    {
        StepOperation.Same => "same",
        StepOperation.Create => "create",
        StepOperation.Update => "update",
        StepOperation.Delete => "delete",
        StepOperation.Replace => "replace",
        StepOperation.CreateReplacement => "create-replacement",
        StepOperation.DeleteReplaced => "delete-replaced",
        StepOperation.Read => "read",
        StepOperation.ReadReplacement => "read-replacement",
        StepOperation.Refresh => "refresh",
        StepOperation.Discard => "discard",
        StepOperation.DiscardReplaced => "discard-replaced",
        StepOperation.RemovePendingReplace => "remove-pending-replace",
        StepOperation.Import => "import",
        StepOperation.ImportReplacement => "import-replacement",
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, null),
    };

    /// <summary>Whether the operation counts in summaries; false for the physical halves of replacements and for refreshes.</summary>
    public static bool IsLogical(this StepOperation operation) => operation is
        StepOperation.Same or StepOperation.Create or StepOperation.Update or StepOperation.Delete or StepOperation.Replace
        or StepOperation.Read or StepOperation.Discard or StepOperation.Import;

    /// <summary>Whether the operation is a change for <c>--expect-no-changes</c>.</summary>
    public static bool IsChange(this StepOperation operation) => operation is not
        (StepOperation.Same or StepOperation.Read or StepOperation.Discard or StepOperation.ReadReplacement);
}
