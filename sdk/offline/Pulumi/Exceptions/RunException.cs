namespace Pulumi;

/// <summary>A failure of the program that its message explains: it is reported without a stack trace.</summary>
public class RunException : Exception
{
    /// <summary>Creates a failure.</summary>
    /// <param name="message">The message.</param>
    public RunException(string message)
        : base(message)
    {
    }

    /// <summary>Creates a failure with a cause.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause.</param>
    public RunException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The failure of properties with <see cref="OutputAttribute"/> that hold no outputs.</summary>
    /// <param name="outputAttributeNames">The outputs' names.</param>
    public static RunException OutputsHaveIncorrectType(IEnumerable<string> outputAttributeNames)
        => new(
            $"Output(s) '{string.Join(", ", outputAttributeNames)}' have incorrect type. "
            + "[Output] attributed properties must be instances of Output<T>.");
}
