using Pulumi.Engine.Events;

namespace Pulumi.Engine.Steps;

/// <summary>Why a step failed, and what is known of the object.</summary>
/// <param name="Message">The text for the user.</param>
/// <param name="Status">What is known of the object.</param>
/// <param name="LeavesPending">Whether nobody answered, so that the announcement of the operation must stay in the state.</param>
internal sealed record StepFailure(string Message, OperationStatus Status, bool LeavesPending = false);
