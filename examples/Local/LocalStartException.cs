namespace CloudUpdate.Examples.Local;

/// <summary>A local part did not start.</summary>
internal sealed class LocalStartException(string message) : Exception(message);
