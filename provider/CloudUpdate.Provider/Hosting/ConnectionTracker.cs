using Microsoft.AspNetCore.Connections;

namespace CloudUpdate.Provider.Hosting;

/// <summary>Counts the connections that are open.</summary>
internal sealed class ConnectionTracker
{
    private int _open;

    /// <summary>Raised when a connection was closed.</summary>
    public event Action? Closed;

    /// <summary>How many connections are open.</summary>
    public int Open => Volatile.Read(ref _open);

    /// <summary>The middleware that counts.</summary>
    public ConnectionDelegate Track(ConnectionDelegate next) => async connection =>
    {
        Interlocked.Increment(ref _open);
        try
        {
            await next(connection);
        }
        finally
        {
            Interlocked.Decrement(ref _open);
            Closed?.Invoke();
        }
    };
}
