using CloudUpdate.Provider.Lifecycle;

namespace CloudUpdate.Provider.Tests.Lifecycles;

/// <summary>The memory of who owns what within a run.</summary>
public sealed class IdentityMemoryTests
{
    private readonly IdentityMemory _memory = new(() => [1, 2, 3]);

    [Test]
    public void TryClaim_FreeObjects_ClaimsAllOfThem()
    {
        Assert.That(_memory.TryClaim(["a", "b"], "first", null), Is.Null);
        Assert.Multiple(() =>
        {
            Assert.That(_memory.TryClaim(["a"], "second", null), Is.EqualTo("first"));
            Assert.That(_memory.TryClaim(["b"], "second", null), Is.EqualTo("first"));
        });
    }

    [Test]
    public void TryClaim_OneOfThemHeldByAnother_ClaimsNone()
    {
        _memory.TryClaim(["b"], "first", null);
        var refused = _memory.TryClaim(["a", "b"], "second", null);
        Assert.Multiple(() =>
        {
            Assert.That(refused, Is.EqualTo("first"));
            Assert.That(_memory.TryClaim(["a"], "third", null), Is.Null);
        });
    }

    [Test]
    public void TryClaim_AgainByTheSameResource_KeepsTheEntryThatTookItOver()
    {
        _memory.TryClaim(["a"], "first", "entry");
        _memory.TryClaim(["a"], "first", null);
        Assert.That(_memory.TakenOverBy("a", "older"), Is.EqualTo("first"));
    }

    [TestCase(null, "first")]
    [TestCase("older", "first")]
    [TestCase("entry", null)]
    public void TakenOverBy_ObjectOfAnEntry_IsThatOfEveryOtherEntry(string? asking, string? owner)
    {
        _memory.TryClaim(["a"], "first", "entry");
        Assert.That(_memory.TakenOverBy("a", asking), Is.EqualTo(owner));
    }

    [Test]
    public void TakenOverBy_ObjectThatIsOnlyUpdatedOrPreviewed_IsNobodys()
    {
        _memory.TryClaim(["a"], "first", null);
        Assert.That(_memory.TakenOverBy("a", null), Is.Null);
    }

    [Test]
    public void Release_ObjectsOfTheResource_FreesThoseAlone()
    {
        _memory.TryClaim(["a"], "first", "1");
        _memory.TryClaim(["b"], "second", "2");
        _memory.Release(["a", "b"], "first");
        Assert.Multiple(() =>
        {
            Assert.That(_memory.TryClaim(["a"], "third", null), Is.Null);
            Assert.That(_memory.TryClaim(["b"], "third", null), Is.EqualTo("second"));
        });
    }

    [Test]
    public void Announcement_UntilItIsSettled_IsKept()
    {
        var announcement = new Announcement(["a"], DeletedFirst: true, Warning: null);
        _memory.Announce("first", announcement);
        var before = _memory.AnnouncedFor("first");
        _memory.Settle("first");
        Assert.That((before, _memory.AnnouncedFor("first")), Is.EqualTo((announcement, (Announcement?)null)));
    }

    [Test]
    public void Forget_AnotherRun_StartsWithoutClaimsAndAnnouncements()
    {
        _memory.TryClaim(["a"], "first", "1");
        _memory.Announce("first", new Announcement(["a"], DeletedFirst: false, Warning: null));
        _memory.Forget();
        Assert.Multiple(() =>
        {
            Assert.That(_memory.TryClaim(["a"], "second", null), Is.Null);
            Assert.That(_memory.AnnouncedFor("first"), Is.Null);
        });
    }

    [Test]
    public void NextEntry_UntilThen_TheStartOfAProcessNeedsNoRandomness()
    {
        var asked = 0;
        var memory = new IdentityMemory(() => [(byte)++asked]);
        var before = asked;
        memory.NextEntry();
        memory.NextEntry();
        Assert.That((before, asked), Is.EqualTo((0, 1)));
    }

    [Test]
    public void NextEntry_ManyThreadsAndProcesses_NamesNoneTwice()
    {
        var names = Enumerable.Range(0, 1000).AsParallel().Select(_ => _memory.NextEntry()).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(names, Is.Unique);
            Assert.That(names, Has.None.EqualTo(new IdentityMemory(() => [4]).NextEntry()));
        });
    }

    [Test]
    public void TryClaim_ManyThreadsOneObject_GivesItToOne()
    {
        var winners = Enumerable.Range(0, 200).AsParallel().Where(index => _memory.TryClaim(["a"], $"{index}", $"{index}") is null).ToList();
        Assert.That(winners, Has.Count.EqualTo(1));
    }
}
