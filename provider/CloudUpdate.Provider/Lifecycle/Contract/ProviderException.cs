using System.Collections.Immutable;
using CloudUpdate.Protocol.Values;

namespace CloudUpdate.Provider.Lifecycle;

/// <summary>Why a call failed: a closed set, each mapped to one gRPC status in one place.</summary>
internal enum ProviderErrorCode
{
    /// <summary>The request itself is wrong: a malformed id, an argument out of range.</summary>
    InvalidInput,

    /// <summary>No such type, function or object.</summary>
    NotFound,

    /// <summary>The object exists already, or someone else owns or changes it.</summary>
    Conflict,

    /// <summary>The cloud asks to slow down and the deadline came first.</summary>
    Throttled,

    /// <summary>The cloud does not know the caller (401).</summary>
    Unauthenticated,

    /// <summary>The cloud does not let the caller do this (403).</summary>
    Denied,

    /// <summary>The deadline passed.</summary>
    TimedOut,

    /// <summary>The run was cancelled.</summary>
    Cancelled,

    /// <summary>The cloud cannot be reached, or fails by itself.</summary>
    Unavailable,

    /// <summary>The call needs something that is not so: no configuration, a state that forbids the change.</summary>
    FailedPrecondition,

    /// <summary>The cloud answered something that no document describes.</summary>
    UnexpectedAnswer,
}

/// <summary>What exists although the call failed: stored by the engine, so that nothing is lost.</summary>
/// <param name="Id">Id of the object.</param>
/// <param name="Outputs">Outputs as far as known.</param>
/// <param name="Inputs">Inputs, for a read.</param>
/// <param name="Reasons">What is still to be done, for people.</param>
internal sealed record PartialState(string Id, PropertyMap Outputs, PropertyMap? Inputs, ImmutableArray<string> Reasons);

/// <summary>A configuration key that is missing.</summary>
/// <param name="Name">The key, as <c>cloudupdate:key</c>.</param>
/// <param name="Description">What it is for.</param>
internal sealed record MissingKey(string Name, string Description);

/// <summary>A call that failed for a known reason. The message is shown to the user as it is.</summary>
internal sealed class ProviderException : Exception
{
    /// <summary>A failure with what is known of it.</summary>
    public ProviderException(ProviderErrorCode code, string message, Exception? cause = null)
        : base(message, cause) => Code = code;

    /// <summary>Why.</summary>
    public ProviderErrorCode Code { get; }

    /// <summary>What exists all the same; null where nothing does, or nothing changed.</summary>
    public PartialState? Partial { get; init; }

    /// <summary>Configuration keys that are missing, all of them.</summary>
    public ImmutableArray<MissingKey> MissingKeys { get; init; } = [];
}
