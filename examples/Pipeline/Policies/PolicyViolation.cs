namespace CloudUpdate.Pipeline.Policies;

/// <summary>One reason to stop.</summary>
/// <param name="Stack">The stack.</param>
/// <param name="Resource">Name of the resource in the program.</param>
/// <param name="Type">Its type token.</param>
/// <param name="Rule">What the broken rule says.</param>
/// <param name="Detail">How it would be broken.</param>
internal sealed record PolicyViolation(string Stack, string Resource, string Type, string Rule, string Detail);
