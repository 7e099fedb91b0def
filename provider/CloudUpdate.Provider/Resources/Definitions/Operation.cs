using System.Collections.Immutable;

namespace CloudUpdate.Provider.Resources;

/// <summary>One call of an API.</summary>
/// <param name="Name">The call's name in its API, for errors and logs.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path, its parameters in braces under their wire names; <c>{project_id}</c> is filled in by the client.</param>
internal record Operation(string Name, HttpMethod Method, string Path)
{
    /// <summary>Member that the request's body is wrapped in; null for none.</summary>
    public string? RequestWrapper { get; init; }

    /// <summary>Member that the answer's object is wrapped in; null for none.</summary>
    public string? AnswerWrapper { get; init; }

    /// <summary>Codes of the cloud that mean "busy, ask again later": the call is repeated as long as its time lasts.</summary>
    public ImmutableHashSet<string> BusyCodes { get; init; } = [];

    /// <summary>Whether the answer shows the object as it now is, so that no read is needed after it.</summary>
    public bool AnswerIsFinal { get; init; }
}
