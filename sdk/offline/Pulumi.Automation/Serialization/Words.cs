using Pulumi.Automation.Events;

namespace Pulumi.Automation.Serialization;

/// <summary>The command's words for operations, differences and states.</summary>
internal static class Words
{
    /// <summary>An operation; a word not known here is <see cref="OperationType.Unknown"/>.</summary>
    public static OperationType Operation(string word) => word switch
    {
        "same" => OperationType.Same,
        "create" => OperationType.Create,
        "update" => OperationType.Update,
        "delete" => OperationType.Delete,
        "replace" => OperationType.Replace,
        "create-replacement" => OperationType.CreateReplacement,
        "delete-replaced" => OperationType.DeleteReplaced,
        "read" => OperationType.Read,
        "read-replacement" => OperationType.ReadReplacement,
        "refresh" => OperationType.Refresh,
        "discard" => OperationType.ReadDiscard,
        "discard-replaced" => OperationType.DiscardReplaced,
        "remove-pending-replace" => OperationType.RemovePendingReplace,
        "import" => OperationType.Import,
        "import-replacement" => OperationType.ImportReplacement,
        _ => OperationType.Unknown,
    };

    /// <summary>A kind of difference.</summary>
    /// <exception cref="InvalidOperationException">The word is not known.</exception>
    public static DiffKind Diff(string word) => word switch
    {
        "add" => DiffKind.Add,
        "add-replace" => DiffKind.AddReplace,
        "delete" => DiffKind.Delete,
        "delete-replace" => DiffKind.DeleteReplace,
        "update" => DiffKind.Update,
        "update-replace" => DiffKind.UpdateReplace,
        _ => throw Unknown(word, nameof(DiffKind)),
    };

    /// <summary>A kind of operation in the history.</summary>
    /// <exception cref="InvalidOperationException">The word is not known.</exception>
    public static UpdateKind Kind(string word) => word switch
    {
        "update" => UpdateKind.Update,
        "preview" => UpdateKind.Preview,
        "refresh" => UpdateKind.Refresh,
        "rename" => UpdateKind.Rename,
        "destroy" => UpdateKind.Destroy,
        "import" => UpdateKind.Import,
        "resource-import" => UpdateKind.ResourceImport,
        _ => throw Unknown(word, nameof(UpdateKind)),
    };

    /// <summary>How an operation stands.</summary>
    /// <exception cref="InvalidOperationException">The word is not known.</exception>
    public static UpdateState State(string word) => word switch
    {
        "not-started" => UpdateState.NotStarted,
        "in-progress" => UpdateState.InProgress,
        "succeeded" => UpdateState.Succeeded,
        "failed" => UpdateState.Failed,
        _ => throw Unknown(word, nameof(UpdateState)),
    };

    private static InvalidOperationException Unknown(string word, string kind) => new($"'{word}' is not a valid {kind}.");
}
