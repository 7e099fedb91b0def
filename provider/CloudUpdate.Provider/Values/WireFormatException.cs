namespace CloudUpdate.Provider.Values;

/// <summary>An answer that holds a value of another type than its API documents.</summary>
/// <param name="message">Which member, and what was expected; never a value.</param>
internal sealed class WireFormatException(string message) : Exception(message);
