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

    /// <summary>True to leave the flavor out of cluster answers other than lists, as some regions do. Default false.</summary>
    public bool EventGridHidesFlavor { get; init; }

    /// <summary>True to answer for deleted clusters with 200 and status DELETED, as some regions do, instead of 404. Default false.</summary>
    public bool EventGridKeepsDeleted { get; init; }

    /// <summary>True to answer for missing events with 400 instead of 404; the documents have both. Default false.</summary>
    public bool CsmsMissingEventIs400 { get; init; }

    /// <summary>True to answer event types in another order than they were sent. Default false.</summary>
    public bool CsmsReordersEventTypes { get; init; }

    /// <summary>True to let CSS refuse bad tokens itself with 400 CSS.0045, false (default) to let the gateway do it with 401.</summary>
    public bool CssChecksTokensItself { get; init; }

    /// <summary>True to answer for busy clusters with 202 and CSS.0011, false (default) with 400 and CSS.5090.</summary>
    public bool CssBusyIs202 { get; init; }

    /// <summary>True to refuse to accept what is accepted and to reject what is rejected, with 409. Default false.</summary>
    public bool CssRefusesRepeatedDecision { get; init; }

    /// <summary>True to answer accept and reject with <c>{}</c> instead of no body. Default false.</summary>
    public bool CssAnswersEmptyObject { get; init; }

    /// <summary>Time for which reads of an Atlas connection do not see the latest write (404 after a create). Default zero.</summary>
    public TimeSpan AtlasReadLag { get; init; }

    /// <summary>Number of requests after a write that do not see it yet, counted per connection. Default 0.</summary>
    public int AtlasStaleReads { get; init; }

    /// <summary>True to let writes that overlap in one workspace undo each other, as the real cloud was seen to do. Default false.</summary>
    public bool AtlasCorruptsOverlappingWrites { get; init; }

    /// <summary>
    /// True to replace nested objects as a whole, so that a secret left out of a sent <c>authentication</c> is lost; false (default)
    /// to merge them.
    /// </summary>
    public bool AtlasReplacesNestedObjects { get; init; }

    /// <summary>True to let public connections go through PENDING and DELETING with the delays as well. Default false.</summary>
    public bool AtlasDelaysPublicConnections { get; init; }

    /// <summary>True to answer bodies without type (or, in updates, without name) with 500 instead of 400. Default false.</summary>
    public bool AtlasUnreadableBodyIs500 { get; init; }

    /// <summary>True to ignore members that a type does not have; false (default) to refuse them.</summary>
    public bool AtlasIgnoresUnknownMembers { get; init; }

    /// <summary>True to answer emptied maps as <c>{}</c> instead of leaving them out. Default false.</summary>
    public bool AtlasAnswersEmptyMaps { get; init; }

    /// <summary>True to leave <c>aws.testBucket</c> out of answers. Default false.</summary>
    public bool AtlasHidesTestBucket { get; init; }

    /// <summary>True to leave <c>authentication.sslCertificate</c> out of answers. Default false.</summary>
    public bool AtlasHidesCertificates { get; init; }

    /// <summary>True to leave <c>links</c> out of single objects, as the real cloud does; false (default) answers them as documented.</summary>
    public bool AtlasOmitsLinks { get; init; }

    /// <summary>True to answer 429 when a project has used its 1200 calls up, which refill by ten a second. Default false.</summary>
    public bool AtlasEnforcesRateLimit { get; init; }

    /// <summary>Time for which a Digest nonce can be used. Default five minutes.</summary>
    public TimeSpan DigestNonceLife { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>True to take each Digest nonce only once. Default false.</summary>
    public bool DigestNonceOnce { get; init; }

    /// <summary>All delays zero.</summary>
    public static EmulatorSettings Immediate { get; } = new()
    {
        EventGrid = StateDelays.None,
        GlobalAccelerator = StateDelays.None,
        Atlas = StateDelays.None,
        Css = StateDelays.None,
    };
}
