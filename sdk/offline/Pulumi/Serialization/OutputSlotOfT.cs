namespace Pulumi.Serialization;

/// <summary>An output of a known type that waits for its value.</summary>
internal sealed class OutputSlot<T> : OutputSlot
{
    private readonly TaskCompletionSource<OutputData<T>> _source = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Resource _owner;

    public OutputSlot(Resource owner)
    {
        _owner = owner;
        Output = new Output<T>(_source.Task);
    }

    public override Type Type => typeof(T);

    public override object Output { get; }

    public override void Resolve(object? value, OutputTraits traits)
        => _source.TrySetResult(new OutputData<T>(value is null ? default! : (T)value, traits.DependingOn([_owner])));

    public override void Fail(Exception exception) => _source.TrySetException(exception);
}
