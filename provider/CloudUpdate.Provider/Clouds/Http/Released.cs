namespace CloudUpdate.Provider.Clouds.Http;

/// <summary>Gives something back when it is disposed, and does so once.</summary>
/// <param name="release">Gives it back.</param>
internal sealed class Released(Action release) : IDisposable
{
    private Action? _release = release;

    /// <summary>Gives it back.</summary>
    public void Dispose() => Interlocked.Exchange(ref _release, null)?.Invoke();
}
