using CloudUpdate.Provider.Clouds.Http;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Tests.Clouds.Http;

/// <summary>Secrets in texts and bodies.</summary>
public sealed class SecretMaskTests
{
    [TestCase("the password hunter-two-99 is weak", "the password *** is weak")]
    [TestCase("hunter-two-99", "***")]
    [TestCase("hunter-two-99hunter-two-99", "***", Description = "touching ones are one")]
    [TestCase("nothing here", "nothing here")]
    [TestCase("hunter-two-9", "***", Description = "twelve of its characters")]
    [TestCase("hunter-two-", "hunter-two-", Description = "eleven of its characters")]
    [TestCase("", "")]
    public void Apply_Text_HasNoSecret(string text, string expected) => Assert.That(Mask("hunter-two-99").Apply(text), Is.EqualTo(expected));

    [Test]
    public void Apply_PartFromTheMiddleOfALongSecret_IsMasked() =>
        Assert.That(Mask("0123456789abcdefghijklmnopqrstuvwxyz").Apply("starts ‹89abcdefghijkl› ends"), Is.EqualTo("starts ‹***› ends"));

    [Test]
    public void Apply_ShortSecret_IsMaskedAsAWhole() => Assert.That(Mask("blue").Apply("blue, blueish, blu"), Is.EqualTo("***, ***ish, blu"));

    [Test]
    public void Apply_SecretsOfTheParent_AreMaskedTooAlsoThoseAddedLater()
    {
        var parent = Mask("first-secret-of-all");
        var mask = new SecretMask(parent);
        mask.Add("second-secret-of-all");
        parent.Add("third-secret-of-all");

        Assert.That(mask.Apply("first-secret-of-all second-secret-of-all third-secret-of-all"), Is.EqualTo("*** *** ***"));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("abc")]
    public void Add_NothingOrTooShort_MasksNothing(string? secret) => Assert.That(Mask(secret).Apply("abc def"), Is.EqualTo("abc def"));

    [Test]
    public void Masked_Body_HidesSecretMembersAtAnyDepthAndKeepsTheRest()
    {
        var body = JObject.Parse(
            """
            {"name":"kafka","authentication":{"username":"orders","password":"p","sslKeyPassword":"k","sslKey":"pem","clientSecret":"s"},
             "headers":{"X-Tenant":"blue"},"config":{"auto.offset.reset":"earliest"},"tokenEndpointUrl":"https://idp","weight":3,
             "secrets":["a","b"],"access_token":"t"}
            """);

        var text = SecretMembers.Masked(body);

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
            SecretMembers.ValuesIn(JObject.Parse("""{"password":"p1","headers":{"A":"h1"},"config":{"x":"plain"},"name":"n"}""")),
            Is.EquivalentTo(new[] { "p1", "h1" }));

    private static SecretMask Mask(string? secret)
    {
        var mask = new SecretMask();
        mask.Add(secret);
        return mask;
    }
}
