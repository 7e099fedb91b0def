namespace Pulumi.Offline.Tests.Outputs;

internal sealed class UnionTests
{
    private readonly Union<int, string> _first = 1;
    private readonly Union<int, string> _second = "b";

    [Test]
    public void Value_OfEitherType_IsWhatWasGiven()
    {
        using var scope = Assert.EnterMultipleScope();
        Assert.That((_first.IsT0, _first.IsT1, _first.AsT0, _first.Value), Is.EqualTo((true, false, 1, (object)1)));
        Assert.That((_second.IsT0, _second.IsT1, _second.AsT1, _second.Value), Is.EqualTo((false, true, "b", (object)"b")));
        Assert.That(() => _first.AsT1, Throws.InvalidOperationException);
        Assert.That(() => _second.AsT0, Throws.InvalidOperationException);
        Assert.That(_first.ToString(), Is.EqualTo("System.Int32: 1"));
    }

    [Test]
    public void MatchSwitchAndMaps_OnEitherType_UseTheRightFunction()
    {
        var switched = "";
        _second.Switch(_ => switched = "first", text => switched = text);

        using var scope = Assert.EnterMultipleScope();
        Assert.That(switched, Is.EqualTo("b"));
        Assert.That(_first.Match(number => number + 1, _ => 0), Is.EqualTo(2));
        Assert.That(_first.MapT0(number => number * 1.5).AsT0, Is.EqualTo(1.5));
        Assert.That(_second.MapT0(number => number * 1.5).AsT1, Is.EqualTo("b"));
        Assert.That(_second.MapT1(text => text.Length).AsT1, Is.EqualTo(1));
        Assert.That(_first.Bimap(number => number > 0, text => text.Length).AsT0, Is.True);
    }

    [Test]
    public void TryPick_OnEitherType_GivesValueOrRemainder()
    {
        using var scope = Assert.EnterMultipleScope();
        Assert.That(_first.TryPickT0(out var number, out var none) && number == 1 && none is null, Is.True);
        Assert.That(_first.TryPickT1(out var text, out var remainder) || text is not null || remainder != 1, Is.False);
        Assert.That(_second.TryPickT1(out text, out remainder) && text == "b", Is.True);
    }

    [Test]
    public void Equality_OfTypeAndValue_Decides()
    {
        Union<int, int> zero = Union<int, int>.FromT0(1);
        using var scope = Assert.EnterMultipleScope();
        Assert.That(_first == Union<int, string>.FromT0(1), Is.True);
        Assert.That(_first != _second, Is.True);
        Assert.That(zero.Equals(Union<int, int>.FromT1(1)), Is.False);
        Assert.That(_first.GetHashCode(), Is.EqualTo(Union<int, string>.FromT0(1).GetHashCode()));
        Assert.That(_first.Equals((object)1), Is.False);
    }
}
