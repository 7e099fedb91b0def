namespace CloudUpdate.Provider.Clouds.Waiting;

/// <summary>What to wait for, and for how long.</summary>
internal sealed record WaitSpec
{
    /// <summary>The service, for errors; as in <see cref="CloudRequest.Service"/>.</summary>
    public required string Service { get; init; }

    /// <summary>The operation that is waited for, for errors and logs, for example <c>UpdateEventStreamCluster</c>.</summary>
    public required string Operation { get; init; }

    /// <summary>What is waited for, as a reader knows it, for example <c>event stream cluster orders</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>The states in which the wait ends well.</summary>
    public required IReadOnlySet<string> Done { get; init; }

    /// <summary>The states in which the wait ends with an error that carries the cloud's reason. None by default.</summary>
    public IReadOnlySet<string> Failed { get; init; } = new HashSet<string>();

    /// <summary>The states in which to go on waiting; any other is an unexpected answer. Null: every state that is neither done nor failed.</summary>
    public IReadOnlySet<string>? Pending { get; init; }

    /// <summary>When to give up.</summary>
    public required DateTimeOffset Deadline { get; init; }

    /// <summary>The pause before the first poll; zero by default, since many objects are ready at once.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.Zero;

    /// <summary>The pause after the first poll; each later one is half as long again. One second by default.</summary>
    public TimeSpan ShortestPause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest pause between two polls. Ten seconds by default.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The least time between two progress reports in an unchanged state. Thirty seconds by default.</summary>
    public TimeSpan ReportEvery { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Called when the state changes and from time to time while it does not; null for nobody.</summary>
    public Action<WaitProgress>? OnProgress { get; init; }
}
