namespace CloudUpdate.CodeGen.Model;

/// <summary>How a value becomes secret: it is combined with a secret that has no content.</summary>
/// <param name="Empty">The expression whose secret is combined: an empty collection of the same kind, or zero.</param>
/// <param name="IsCollection">Whether the value is a list or map, which can be combined only with its like.</param>
internal sealed record SecretMark(string Empty, bool IsCollection);
