using System.Text;
using CloudUpdate.Emulator.Authentication;
using CloudUpdate.Emulator.Http;
using Microsoft.AspNetCore.Http;

namespace CloudUpdate.Emulator.Tests.Authentication;

/// <summary>The vectors that Huawei's SDKs publish in their own tests.</summary>
internal sealed class SignatureVectorTests
{
    private const string Path = "/v1/77b6a44cba5143ab91d13ab9a8ff44fd";

    private static IEnumerable<Vector> Vectors()
    {
        yield return new("GET", "/path?limit=1", "", "20060102T150405Z", "x-sdk-date", "5a2ce64c865e0e6046321c6f3d5a77ba8413eeaf355c3166c03d58d02ac79624");
        yield return new(
            "POST", "/path?key=value", "{\"Name\":\"test\",\"Id\":1}\n", "20060102T150405Z", "x-sdk-date", "cecc2af119b18ab70b4d094c0750f3b42c02f254903179a0fc2cc72fc9db4f59");
        yield return new(
            "GET", $"{Path}/vpcs?limit=2&marker=13551d6b-755d-4757-b956-536f674975c0", "", "20191115T033655Z", "host;x-sdk-date", "fd95e7da6f695cfb4cabbb9d6b0968aec155bc576b064835282473539ae9ea1d");
        yield return new(
            "POST", $"{Path}/vpc/123", "{\"key\":\"value\"}", "20191115T033655Z", "host;x-sdk-date", "b5649aa774f6cac7437631662f08815fc65c70e40e486df6db2436ce68902771");
    }

    [TestCaseSource(nameof(Vectors))]
    public void Verify_PublishedVector_IsAccepted(Vector vector) => Assert.That(
        Verify(vector.Method, vector.Target, Encoding.UTF8.GetBytes(vector.Body), vector.Date, vector.Signed, vector.Signature), Is.True);

    [TestCaseSource(nameof(Vectors))]
    public void Verify_VectorWithOneBitChanged_IsRefused(Vector vector)
    {
        var (method, target, body, date, signed, signature) = vector;
        var bytes = Encoding.UTF8.GetBytes(body);
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            var changed = (byte[])bytes.Clone();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.That(Verify(method, target, changed, date, signed, signature), Is.False, $"bit {bit} of the body");
        }

        for (var digit = 0; digit < signature.Length; digit++)
        {
            var changed = signature.ToCharArray();
            changed[digit] = changed[digit] == '0' ? '1' : '0';
            Assert.That(Verify(method, target, bytes, date, signed, new string(changed)), Is.False, $"digit {digit} of the signature");
        }

        Assert.That(Verify(method, target + "0", bytes, date, signed, signature), Is.False, "target");
        Assert.That(Verify(method, target, bytes, date.Replace("05Z", "04Z").Replace("55Z", "54Z"), signed, signature), Is.False, "date");
    }

    [Test]
    public void CanonicalQuery_PublishedVector_IsSortedAndEncoded()
    {
        var query = "limit=1&enable=true&test=%E4%B8%80%20(%26%3D%3F!%23%25.*)&path=/tmp/123&multi=2&multi=1&multi=3";

        Assert.That(
            SdkSignature.CanonicalQuery(query),
            Is.EqualTo("enable=true&limit=1&multi=1&multi=2&multi=3&path=%2Ftmp%2F123&test=%E4%B8%80%20%28%26%3D%3F%21%23%25.%2A%29"));
    }

    private static bool Verify(string method, string target, byte[] body, string date, string signed, string signature)
    {
        var headers = new HeaderDictionary { ["X-Sdk-Date"] = date, ["Host"] = "service.region.example.com", ["TEST_UNDERSCORE"] = "TEST_VALUE" };
        var header = SignatureHeader.Parse($"SDK-HMAC-SHA256 Access=AccessKey, SignedHeaders={signed}, Signature={signature}")!;
        return SdkSignature.Verify(new ReceivedRequest(method, target, headers, body), header, "SecretKey");
    }

    internal sealed record Vector(string Method, string Target, string Body, string Date, string Signed, string Signature)
    {
        public override string ToString() => $"{Method} {Target}";
    }
}
