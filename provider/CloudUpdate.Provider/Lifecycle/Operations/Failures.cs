using CloudUpdate.Protocol.Values;

namespace CloudUpdate.Provider.Lifecycle;

/// <summary>Turns a failure half-way into one that carries what exists, so that the engine stores it and nothing is lost.</summary>
internal static class Failures
{
    /// <summary>The failure with what exists; null for a bug, which is left as it is.</summary>
    /// <param name="context">The operation.</param>
    /// <param name="error">What went wrong.</param>
    /// <param name="verb">What was being done.</param>
    /// <param name="id">The object.</param>
    /// <param name="outputs">What is known of it.</param>
    /// <param name="inputs">Inputs, for a read.</param>
    public static ProviderException? WithState(
        OperationContext context, Exception error, string verb, string id, PropertyMap outputs, PropertyMap? inputs = null)
    {
        var failure = error is OperationCanceledException
            ? new ProviderException(ProviderErrorCode.Cancelled, $"{context.Doing(verb, id)} was cancelled; the object exists, and the next update goes on with it.", error)
            : ErrorMapping.From(error, context.Definition, context.Doing(verb, id));
        return failure is null ? null : new ProviderException(failure.Code, failure.Message, error)
        {
            Partial = new PartialState(id, context.Stamp(outputs).With(Internals.Incomplete, PropertyValue.Of(true)), inputs, [failure.Message]),
        };
    }
}
