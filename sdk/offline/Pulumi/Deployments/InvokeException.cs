namespace Pulumi;

/// <summary>The failures that a function reported.</summary>
internal sealed class InvokeException(string message) : Exception(message);
