namespace Pulumi.Engine.State;

/// <summary>Time limits of operations, in seconds; 0 where none is set.</summary>
/// <param name="Create">Limit of creation.</param>
/// <param name="Update">Limit of updates.</param>
/// <param name="Delete">Limit of deletion.</param>
/// <param name="Read">Limit of reads.</param>
public sealed record CustomTimeouts(double Create, double Update, double Delete, double Read = 0);
