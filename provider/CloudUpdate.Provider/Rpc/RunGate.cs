namespace CloudUpdate.Provider.Rpc;

/// <summary>
/// What <c>Cancel</c> closes and <c>Handshake</c> opens again: the operations of one engine run. Closing asks those that run to stop and
/// refuses those that come later.
/// </summary>
internal sealed class RunGate : IDisposable
{
    private readonly Lock _lock = new();
    private readonly HashSet<CancellationTokenSource> _running = [];
    private bool _ended;

    /// <summary>Raised, outside of any lock, when an operation ends or the gate closes.</summary>
    public event Action? Changed;

    /// <summary>Whether <see cref="Close"/> was called since the last <see cref="Open"/>.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>How many operations run.</summary>
    public int Running
    {
        get
        {
            lock (_lock)
            {
                return _running.Count;
            }
        }
    }

    /// <summary>Starts an operation.</summary>
    /// <param name="cancellationToken">Ends the operation as well.</param>
    /// <returns>The operation, to be disposed at its end; null where the gate is closed.</returns>
    public Operation? Enter(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (IsClosed)
            {
                return null;
            }

            var source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            _running.Add(source);
            return new Operation(this, source);
        }
    }

    /// <summary>Lets operations start, unless the process ends.</summary>
    public void Open()
    {
        lock (_lock)
        {
            IsClosed = _ended;
        }
    }

    /// <summary>Refuses new operations and cancels those that run; returns at once.</summary>
    public void Close()
    {
        CancellationTokenSource[] running;
        lock (_lock)
        {
            IsClosed = true;
            running = [.. _running];
        }

        foreach (var source in running)
        {
            _ = source.CancelAsync();
        }

        Changed?.Invoke();
    }

    /// <summary>Closes for good.</summary>
    public void End()
    {
        lock (_lock)
        {
            _ended = true;
        }

        Close();
    }

    /// <inheritdoc/>
    public void Dispose() => End();

    private void Leave(CancellationTokenSource source)
    {
        lock (_lock)
        {
            _running.Remove(source);
        }

        source.Dispose();
        Changed?.Invoke();
    }

    /// <summary>One operation that runs.</summary>
    internal sealed class Operation(RunGate gate, CancellationTokenSource source) : IDisposable
    {
        /// <summary>Ends the operation.</summary>
        public CancellationToken Token { get; } = source.Token;

        /// <inheritdoc/>
        public void Dispose() => gate.Leave(source);
    }
}
