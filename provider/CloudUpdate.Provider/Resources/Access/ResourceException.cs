namespace CloudUpdate.Provider.Resources;

/// <summary>Why a resource cannot do what it is asked to.</summary>
internal enum ResourceProblem
{
    /// <summary>An input is wrong in the light of what the cloud has.</summary>
    InvalidInput,

    /// <summary>The object does not exist.</summary>
    NotFound,

    /// <summary>The object exists already, or is someone else's.</summary>
    Conflict,

    /// <summary>The object's state forbids it.</summary>
    FailedPrecondition,

    /// <summary>The cloud's answer makes no sense.</summary>
    UnexpectedAnswer,
}

/// <summary>A resource cannot do what it is asked to, for a reason that the user can act on.</summary>
/// <param name="problem">Which kind of reason.</param>
/// <param name="message">The reason; shown as it is, never a secret.</param>
internal sealed class ResourceException(ResourceProblem problem, string message) : Exception(message)
{
    /// <summary>Which kind of reason.</summary>
    public ResourceProblem Problem { get; } = problem;
}
