namespace Pulumi.Automation.Events;

/// <summary>The last event of every stream, after success too.</summary>
public class CancelEvent
{
    internal CancelEvent()
    {
    }
}
