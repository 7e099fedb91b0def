namespace Pulumi.Engine.Backend;

/// <summary>A held lock; disposing it gives it back.</summary>
public sealed class StackLock : IDisposable
{
    private readonly string _path;

    internal StackLock(string path) => _path = path;

    /// <inheritdoc/>
    public void Dispose() => File.Delete(_path);
}
