using CloudUpdate.Provider.Clouds;
using CloudUpdate.Provider.Resources;

namespace CloudUpdate.Provider.Lifecycle;

/// <summary>From failures of clouds and resources to failures of calls.</summary>
internal static class ErrorMapping
{
    /// <summary>The failure of a call, or null for one that is a bug or a cancellation.</summary>
    /// <param name="error">What was thrown.</param>
    /// <param name="definition">The resource.</param>
    /// <param name="doing">What was being done, for example <c>updating endpoint group x</c>.</param>
    public static ProviderException? From(Exception error, ResourceDefinition definition, string doing) => error switch
    {
        ProviderException known => known,
        ResourceException problem => new ProviderException(Code(problem.Problem), problem.Message, problem),
        CloudException cloud => new ProviderException(Code(cloud), Message(cloud, definition, doing), cloud),
        _ => null,
    };

    /// <summary>Whether a write that ended with this error has surely changed nothing.</summary>
    public static bool ChangedNothing(Exception error) => error switch
    {
        CloudException { MayHaveTakenEffect: true } => false,
        CloudException cloud => cloud.Kind is CloudErrorKind.InvalidInput or CloudErrorKind.Denied or CloudErrorKind.NotFound
            or CloudErrorKind.Conflict or CloudErrorKind.Throttled,
        _ => false,
    };

    private static string Message(CloudException error, ResourceDefinition definition, string doing) =>
        definition.Explain?.Invoke(error) is { } hint ? $"{doing} failed: {hint} ({error.Message})" : $"{doing} failed: {error.Message}";

    private static ProviderErrorCode Code(CloudException error) => error.Kind switch
    {
        CloudErrorKind.InvalidInput => ProviderErrorCode.InvalidInput,
        CloudErrorKind.Denied => error.Status == 401 ? ProviderErrorCode.Unauthenticated : ProviderErrorCode.Denied,
        CloudErrorKind.NotFound => ProviderErrorCode.NotFound,
        CloudErrorKind.Conflict => ProviderErrorCode.Conflict,
        CloudErrorKind.Throttled => ProviderErrorCode.Throttled,
        CloudErrorKind.TimedOut => ProviderErrorCode.TimedOut,
        CloudErrorKind.Unavailable => ProviderErrorCode.Unavailable,
        _ => ProviderErrorCode.UnexpectedAnswer,
    };

    private static ProviderErrorCode Code(ResourceProblem problem) => problem switch
    {
        ResourceProblem.InvalidInput => ProviderErrorCode.InvalidInput,
        ResourceProblem.NotFound => ProviderErrorCode.NotFound,
        ResourceProblem.Conflict => ProviderErrorCode.Conflict,
        ResourceProblem.FailedPrecondition => ProviderErrorCode.FailedPrecondition,
        _ => ProviderErrorCode.UnexpectedAnswer,
    };
}
