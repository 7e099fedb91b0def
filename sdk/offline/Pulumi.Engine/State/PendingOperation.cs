namespace Pulumi.Engine.State;

/// <summary>An operation that was announced and has not been answered.</summary>
/// <param name="Resource">The resource as it will be, or for deletes as it is.</param>
/// <param name="Kind">What was under way.</param>
public sealed record PendingOperation(ResourceState Resource, PendingOperationKind Kind);
