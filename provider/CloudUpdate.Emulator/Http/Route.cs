using CloudUpdate.Emulator.Clouds;

namespace CloudUpdate.Emulator.Http;

/// <summary>One operation of one cloud.</summary>
/// <param name="Api">The cloud that answers, also with its own form of errors.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Path template.</param>
/// <param name="Operation">Name, unique over all clouds, e.g. <c>ga.updateEndpointGroup</c>.</param>
/// <param name="Access">Identity that is asked for.</param>
/// <param name="Handle">Runs the operation under the state's lock.</param>
internal sealed record Route(CloudApi Api, string Method, PathTemplate Path, string Operation, Access Access, Func<Call, Reply> Handle)
{
    /// <summary>Kind of the siblings that overlapping writes may damage; null where writes do not disturb each other.</summary>
    public string? SiblingKind { get; init; }

    /// <summary>Path parameters that name the parent of those siblings.</summary>
    public IReadOnlyList<string> ParentParameters { get; init; } = [];
}
