namespace CloudUpdate.Emulator;

/// <summary>A fault in force.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Fault">What it does.</param>
/// <param name="Seen">Number of fitting requests so far.</param>
/// <param name="Hits">Number of requests hit so far.</param>
/// <param name="IsSpent">True when it has hit as often, or been in force as long, as it may.</param>
public sealed record FaultStatus(int Id, Fault Fault, int Seen, int Hits, bool IsSpent);
