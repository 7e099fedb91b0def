namespace CloudUpdate.Emulator.Tests.Robustness;

/// <summary>A request that cannot be right.</summary>
internal sealed record GarbageRequest(string Method, string Path, byte[] Body, IReadOnlyList<(string Name, string Value)> Headers)
{
    public override string ToString() =>
        $"{Method} {Path} [{string.Join("; ", Headers.Select(header => $"{header.Name}: {header.Value}"))}] {System.Text.Encoding.UTF8.GetString(Body)}";
}
