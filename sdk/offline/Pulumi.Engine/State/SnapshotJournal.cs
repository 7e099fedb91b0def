namespace Pulumi.Engine.State;

/// <summary>The state of a stack while an operation changes it: what the operation has completed, then what is left of before. It is saved
/// whenever an operation on an object is about to begin or has been answered, so that a crash at any moment leaves a state that loads and
/// says what was under way.</summary>
internal sealed class SnapshotJournal
{
    private readonly Lock _gate = new();
    private readonly Lock _saving = new();
    private readonly List<Entry> _base;
    private readonly Dictionary<ResourceState, Entry> _entries = new(ReferenceEqualityComparer.Instance);
    private readonly List<ResourceState> _done = [];
    private readonly List<PendingOperation> _pending;
    private readonly Dictionary<string, string> _renamed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _parents = new(StringComparer.Ordinal);
    private readonly Func<SnapshotManifest> _manifest;
    private readonly Action<Snapshot>? _save;
    private bool _mustPrune;
    private bool _isDirty;
    private long _version;
    private long _savedVersion;

    /// <summary>A journal.</summary>
    /// <param name="before">The state before.</param>
    /// <param name="manifest">Says who writes, and when.</param>
    /// <param name="save">Saves; null in previews.</param>
    public SnapshotJournal(Snapshot before, Func<SnapshotManifest> manifest, Action<Snapshot>? save)
    {
        _manifest = manifest;
        _save = save;
        _base = [.. before.Resources.Select(resource => new Entry(resource))];
        foreach (var entry in _base)
        {
            _entries.Add(entry.State, entry);
            _parents[entry.State.Urn] = entry.State.Parent;
        }

        // Creates that were interrupted are remembered until somebody clears them; what else was interrupted is settled by this run.
        _pending = [.. before.PendingOperations.Where(operation => operation.Kind == PendingOperationKind.Creating)];
    }

    /// <summary>Announces an operation on an object.</summary>
    public void Begin(PendingOperation operation)
    {
        long version;
        lock (_gate)
        {
            _pending.Add(operation);
            version = NextVersion();
        }

        Save(version);
    }

    /// <summary>Takes an announcement back and makes the changes that go with the answer.</summary>
    public void Complete(PendingOperation? operation, Action<SnapshotJournal>? changes)
    {
        long version;
        lock (_gate)
        {
            if (operation is not null)
            {
                _pending.Remove(operation);
                _isDirty = true;
            }

            changes?.Invoke(this);
            if (!_isDirty)
            {
                return;
            }

            version = NextVersion();
        }

        Save(version);
    }

    /// <summary>Forgets creates that earlier runs announced.</summary>
    public void ClearPendingCreates()
    {
        lock (_gate)
        {
            _pending.RemoveAll(operation => operation.Kind == PendingOperationKind.Creating);
            _isDirty = true;
        }
    }

    /// <summary>Adds a completed resource; for use inside <see cref="Complete"/>.</summary>
    public void Append(ResourceState state)
    {
        _done.Add(state);
        _isDirty = true;
    }

    /// <summary>Adds an unchanged resource in the place of the old one. Nothing is saved for it alone where nothing worth saving changed.</summary>
    public void AppendSame(ResourceState old, ResourceState state, bool mustSave)
    {
        var dirty = _isDirty;
        Remove(old);
        Append(state);
        _isDirty = dirty || mustSave;
    }

    /// <summary>Takes an old resource away; for use inside <see cref="Complete"/>.</summary>
    public void Remove(ResourceState old)
    {
        if (_entries.TryGetValue(old, out var entry))
        {
            entry.IsDone = true;
            _isDirty = true;
        }
        else if (_done.FindIndex(state => ReferenceEquals(state, old)) is >= 0 and var index)
        {
            _done.RemoveAt(index);
            _isDirty = true;
        }
    }

    /// <summary>Takes an old resource away, and with it every reference to it.</summary>
    public void RemoveWithReferences(ResourceState old)
    {
        _mustPrune = true;
        Remove(old);
    }

    /// <summary>Takes an old resource away as soon as the one that it is deleted with has gone: until then its object exists.</summary>
    public void RemoveWithOwner(ResourceState old)
    {
        if (_entries.TryGetValue(old, out var entry))
        {
            entry.GoesWithOwner = true;
            _mustPrune = true;
            _isDirty = true;
        }
    }

    /// <summary>Changes an old resource in its place. It may be named by the former or by the present state from now on.</summary>
    public void Change(ResourceState old, Func<ResourceState, ResourceState> change)
    {
        if (_entries.TryGetValue(old, out var entry))
        {
            entry.State = change(entry.State);
            _entries[entry.State] = entry;
            _isDirty = true;
        }
    }

    /// <summary>What an old resource is now; null where it was taken away.</summary>
    public ResourceState? Current(ResourceState old)
    {
        lock (_gate)
        {
            return _entries.TryGetValue(old, out var entry) && !entry.IsDone ? entry.State : null;
        }
    }

    /// <summary>Moves references from a former URN to the present one, from when the resource is recorded under it.</summary>
    public void Rename(string former, string present)
    {
        lock (_gate)
        {
            _renamed[former] = present;
        }
    }

    /// <summary>Changes a completed resource, such as the root stack when its outputs come.</summary>
    public void Amend(string urn, Func<ResourceState, ResourceState> change)
    {
        lock (_gate)
        {
            var index = _done.FindIndex(state => state.Urn == urn);
            if (index >= 0)
            {
                _done[index] = change(_done[index]);
                _isDirty = true;
            }
        }
    }

    /// <summary>Saves what has not been saved, and dates the state.</summary>
    public void Finish()
    {
        long version;
        lock (_gate)
        {
            version = NextVersion();
        }

        Save(version);
    }

    /// <summary>The state as it stands.</summary>
    public Snapshot Snapshot()
    {
        lock (_gate)
        {
            return Compose();
        }
    }

    private long NextVersion()
    {
        _isDirty = false;
        return ++_version;
    }

    // Changes that come while a write is under way are written together by the next one; nobody goes on before his own are on disk.
    private void Save(long version)
    {
        if (_save is null)
        {
            return;
        }

        lock (_saving)
        {
            if (_savedVersion >= version)
            {
                return;
            }

            Snapshot snapshot;
            long current;
            lock (_gate)
            {
                snapshot = Compose();
                current = _version;
            }

            _save(snapshot);
            _savedVersion = current;
        }
    }

    private Snapshot Compose()
    {
        var rest = Remaining().Select(entry => entry.State);
        var renamed = Recorded(_renamed);
        var all = _done.Concat(rest).Select(state => renamed.Count == 0 ? state : UrnRewriter.Rewrite(state, renamed));
        return new Snapshot
        {
            Manifest = _manifest(),
            Resources = _mustPrune ? SnapshotPruner.Prune(all, _parents) : [.. all],
            PendingOperations = [.. _pending],
        };
    }

    // An owner stands before what is deleted with it, so one pass from the front suffices.
    private List<Entry> Remaining()
    {
        var result = new List<Entry>(_base.Count);
        var urns = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in _base.Where(entry => !entry.IsDone && (!entry.GoesWithOwner || urns.Contains(entry.State.DeletedWith))))
        {
            result.Add(entry);
            urns.Add(entry.State.Urn);
        }

        return result;
    }

    private Dictionary<string, string> Recorded(Dictionary<string, string> renamed)
    {
        if (renamed.Count == 0)
        {
            return renamed;
        }

        var urns = _done.Select(state => state.Urn).ToHashSet(StringComparer.Ordinal);
        return renamed.Where(entry => urns.Contains(entry.Value)).ToDictionary(StringComparer.Ordinal);
    }

    private sealed class Entry(ResourceState state)
    {
        public ResourceState State { get; set; } = state;

        public bool IsDone { get; set; }

        public bool GoesWithOwner { get; set; }
    }
}
