namespace Pulumi.Engine.Events;

/// <summary>One entry of a detailed diff.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="InputDiff">Whether the old value is in the old inputs rather than in the old outputs.</param>
public sealed record PropertyChange(PropertyChangeKind Kind, bool InputDiff)
{
    /// <summary>Whether the change replaces the resource.</summary>
    public bool Replaces => Kind is PropertyChangeKind.AddReplace or PropertyChangeKind.DeleteReplace or PropertyChangeKind.UpdateReplace;

    /// <summary>The name used in events, such as <c>update-replace</c>.</summary>
    public string WireName => Kind switch
    {
        PropertyChangeKind.Add => "add",
        PropertyChangeKind.AddReplace => "add-replace",
        PropertyChangeKind.Delete => "delete",
        PropertyChangeKind.DeleteReplace => "delete-replace",
        PropertyChangeKind.UpdateReplace => "update-replace",
        _ => "update",
    };
}
