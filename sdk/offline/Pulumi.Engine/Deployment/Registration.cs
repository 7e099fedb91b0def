using Pulumi.Engine.Events;
using Pulumi.Engine.State;

namespace Pulumi.Engine.Deployment;

/// <summary>Something a program asked the engine for, and the promise of an answer.</summary>
internal abstract class Registration
{
    private readonly TaskCompletionSource<RegistrationOutcome> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<RegistrationOutcome> Outcome => _outcome.Task;

    public void Succeed(ResourceState state, StepMetadata step, bool unknown) => _outcome.TrySetResult(new RegistrationOutcome(state, step, unknown, null));

    public void Refuse(string reason) => _outcome.TrySetResult(new RegistrationOutcome(null, null, false, reason));
}

/// <summary>A resource to register.</summary>
internal sealed class ResourceRegistration(ResourceGoal goal) : Registration
{
    public ResourceGoal Goal => goal;
}

/// <summary>An object to read that is not managed here. The goal's properties are the state that the program gives; its import id is what to read.</summary>
internal sealed class ReadRegistration(ResourceGoal goal) : Registration
{
    public ResourceGoal Goal => goal;
}

/// <summary>The answer to a registration.</summary>
/// <param name="State">The state; null where the run ended without one.</param>
/// <param name="Step">The step that led to the state.</param>
/// <param name="Unknown">Whether all that is not in the state is unknown: the resource was left out of a targeted run.</param>
/// <param name="Refusal">Why there is none.</param>
internal sealed record RegistrationOutcome(ResourceState? State, StepMetadata? Step, bool Unknown, string? Refusal);
