namespace CloudUpdate.Emulator;

/// <summary>
/// Delays and strictness switches, which may be changed while the emulator runs. The defaults follow the documents;
/// each switch stands for a behaviour that the documents leave open, or that clouds were seen to have.
/// </summary>
public sealed record EmulatorSettings
{
    /// <summary>Delays of EventGrid clusters. Default one second each.</summary>
    public StateDelays EventGrid { get; init; } = StateDelays.All(TimeSpan.FromSeconds(1));

    /// <summary>Delays of Global Accelerator objects. Default one second each.</summary>
    public StateDelays GlobalAccelerator { get; init; } = StateDelays.All(TimeSpan.FromSeconds(1));

    /// <summary>Delays of Atlas connections whose networking is not public. Default one second each.</summary>
    public StateDelays Atlas { get; init; } = StateDelays.All(TimeSpan.FromSeconds(1));

    /// <summary>Delays of a CSS cluster's endpoint service: creating it (open), updating connections, deleting it (close). Default 1, 0 and 1 seconds.</summary>
    public StateDelays Css { get; init; } = new(TimeSpan.FromSeconds(1), TimeSpan.Zero, TimeSpan.FromSeconds(1));

    /// <summary>
    /// Time that each write to an Atlas workspace is held in flight, by the machine's clock, so that writes which a client does
    /// not serialise really overlap. Default zero.
    /// </summary>
    public TimeSpan AtlasWriteHold { get; init; }

    /// <summary>True to hold ids and ARNs against their documented patterns, which the documents' own placeholders break. Default false.</summary>
    public bool StrictPatterns { get; init; }

    /// <summary>All delays zero.</summary>
    public static EmulatorSettings Immediate { get; } = new()
    {
        EventGrid = StateDelays.None,
        GlobalAccelerator = StateDelays.None,
        Atlas = StateDelays.None,
        Css = StateDelays.None,
    };
}
