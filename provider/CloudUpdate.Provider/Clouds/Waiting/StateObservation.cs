using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Clouds.Waiting;

/// <summary>What one poll saw of an object.</summary>
/// <param name="State">The object's state in the cloud's words, or <see cref="Gone"/>, or a name of the caller's own.</param>
internal sealed record StateObservation(string State)
{
    /// <summary>The state of an object that does not exist (any more, or yet).</summary>
    public const string Gone = "(gone)";

    /// <summary>The object as read; null if it does not exist.</summary>
    public JToken? Body { get; init; }

    /// <summary>The cloud's code for why the object failed; null if it gives none.</summary>
    public string? Code { get; init; }

    /// <summary>The cloud's words for why the object failed; null if it gives none.</summary>
    public string? Reason { get; init; }

    /// <summary>The request id of the read.</summary>
    public string? RequestId { get; init; }

    /// <summary>The state; nothing else, since the body may hold secrets.</summary>
    public override string ToString() => State;
}
