namespace Pulumi.Engine.Backend;

/// <summary>One line of a list of stacks.</summary>
/// <param name="Stack">The stack.</param>
/// <param name="LastUpdate">When its last operation ended; null where there was none.</param>
/// <param name="ResourceCount">How many resources it has, the root stack included; null where no operation has run.</param>
/// <param name="IsLocked">Whether an operation is under way.</param>
public sealed record StackSummary(StackReference Stack, DateTimeOffset? LastUpdate, int? ResourceCount, bool IsLocked);
