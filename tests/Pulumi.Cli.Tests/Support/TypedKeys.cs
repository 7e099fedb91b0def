using Spectre.Console;

namespace Pulumi.Cli.Tests.Support;

/// <summary>Keys that a test types ahead.</summary>
internal sealed class TypedKeys(params ConsoleKey[] keys) : IAnsiConsoleInput
{
    private readonly Queue<ConsoleKey> _keys = new(keys);

    /// <summary>Called whenever a key is waited for.</summary>
    public Action OnRead { get; init; } = () => { };

    public bool IsKeyAvailable() => _keys.Count > 0;

    public ConsoleKeyInfo? ReadKey(bool intercept) =>
        _keys.TryDequeue(out var key) ? new ConsoleKeyInfo(Character(key), key, shift: false, alt: false, control: false) : throw new InvalidOperationException("More keys were asked for than the test typed.");

    public Task<ConsoleKeyInfo?> ReadKeyAsync(bool intercept, CancellationToken cancellationToken)
    {
        OnRead();
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(ReadKey(intercept));
    }

    private static char Character(ConsoleKey key) => key switch
    {
        >= ConsoleKey.A and <= ConsoleKey.Z => char.ToLowerInvariant((char)key),
        ConsoleKey.Enter => '\r',
        _ => '\0',
    };
}
