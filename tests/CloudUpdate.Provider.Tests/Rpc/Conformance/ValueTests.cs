using CloudUpdate.Protocol.Rpc;
using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Lifecycle;
using CloudUpdate.TestKit.Providers;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using static CloudUpdate.Provider.Tests.Rpc.Conformance.Bags;

namespace CloudUpdate.Provider.Tests.Rpc.Conformance;

/// <summary>What becomes of values on their way through the host: items 19 to 25 of the provider checklist, on a provider that echoes.</summary>
internal sealed class ValueTests
{
    private static IEnumerable<TestCaseData> PlainBags()
    {
        yield return Named("null", Of(("top", Value.ForNull()), ("list", Value.ForList(Value.ForNull())), ("map", Map(("k", Value.ForNull())))));
        yield return Named("empty values", Of(("text", Text("")), ("list", Value.ForList()), ("map", Map())));
        yield return Named("empty bag", new Struct());
        yield return Named("nested lists", Of(("l", Value.ForList(Value.ForList(Value.ForList(Text("x")), Value.ForList()), Value.ForList()))));
        yield return Named("odd keys", Of(("a.b", Text("1")), ("a[0]", Text("2")), ("q\"", Text("3")), ("ключ 钥匙", Text("4")), ("", Text("5")), ("__x", Text("6"))));
        yield return Named("numbers", Of(("zero", Value.ForNumber(0)), ("big", Value.ForNumber(1e21)), ("tenth", Value.ForNumber(0.1)), ("exact", Value.ForNumber(9007199254740992))));
        yield return Named("emoji", Of(("e", Text("🙂👩‍👩‍👧‍👦🇺🇦")), ("nul", Text("a\u0000b"))));
        yield return Named("booleans", Of(("yes", Value.ForBool(true)), ("no", Value.ForBool(false))));
    }

    private static IEnumerable<TestCaseData> SpecialValues()
    {
        yield return Named("secret", Secret(Text("s")));
        yield return Named("unknown secret", Secret(Text(Signatures.UnknownString)));
        yield return Named("text asset", Special(Signatures.Asset, ("hash", Text("ab")), ("text", Text("t"))));
        yield return Named("path asset", Special(Signatures.Asset, ("hash", Text("ab")), ("path", Text("./t"))));
        yield return Named("uri asset", Special(Signatures.Asset, ("uri", Text("https://x/y"))));
        yield return Named("elided asset", Special(Signatures.Asset, ("hash", Text("ab"))));
        yield return Named("archive of assets", Special(Signatures.Archive, ("hash", Text("ab")), ("assets", Map(
            ("a", Special(Signatures.Asset, ("text", Text("t")))), ("b", Special(Signatures.Archive, ("path", Text("./b"))))))));
        yield return Named("archive", Special(Signatures.Archive, ("uri", Text("https://x/y.zip"))));
        yield return Named("component reference", Special(Signatures.ResourceReference, ("urn", Text(Urn))));
        yield return Named("reference, empty id", Special(Signatures.ResourceReference, ("urn", Text(Urn)), ("id", Text(""))));
        yield return Named("reference, unknown id", Special(Signatures.ResourceReference, ("urn", Text(Urn)), ("id", Text(Signatures.UnknownString))));
        yield return Named("reference", Special(
            Signatures.ResourceReference, ("urn", Text(Urn)), ("id", Text("i")), ("name", Text("n")), ("type", Text("t")), ("packageVersion", Text("1.0.0"))));
        yield return Named("byte string", Special(Signatures.ByteString, ("value", Text("//4A/w=="))));
        foreach (var fields in OutputFields())
        {
            yield return Named($"output with {string.Join(", ", fields.Select(field => field.Key))}", Special(Signatures.Output, fields));
        }
    }

    private static IEnumerable<(string Key, Value Value)[]> OutputFields()
    {
        (string, Value)[] all =
            [("value", Text("v")), ("secret", Value.ForBool(true)), ("dependencies", Value.ForList(Text(Urn), Text("urn:pulumi:a::b::c::d")))];
        return Enumerable.Range(0, 8).Select(bits => all.Where((_, index) => (bits & (1 << index)) != 0).ToArray());
    }

    [TestCaseSource(nameof(PlainBags))]
    public async Task Conformance_19_PlainValues_RoundTripExactly(Struct bag)
    {
        await using var host = await ProviderHost.StartAsync(environment => new EchoProvider(environment));

        await AssertEchoAsync(host, bag);
    }

    [Test]
    public async Task Conformance_19_MinusZero_KeepsItsSign()
    {
        await using var host = await ProviderHost.StartAsync(environment => new EchoProvider(environment));

        var answer = await host.Client.CheckAsync(new CheckRequest { Urn = Urn, News = Of(("n", Value.ForNumber(-0.0))) }).OrTimeout();

        Assert.That(double.IsNegative(answer.Inputs.Fields["n"].NumberValue), Is.True);
    }

    [Test]
    public async Task Conformance_19_MissingBag_StaysMissing()
    {
        ReadCall? seen = null;
        await using var host = await ProviderHost.StartAsync(environment => new EchoProvider(environment)
        {
            OnRead = (call, _) =>
            {
                seen = call;
                return Task.FromResult(new ReadResult(call.Id, call.OldInputs, call.OldOutputs));
            },
        });

        var import = await host.Client.ReadAsync(new ReadRequest { Urn = Urn, Id = "i" }).OrTimeout();
        var seenAtImport = seen;
        var look = await host.Client.ReadAsync(new ReadRequest { Urn = Urn, Id = "i", Inputs = new Struct(), Properties = new Struct() }).OrTimeout();

        Assert.Multiple(() =>
        {
            Assert.That(seenAtImport, Has.Property(nameof(ReadCall.OldInputs)).Null.And.Property(nameof(ReadCall.OldOutputs)).Null);
            Assert.That(import, Has.Property(nameof(ReadResponse.Inputs)).Null.And.Property(nameof(ReadResponse.Properties)).Null);
            Assert.That(seen!.OldInputs, Is.EqualTo(PropertyMap.Empty));
            Assert.That(look.Inputs, Is.EqualTo(new Struct()));
        });
    }

    [TestCaseSource(nameof(SpecialValues))]
    public async Task Conformance_20_SpecialValues_RoundTripEverywhere(Value value)
    {
        await using var host = await ProviderHost.StartAsync(environment => new EchoProvider(environment));

        await AssertEchoAsync(host, Everywhere(value));
    }

    [TestCaseSource(typeof(Signatures), nameof(Signatures.Unknowns))]
    public async Task Conformance_21_EverySentinel_IsUnknownEverywhereAndAnsweredByTheStringOne(string sentinel)
    {
        PropertyMap? seen = null;
        await using var host = await ProviderHost.StartAsync(environment => new EchoProvider(environment)
        {
            OnCheck = (call, _) =>
            {
                seen = call.News;
                return Task.FromResult(new CheckResult(call.News, []));
            },
        });

        var answer = await host.Client.CheckAsync(new CheckRequest { Urn = Urn, News = Everywhere(Text(sentinel)) }).OrTimeout();

        Assert.Multiple(() =>
        {
            Assert.That(seen, Is.EqualTo(PropertyCodec.Decode(Everywhere(Text(Signatures.UnknownString)))));
            Assert.That(seen!["top"], Is.EqualTo(PropertyValue.Unknown));
            Assert.That(answer.Inputs, Is.EqualTo(Everywhere(Text(Signatures.UnknownString))));
        });
    }

    [Test]
    public async Task Conformance_22_Answers_HoldNoValueWithoutAKind()
    {
        await using var host = await ProviderHost.StartAsync(environment => new EchoProvider(environment));

        foreach (var special in SpecialValues().Concat(PlainBags()))
        {
            var bag = special.Arguments[0] as Struct ?? Everywhere((Value)special.Arguments[0]!);
            var check = await host.Client.CheckAsync(new CheckRequest { Urn = Urn, News = bag }).OrTimeout();
            var create = await host.Client.CreateAsync(new CreateRequest { Urn = Urn, Properties = bag, Preview = true }).OrTimeout();

            Assert.That(HasKinds(Value.ForStruct(check.Inputs)) && HasKinds(Value.ForStruct(create.Properties)), Is.True, special.TestName);
        }
    }

    [Test]
    public async Task Conformance_23_BrokenEncodings_AreInvalidArgumentsAndMissingSecretsUnknown()
    {
        await using var host = await ProviderHost.StartAsync(environment => new EchoProvider(environment));
        Value[] broken =
        [
            Special("00000000000000000000000000000000"),
            Map((Signatures.Key, Value.ForNumber(1))),
            Special(Signatures.ResourceReference),
            Special(Signatures.ByteString, ("value", Text("%"))),
            new Value(),
        ];

        foreach (var value in broken)
        {
            foreach (var bag in new[] { Of(("a", value)), Of(("a", Value.ForList(Secret(value)))) })
            {
                var error = await host.Client.CheckAsync(new CheckRequest { Urn = Urn, News = bag }).FailureAsync();
                Assert.That(error.StatusCode, Is.EqualTo(StatusCode.InvalidArgument), error.Status.Detail);
            }
        }

        var unknown = await host.Client.CheckAsync(new CheckRequest { Urn = Urn, News = Of(("a", Special(Signatures.Secret))) }).OrTimeout();
        Assert.That(unknown.Inputs, Is.EqualTo(Of(("a", Secret(Text(Signatures.UnknownString))))));
    }

    [Test]
    public async Task Conformance_24_ElidedAssets_GoBackElidedAndCompareByHash()
    {
        AssetValue? seen = null;
        await using var host = await ProviderHost.StartAsync(environment => new EchoProvider(environment)
        {
            OnRead = (call, _) =>
            {
                seen = call.OldInputs!["a"] as AssetValue;
                return Task.FromResult(new ReadResult(call.Id, call.OldInputs, call.OldOutputs));
            },
        });
        var bag = Of(("a", Special(Signatures.Asset, ("hash", Text("ab")))), ("z", Special(Signatures.Archive, ("hash", Text("cd")))));

        var answer = await host.Client.ReadAsync(new ReadRequest { Urn = Urn, Id = "i", Inputs = bag, Properties = bag }).OrTimeout();

        Assert.Multiple(() =>
        {
            Assert.That(answer.Inputs, Is.EqualTo(bag));
            Assert.That(answer.Properties, Is.EqualTo(bag));
            Assert.That(seen!.IsElided, Is.True);
            Assert.That(seen.SameContent(new AssetValue("ab", AssetSource.Text, "whole")), Is.True);
        });
    }

    [Test]
    public async Task Conformance_25_Secrets_ComeBackAsSecrets()
    {
        await using var host = await ProviderHost.StartAsync(environment => new EchoProvider(environment)
        {
            OnCreate = (call, _) => Task.FromResult(new CreateResult("id", call.Inputs.With("copy", call.Inputs["secret"]).With("derived", PropertyValue.Of([call.Inputs["map"]])))),
        });
        var bag = Of(("secret", Secret(Text("one"))), ("map", Map(("inner", Secret(Value.ForNumber(2))))));

        var check = await host.Client.CheckAsync(new CheckRequest { Urn = Urn, News = bag, Olds = bag }).OrTimeout();
        var create = await host.Client.CreateAsync(new CreateRequest { Urn = Urn, Properties = bag }).OrTimeout();

        Assert.Multiple(() =>
        {
            Assert.That(check.Inputs, Is.EqualTo(bag));
            Assert.That(create.Properties, Is.EqualTo(Of(
                ("secret", Secret(Text("one"))),
                ("copy", Secret(Text("one"))),
                ("map", Map(("inner", Secret(Value.ForNumber(2))))),
                ("derived", Value.ForList(Map(("inner", Secret(Value.ForNumber(2)))))))));
        });
    }

    private static TestCaseData Named(string name, object argument) => new TestCaseData(argument).SetArgDisplayNames(name);

    private static async Task AssertEchoAsync(ProviderHost host, Struct bag)
    {
        var client = host.Client;
        var check = await client.CheckAsync(new CheckRequest { Urn = Urn, News = bag }).OrTimeout();
        var create = await client.CreateAsync(new CreateRequest { Urn = Urn, Properties = bag, Preview = true }).OrTimeout();
        var read = await client.ReadAsync(new ReadRequest { Urn = Urn, Id = "i", Properties = bag, Inputs = bag }).OrTimeout();
        var update = await client.UpdateAsync(new UpdateRequest { Urn = Urn, Id = "i", News = bag, Preview = true }).OrTimeout();
        var invoke = await client.InvokeAsync(new InvokeRequest { Tok = "cloudupdate:test:get", Args = bag }).OrTimeout();

        Assert.Multiple(() =>
        {
            Assert.That(check.Inputs, Is.EqualTo(bag), "Check");
            Assert.That(create.Properties, Is.EqualTo(bag), "Create");
            Assert.That(read.Properties, Is.EqualTo(bag), "Read, properties");
            Assert.That(read.Inputs, Is.EqualTo(bag), "Read, inputs");
            Assert.That(update.Properties, Is.EqualTo(bag), "Update");
            Assert.That(invoke.Return, Is.EqualTo(bag), "Invoke");
        });
    }

    private static bool HasKinds(Value value) => value.KindCase switch
    {
        Value.KindOneofCase.None => false,
        Value.KindOneofCase.StructValue => value.StructValue.Fields.Values.All(HasKinds),
        Value.KindOneofCase.ListValue => value.ListValue.Values.All(HasKinds),
        _ => true,
    };
}
