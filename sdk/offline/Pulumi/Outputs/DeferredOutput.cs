using Pulumi.Serialization;

namespace Pulumi;

/// <summary>An output that is given out first and resolved later, from another output.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public sealed class DeferredOutput<T>
{
    private readonly TaskCompletionSource<OutputData<T>> _source = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _resolved;

    /// <summary>Creates an output without a source.</summary>
    public DeferredOutput() => Output = new Output<T>(_source.Task);

    /// <summary>The output to give out.</summary>
    public Output<T> Output { get; }

    /// <summary>Resolves the output with whatever another one resolves to.</summary>
    /// <param name="output">The other output.</param>
    /// <exception cref="InvalidOperationException">It was resolved before.</exception>
    public void Resolve(Output<T> output)
    {
        if (Interlocked.Exchange(ref _resolved, 1) == 1)
        {
            throw new InvalidOperationException("DeferredOutput can only be resolved once.");
        }

        output.Data.ContinueWith(
            task => _source.TrySetFromTask(task),
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }
}
