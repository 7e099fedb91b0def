namespace CloudUpdate.Provider.Lifecycle;

/// <summary>
/// Remembers, within one run, which objects belong to which resource: an object has one owner, and one that was taken over is not
/// deleted on behalf of its former owner. Safe for use by many threads.
/// </summary>
internal sealed class IdentityMemory
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Claim> _claims = [];
    private readonly Dictionary<string, Announcement> _announcements = [];

    /// <summary>Claims objects for a resource, all or none.</summary>
    /// <param name="identities">The objects.</param>
    /// <param name="urn">The resource.</param>
    /// <param name="takesOver">Whether the resource creates or adopts them now, and not in preview.</param>
    /// <returns>The resource that has one of them already; null if all are claimed now.</returns>
    public string? TryClaim(IReadOnlyCollection<string> identities, string urn, bool takesOver)
    {
        lock (_lock)
        {
            foreach (var identity in identities)
            {
                if (_claims.TryGetValue(identity, out var claim) && claim.Urn != urn)
                {
                    return claim.Urn;
                }
            }

            foreach (var identity in identities)
            {
                var before = _claims.TryGetValue(identity, out var claim) && claim.TakesOver;
                _claims[identity] = new Claim(urn, before || takesOver);
            }

            return null;
        }
    }

    /// <summary>The resource that created or adopted an object in this run; null for none.</summary>
    public string? TakenOverBy(string identity)
    {
        lock (_lock)
        {
            return _claims.TryGetValue(identity, out var claim) && claim.TakesOver ? claim.Urn : null;
        }
    }

    /// <summary>Notes that a diff announced the replacement of a resource's object.</summary>
    public void Announce(string urn, Announcement announcement)
    {
        lock (_lock)
        {
            _announcements[urn] = announcement;
        }
    }

    /// <summary>The replacement that a diff announced for a resource; null for none.</summary>
    public Announcement? AnnouncedFor(string urn)
    {
        lock (_lock)
        {
            return _announcements.GetValueOrDefault(urn);
        }
    }

    /// <summary>Begins another run.</summary>
    public void Forget()
    {
        lock (_lock)
        {
            _claims.Clear();
            _announcements.Clear();
        }
    }

    private sealed record Claim(string Urn, bool TakesOver);
}
