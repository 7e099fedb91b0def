namespace Pulumi.Automation.Exceptions;

/// <summary>The command did not report an event that it always reports.</summary>
public class MissingExpectedEventException : Exception
{
    internal MissingExpectedEventException(string name, string message)
        : base(message) => Name = name;

    /// <summary>Name of the kind of failure.</summary>
    public string Name { get; }
}
