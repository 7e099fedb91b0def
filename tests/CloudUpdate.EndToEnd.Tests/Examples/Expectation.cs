using Newtonsoft.Json.Linq;

namespace CloudUpdate.EndToEnd.Tests.Examples;

/// <summary>What an example does to the clouds and says about it.</summary>
internal sealed record Expectation
{
    /// <summary>Kinds of the objects that it creates, and deletes in the end.</summary>
    public IReadOnlyList<string> Created { get; init; } = [];

    /// <summary>Members that it changes in objects that were there before.</summary>
    public IReadOnlyList<ChangedMember> Changed { get; init; } = [];

    /// <summary>Its stack outputs, as JSON; without those whose values nobody can foretell.</summary>
    public required string Outputs { get; init; }

    /// <summary>Words that must not be in any output or in the state.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];
}

/// <summary>A member of an object that was there before.</summary>
/// <param name="Kind">Kind of the object.</param>
/// <param name="Key">Its key.</param>
/// <param name="Member">Path of the member.</param>
/// <param name="Deployed">Its value while the stack is there.</param>
/// <param name="Destroyed">Its value after the stack has gone; null where it is what it was before.</param>
internal sealed record ChangedMember(string Kind, string Key, string Member, JToken Deployed, JToken? Destroyed = null);
