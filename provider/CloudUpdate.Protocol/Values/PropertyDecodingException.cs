namespace CloudUpdate.Protocol.Values;

/// <summary>A bag that breaks the encoding rules: an unknown signature, a field of the wrong kind, a value without a kind.</summary>
public sealed class PropertyDecodingException : Exception
{
    /// <summary>With a message that names the property path and never its value.</summary>
    public PropertyDecodingException(string message)
        : base(message)
    {
    }
}
