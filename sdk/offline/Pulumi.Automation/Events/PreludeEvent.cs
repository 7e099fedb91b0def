using System.Collections.Immutable;

namespace Pulumi.Automation.Events;

/// <summary>The first event: the configuration of the run, secrets masked.</summary>
public class PreludeEvent
{
    internal PreludeEvent()
    {
    }

    /// <summary>Values by full key.</summary>
    public IImmutableDictionary<string, string> Config { get; internal init; } = ImmutableDictionary.Create<string, string>();
}
