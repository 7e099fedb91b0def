using System.Security.Cryptography;

namespace CloudUpdate.Provider.Lifecycle;

/// <summary>
/// Remembers, within one run, which objects belong to which resource: an object has one owner, and one that was taken over is not
/// deleted on behalf of its former owner. Safe for use by many threads.
/// </summary>
/// <param name="entropy">Randomness that tells the entries of this process from those of any other.</param>
internal sealed class IdentityMemory(Func<byte[]> entropy)
{
    private readonly Lock _lock = new();

    // Made when first needed: it loads the library of cryptography, which a start can do without.
    private readonly Lazy<string> _process = new(() => Convert.ToHexStringLower(SHA256.HashData(entropy()))[..12]);
    private readonly Dictionary<string, Claim> _claims = [];
    private readonly Dictionary<string, Announcement> _announcements = [];
    private long _entries;

    /// <summary>Names an entry of the state that is about to come into being.</summary>
    public string NextEntry() => $"{_process.Value}-{Interlocked.Increment(ref _entries)}";

    /// <summary>Claims objects for a resource, all or none.</summary>
    /// <param name="identities">The objects.</param>
    /// <param name="urn">The resource.</param>
    /// <param name="entry">The entry by which the resource creates or adopts them now; null in preview, and where it has them already.</param>
    /// <returns>The resource that has one of them already; null if all are claimed now.</returns>
    public string? TryClaim(IReadOnlyCollection<string> identities, string urn, string? entry)
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
                _claims[identity] = new Claim(urn, entry ?? _claims.GetValueOrDefault(identity)?.Entry);
            }

            return null;
        }
    }

    /// <summary>The resource that created or adopted an object in this run by another entry than the given one; null for none.</summary>
    public string? TakenOverBy(string identity, string? entry)
    {
        lock (_lock)
        {
            return _claims.TryGetValue(identity, out var claim) && claim.Entry is { } taker && taker != entry ? claim.Urn : null;
        }
    }

    /// <summary>Gives back what a resource has no more.</summary>
    public void Release(IEnumerable<string> identities, string urn)
    {
        lock (_lock)
        {
            foreach (var identity in identities.Where(identity => _claims.GetValueOrDefault(identity)?.Urn == urn).ToList())
            {
                _claims.Remove(identity);
            }
        }
    }

    /// <summary>Notes what a diff announced for the case that a resource's object is replaced.</summary>
    public void Announce(string urn, Announcement announcement)
    {
        lock (_lock)
        {
            _announcements[urn] = announcement;
        }
    }

    /// <summary>What a diff announced for the case that a resource's object is replaced; null for nothing.</summary>
    public Announcement? AnnouncedFor(string urn)
    {
        lock (_lock)
        {
            return _announcements.GetValueOrDefault(urn);
        }
    }

    /// <summary>Takes note that what was announced for a resource has come to pass.</summary>
    public void Settle(string urn)
    {
        lock (_lock)
        {
            _announcements.Remove(urn);
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

    private sealed record Claim(string Urn, string? Entry);
}
