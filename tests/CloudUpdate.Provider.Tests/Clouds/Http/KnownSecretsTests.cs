using CloudUpdate.Provider.Clouds.Http;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Tests.Clouds.Http;

/// <summary>Secrets in texts and bodies.</summary>
public sealed class KnownSecretsTests
{
    private static readonly HashSet<string> s_noNames = [];
    private static readonly HashSet<string> s_names = ["description", "weight"];

    [TestCase("the password hunter-two-99 is weak", "the password *** is weak")]
    [TestCase("hunter-two-99", "***")]
    [TestCase("hunter-two-99hunter-two-99", "***", Description = "touching ones are one")]
    [TestCase("nothing here", "nothing here")]
    [TestCase("hunter-two-9", "***", Description = "twelve of its characters")]
    [TestCase("hunter-two-", "hunter-two-", Description = "eleven of its characters")]
    [TestCase("", "")]
    public void Mask_Text_HasNoSecret(string text, string expected) => Assert.That(Known("hunter-two-99").Mask(text), Is.EqualTo(expected));

    [Test]
    public void Mask_PartFromTheMiddleOfALongSecret_IsMasked() =>
        Assert.That(Known("0123456789abcdefghijklmnopqrstuvwxyz").Mask("starts ‹89abcdefghijkl› ends"), Is.EqualTo("starts ‹***› ends"));

    [Test]
    public void Mask_AnyTwelveCharactersInARow_AreMasked([Range(13, 36)] int length)
    {
        var secret = "0123456789abcdefghijklmnopqrstuvwxyz"[..length];
        var parts = Enumerable.Range(0, length - 11).Select(at => secret.Substring(at, 12));

        Assert.That(parts.Select(part => Known(secret).Mask($"‹{part}›")), Is.All.EqualTo("‹***›"));
    }

    [Test]
    public void Mask_ShortSecret_IsMaskedAsAWhole() => Assert.That(Known("blue").Mask("blue, blueish, blu"), Is.EqualTo("***, ***ish, blu"));

    [Test]
    public void Mask_SeveralSecrets_AreAllMasked()
    {
        var known = Known("first-secret-of-all");
        known.Add("second-secret-of-all");

        Assert.That(known.Mask("first-secret-of-all second-secret-of-all"), Is.EqualTo("*** ***"));
    }

    [Test]
    public void Mask_AddressWithPassword_LosesIt() =>
        Assert.That(Known(null).Mask("to http://user:p@h:80/ and https://h/a@b"), Is.EqualTo("to http://***@h:80/ and https://h/a@b"));

    [TestCase(null)]
    [TestCase("")]
    [TestCase("abc")]
    public void Add_NothingOrTooShort_MasksNothing(string? secret) => Assert.That(Known(secret).Mask("abc def"), Is.EqualTo("abc def"));

    [Test]
    public void Masked_Body_HidesSecretMembersAtAnyDepthAndKeepsTheRest()
    {
        var body = JObject.Parse(
            """
            {"name":"kafka","authentication":{"username":"orders","password":"p","sslKeyPassword":"k","sslKey":"pem","clientSecret":"s"},
             "headers":{"X-Tenant":"blue"},"config":{"auto.offset.reset":"earliest"},"tokenEndpointUrl":"https://idp","weight":3,
             "secrets":["a","b"],"access_token":"t"}
            """);

        var text = SecretMembers.Masked(body, s_noNames);

        Assert.That(JObject.Parse(text), Is.EqualTo(JObject.Parse(
            """
            {"name":"kafka","authentication":{"username":"orders","password":"***","sslKeyPassword":"***","sslKey":"***","clientSecret":"***"},
             "headers":{"X-Tenant":"***"},"config":{"auto.offset.reset":"***"},"tokenEndpointUrl":"https://idp","weight":3,
             "secrets":["***","***"],"access_token":"***"}
            """)).Using<JObject>(JToken.DeepEquals));
        Assert.That((string?)body["access_token"], Is.EqualTo("t"), "the body itself stays as it is");
    }

    [Test]
    public void ValuesIn_Body_AreTheSecretsWithoutPlainSettings() =>
        Assert.That(
            SecretMembers.ValuesIn(JObject.Parse("""{"password":"p1","headers":{"A":"h1"},"config":{"x":"plain"},"name":"n","tokens":3}"""), s_noNames),
            Is.EquivalentTo(new[] { "p1", "h1" }));

    [Test]
    public void ValuesIn_FurtherNames_AreSecretsAtAnyDepth() =>
        Assert.That(
            SecretMembers.ValuesIn(JObject.Parse("""{"group":{"description":"d1","targets":[{"description":"d2"}]},"name":"n"}"""), s_names),
            Is.EquivalentTo(new[] { "d1", "d2" }));

    [Test]
    public void Masked_FurtherNames_AreMaskedWhateverTheirType()
    {
        var text = SecretMembers.Masked(JObject.Parse("""{"weight":30,"description":["d",true,null],"port":80}"""), s_names);

        Assert.That(text, Is.EqualTo("""{"weight":"***","description":["***","***",null],"port":80}"""));
    }

    [TestCase("""he said \"hello there\" and left""", "***", Description = "as it stands in JSON")]
    [TestCase("he%20said%20%22hello%20there%22%20and%20left", "***", Description = "as it stands in an address")]
    [TestCase("""x said \"hello ther y""", "x*** y", Description = "a part as it stands in JSON")]
    public void Mask_SecretInAnotherNotation_IsMasked(string text, string expected) =>
        Assert.That(Known("he said \"hello there\" and left").Mask(text), Is.EqualTo(expected));

    private static KnownSecrets Known(string? secret)
    {
        var known = new KnownSecrets();
        known.Add(secret);
        return known;
    }
}
