using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Rpc;
using Google.Protobuf.WellKnownTypes;
using static CloudUpdate.Provider.Tests.Rpc.Conformance.Bags;

namespace CloudUpdate.Provider.Tests.Rpc;

internal sealed class SecretMaskTests
{
    [Test]
    public void Mask_WhileHeld_ReplacesSecretsAtAnyDepth()
    {
        var mask = new SecretMask();
        var bag = Of(
            ("a", Secret(Map(("x", Value.ForList(Text("alpha")))))),
            ("b", Value.ForList(Special(Signatures.Output, ("value", Text("bravo")), ("secret", Value.ForBool(true))))),
            ("c", Text("charlie")));

        using (mask.Hold(bag, null))
        {
            Assert.That(mask.Mask("alpha, bravo, charlie"), Is.EqualTo("[secret], [secret], charlie"));
        }

        Assert.That(mask.Mask("alpha, bravo, charlie"), Is.EqualTo("alpha, bravo, charlie"));
    }

    [Test]
    public void Mask_SecretInsideOfALonger_LeavesNoPartOfEither()
    {
        var mask = new SecretMask();

        using var held = mask.Hold(Of(("a", Secret(Text("pass"))), ("b", Secret(Text("password")))));

        Assert.That(mask.Mask("the password, the pass"), Is.EqualTo("the [secret], the [secret]"));
    }

    [TestCase("it was <0123456789ab>", "it was <[secret]>")]
    [TestCase("it was <b0123456789a>", "it was <b0123456789a>", Description = "eleven of its characters")]
    public void Mask_PartOfALongSecret_IsReplaced(string text, string expected)
    {
        var mask = new SecretMask();

        using var held = mask.Hold(Of(("a", Secret(Text("0123456789abcdef")))));

        Assert.That(mask.Mask(text), Is.EqualTo(expected));
    }

    [Test]
    public void Mask_WhatTheProviderNotedForItself_StaysReadable()
    {
        var mask = new SecretMask();

        using var held = mask.Hold(Of(("__baseline", Secret(Map(("original", Map(("status", Text("accepted")))))))));

        Assert.That(mask.Mask("endpoint x (accepted)"), Is.EqualTo("endpoint x (accepted)"));
    }

    [Test]
    public void Mask_HeldTwice_IsHeldUntilBothEnd()
    {
        var mask = new SecretMask();
        var bag = Of(("a", Secret(Text("alpha"))));

        var first = mask.Hold(bag);
        var second = mask.Hold(bag);
        first.Dispose();
        Assert.That(mask.Mask("alpha"), Is.EqualTo("[secret]"));
        second.Dispose();

        Assert.That(mask.Mask("alpha"), Is.EqualTo("alpha"));
    }

    [TestCase("abc")]
    [TestCase("")]
    [TestCase(Signatures.UnknownString)]
    public void Mask_WordsThatAreNoSecrets_StayReadable(string text)
    {
        var mask = new SecretMask();

        using var held = mask.Hold(Of(("a", Secret(Text(text)))));

        Assert.That(mask.Mask($"abc {text}"), Is.EqualTo($"abc {text}"));
    }

    [Test]
    public void HoldConfiguration_NextOne_ReplacesTheLast()
    {
        var mask = new SecretMask();

        mask.HoldConfiguration(Of(("k", Secret(Text("first key")))));
        mask.HoldConfiguration(Of(("k", Secret(Text("second key")))));

        Assert.That(mask.Mask("first key, second key"), Is.EqualTo("first key, [secret]"));
    }
}
