using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Awaits several outputs one after the other and gathers their traits.</summary>
internal sealed class OutputJoin
{
    private OutputTraits _traits = OutputTraits.Plain;

    private OutputJoin()
    {
    }

    /// <summary>The output that <paramref name="combine"/> makes of the inputs that it takes.</summary>
    public static Output<T> Of<T>(Func<OutputJoin, Task<T>> combine)
    {
        return new Output<T>(CombineAsync());

        async Task<OutputData<T>> CombineAsync()
        {
            var join = new OutputJoin();
            var value = await combine(join).ConfigureAwait(false);
            return new OutputData<T>(value, join._traits);
        }
    }

    /// <summary>The input's value, the type's default where it is not known.</summary>
    public async ValueTask<T> Take<T>(Input<T> input)
    {
        var data = await ((Output<T>)input).Data.ConfigureAwait(false);
        _traits = _traits.And(data.Traits);
        return data.Value;
    }
}
