namespace Pulumi;

/// <summary>A failure of the program that is about one resource.</summary>
public class ResourceException : Exception
{
    /// <summary>Creates a failure.</summary>
    /// <param name="message">The message.</param>
    /// <param name="resource">The resource.</param>
    /// <param name="hideStack">Whether it is reported without a stack trace. Default: no.</param>
    public ResourceException(string message, Resource? resource, bool hideStack = false)
        : base(message)
    {
        Resource = resource;
        HideStack = hideStack;
    }

    internal Resource? Resource { get; }

    internal bool HideStack { get; }
}
