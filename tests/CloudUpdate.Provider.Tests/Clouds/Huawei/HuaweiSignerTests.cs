using System.Globalization;
using System.Text;
using CloudUpdate.Provider.Clouds.Http;
using CloudUpdate.Provider.Clouds.Huawei;

namespace CloudUpdate.Provider.Tests.Clouds.Huawei;

/// <summary>Worked signatures, the SDKs' published test vectors, and corner cases of date, path and query.</summary>
public sealed class HuaweiSignerTests
{
    private const string ProjectId = "0a1b2c3d4e5f60718293a4b5c6d7e8f9";
    private static readonly string[] s_cultures = ["", "th-TH", "tr-TR", "ar-SA"];
    private static readonly HuaweiKeys s_keys = new("EXAMPLEACCESSKEY0001", "example-secret-key-for-tests-only-000001", null);
    private static readonly HuaweiKeys s_published = new("AccessKey", "SecretKey", null);

    public static IEnumerable<TestCaseData> WorkedExamples()
    {
        foreach (var culture in s_cultures)
        {
            foreach (var example in Examples())
            {
                yield return new TestCaseData(example, culture).SetArgDisplayNames(example.Name, culture.Length == 0 ? "invariant" : culture);
            }
        }
    }

    [TestCaseSource(nameof(WorkedExamples))]
    public void Sign_WorkedExample_GivesItsAuthorization(SigningExample example, string culture)
    {
        InCulture(culture, () =>
        {
            var signed = HuaweiSigner.Sign(example.Request, example.Keys, example.Time);

            var authorization = signed.Headers.Single(header => header.Key == "Authorization").Value;
            Assert.That(authorization, Is.EqualTo(
                $"SDK-HMAC-SHA256 Access={example.Keys.AccessKey}, SignedHeaders={example.SignedHeaders}, Signature={example.Signature}"));
        });
    }

    [TestCaseSource(nameof(WorkedExamples))]
    public void CanonicalRequest_WorkedExample_GivesItsHash(SigningExample example, string culture)
    {
        InCulture(culture, () =>
        {
            var signed = HuaweiSigner.Sign(example.Request, example.Keys, example.Time);
            var headers = signed.Headers
                .Where(header => header.Key.StartsWith("X-", StringComparison.Ordinal))
                .Append(KeyValuePair.Create("Host", signed.Target.Host));

            var canonical = CanonicalRequest.Of(signed.Method, signed.Target, headers, Sha256(signed.Content ?? default));

            Assert.Multiple(() =>
            {
                Assert.That(canonical.SignedHeaders, Is.EqualTo(example.SignedHeaders));
                Assert.That(Sha256(Encoding.UTF8.GetBytes(canonical.Text)), Is.EqualTo(example.CanonicalHash));
            });
        });
    }

    [Test]
    public void CanonicalRequest_ClusterUpdate_IsAsPrinted()
    {
        var example = Examples().First();
        var headers = new[]
        {
            KeyValuePair.Create("X-Sdk-Date", "20260115T083000Z"),
            KeyValuePair.Create("Host", "eg.cn-north-4.myhuaweicloud.com"),
            KeyValuePair.Create("X-Project-Id", ProjectId),
        };

        var canonical = CanonicalRequest.Of(HttpMethod.Put, example.Request.Target, headers, Sha256(example.Request.Content!.Value));

        Assert.That(canonical.Text, Is.EqualTo("""
            PUT
            /v1/0a1b2c3d4e5f60718293a4b5c6d7e8f9/eventrouter/clusters/7d4c1f0e-5b0a-4a3e-9c55-2f1d7c0e8a11/

            host:eg.cn-north-4.myhuaweicloud.com
            x-project-id:0a1b2c3d4e5f60718293a4b5c6d7e8f9
            x-sdk-date:20260115T083000Z

            host;x-project-id;x-sdk-date
            dc378c94ac0e922161ed5eae9c9bbefb49caeac180e2ad0ef2c758c63a8dee11
            """));
    }

    [Test]
    public void Cultures_OfTheseTests_HaveTheirOwnCalendars()
    {
        var years = s_cultures.Select(name => new DateTime(2026, 1, 15).ToString("yyyy", CultureInfo.GetCultureInfo(name)));

        Assert.That(years, Is.EqualTo(new[] { "2026", "2569", "2026", "1447" }), "without them the cultures prove nothing");
    }

    public static IEnumerable<TestCaseData> PublishedVectors()
    {
        const string Date1 = "20060102T150405Z";
        const string Date2 = "20191115T033655Z";
        const string Vpcs = "/v1/77b6a44cba5143ab91d13ab9a8ff44fd/vpcs?limit=2&marker=13551d6b-755d-4757-b956-536f674975c0";
        (string Method, string Path, string? Body, string Date, bool Host, string Signature)[] rows =
        [
            ("GET", "/path?limit=1", null, Date1, false, "5a2ce64c865e0e6046321c6f3d5a77ba8413eeaf355c3166c03d58d02ac79624"),
            ("POST", "/path?key=value", "{\"Name\":\"test\",\"Id\":1}\n", Date1, false,
                "cecc2af119b18ab70b4d094c0750f3b42c02f254903179a0fc2cc72fc9db4f59"),
            ("GET", Vpcs, null, Date2, true, "fd95e7da6f695cfb4cabbb9d6b0968aec155bc576b064835282473539ae9ea1d"),
            ("POST", "/v1/77b6a44cba5143ab91d13ab9a8ff44fd/vpc/123", "{\"key\":\"value\"}", Date2, true,
                "b5649aa774f6cac7437631662f08815fc65c70e40e486df6db2436ce68902771"),
        ];
        return rows.SelectMany(row => s_cultures.Select(culture =>
            new TestCaseData(row.Method, row.Path, row.Body, row.Date, row.Host, row.Signature, culture)
                .SetArgDisplayNames(row.Method, row.Path, culture.Length == 0 ? "invariant" : culture)));
    }

    [TestCaseSource(nameof(PublishedVectors))]
    public void Authorize_PublishedVector_GivesItsSignature(
        string method, string path, string? body, string date, bool signHost, string signature, string culture)
    {
        InCulture(culture, () =>
        {
            var request = Request(new HttpMethod(method), "https://service.region.example.com" + path, body);
            List<KeyValuePair<string, string>> headers =
                [KeyValuePair.Create("X-Sdk-Date", date), KeyValuePair.Create("TEST_UNDERSCORE", "TEST_VALUE")];
            if (signHost)
            {
                headers.Add(KeyValuePair.Create("Host", "service.region.example.com"));
            }

            var authorization = HuaweiSigner.Authorize(request, headers, s_published, date);

            var names = signHost ? "host;x-sdk-date" : "x-sdk-date";
            Assert.That(authorization, Is.EqualTo($"SDK-HMAC-SHA256 Access=AccessKey, SignedHeaders={names}, Signature={signature}"));
        });
    }

    [Test]
    public void Authorize_EmulatorExampleWithLineFeed_CoversTheBytesSent()
    {
        var request = Request(HttpMethod.Put, $"http://127.0.0.1:8443/v1/{ProjectId}/csms/events/rotation-alerts", "{\"state\":\"DISABLED\"}\n");

        var signed = HuaweiSigner.Sign(request.With("X-Project-Id", ProjectId), s_keys, Time(4));

        Assert.That(Signature(signed), Is.EqualTo("046b0ef098147b049d6cac2082ea6392012dd2ad143aaf2abfea084d3272ca80"));
    }

    [Test]
    public void Authorize_HostWithoutPort_GivesTheSignatureOfTheOtherClient()
    {
        var request = Request(HttpMethod.Put, $"http://127.0.0.1:8443/v1/{ProjectId}/csms/events/rotation-alerts", "{\"state\":\"DISABLED\"}");
        var headers = new[]
        {
            KeyValuePair.Create("Host", "127.0.0.1"),
            KeyValuePair.Create("X-Project-Id", ProjectId),
            KeyValuePair.Create("X-Sdk-Date", "20260115T083004Z"),
        };

        var authorization = HuaweiSigner.Authorize(request, headers, s_keys, "20260115T083004Z");

        Assert.That(authorization, Does.EndWith("Signature=774eb2b8d81c5351d566d844352903e7c71f0d7529b8623fd3004db569f5c922"));
    }

    [TestCase("2026-01-15T08:30:00+00:00", "20260115T083000Z")]
    [TestCase("2026-01-01T00:30:00+08:00", "20251231T163000Z", Description = "another day and year in UTC")]
    [TestCase("2025-12-31T23:30:00-05:00", "20260101T043000Z")]
    [TestCase("2024-02-29T23:59:59.9999999+00:00", "20240229T235959Z", Description = "fractions are cut, not rounded")]
    [TestCase("2026-03-05T09:08:07+00:00", "20260305T090807Z", Description = "leading zeros")]
    [TestCase("0999-12-31T00:00:00+00:00", "09991231T000000Z", Description = "four digits of year")]
    [TestCase("2026-07-01T12:00:00+05:45", "20260701T061500Z")]
    public void FormatDate_AnyCulture_IsUtcInTheGregorianCalendar(string time, string expected)
    {
        foreach (var culture in s_cultures.Append("fa-IR").Append("he-IL"))
        {
            InCulture(culture, () => Assert.That(
                HuaweiSigner.FormatDate(DateTimeOffset.Parse(time, CultureInfo.InvariantCulture)), Is.EqualTo(expected), culture));
        }
    }

    [TestCase("/", "/")]
    [TestCase("/v1", "/v1/")]
    [TestCase("/v1/", "/v1/")]
    [TestCase("/v1//x", "/v1//x/", Description = "an empty segment stays")]
    [TestCase("/a%20b", "/a%20b/", Description = "a space is never a plus")]
    [TestCase("/a+b", "/a%2Bb/", Description = "a plus is a plus")]
    [TestCase("/a%2Fb", "/a%2Fb/", Description = "an encoded slash does not split the segment")]
    [TestCase("/100%25", "/100%25/")]
    [TestCase("/~tilde-dash_under.dot", "/~tilde-dash_under.dot/")]
    [TestCase("/a*b'c(d)!", "/a%2Ab%27c%28d%29%21/")]
    [TestCase("/%e4%b8%80", "/%E4%B8%80/", Description = "upper-case hex")]
    [TestCase("/%F0%9F%98%80", "/%F0%9F%98%80/", Description = "four bytes")]
    [TestCase("/I%C4%B1", "/I%C4%B1/", Description = "the Turkish i")]
    public void CanonicalRequest_Path_IsEncodedSegmentBySegment(string path, string expected)
    {
        foreach (var culture in s_cultures)
        {
            InCulture(culture, () =>
            {
                var canonical = CanonicalRequest.Of(HttpMethod.Get, new RequestTarget(new Uri("https://h.example"), path, ""), [], "hash");
                Assert.That(canonical.Text.Split('\n')[1], Is.EqualTo(expected), culture);
            });
        }
    }

    [Test]
    public void CanonicalRequest_Query_IsSortedByKeyThenValueAndEncoded()
    {
        var request = new CloudUpdate.Provider.Clouds.CloudRequest
        {
            Service = "eg",
            Operation = "List",
            Method = HttpMethod.Get,
            PathTemplate = "/x",
            Query =
            [
                new("limit", "1"), new("enable", "true"), new("test", "一 (&=?!#%.*)"), new("path", "/tmp/123"),
                new("multi", "3"), new("multi", "1"), new("multi", "2"),
            ],
        };
        var target = RequestTarget.For(new Uri("https://h.example"), request);

        foreach (var culture in s_cultures)
        {
            InCulture(culture, () => Assert.That(
                CanonicalRequest.Of(HttpMethod.Get, target, [], "hash").Text.Split('\n')[2],
                Is.EqualTo("enable=true&limit=1&multi=1&multi=2&multi=3&path=%2Ftmp%2F123&test=%E4%B8%80%20%28%26%3D%3F%21%23%25.%2A%29")));
        }
    }

    [TestCase("a", "a=")]
    [TestCase("a=", "a=")]
    [TestCase("b=2&a=1", "a=1&b=2")]
    [TestCase("B=2&a=1", "B=2&a=1", Description = "ordinal: upper case first")]
    [TestCase("a=b=c", "a=b%3Dc")]
    public void CanonicalRequest_QueryCornerCase_IsCanonical(string query, string expected)
    {
        var canonical = CanonicalRequest.Of(HttpMethod.Get, new RequestTarget(new Uri("https://h.example"), "/", query), [], "hash");

        Assert.That(canonical.Text.Split('\n')[2], Is.EqualTo(expected));
    }

    [Test]
    public void Credentials_AsText_ShowNoSecret()
    {
        var keys = new HuaweiKeys("AKVALUE", "SKVALUE", "STVALUE");

        Assert.That($"{keys} {new HuaweiToken("TOKENVALUE", "p")}", Is.EqualTo("temporary access key IAM token"));
    }

    private static IEnumerable<SigningExample> Examples()
    {
        yield return new SigningExample(
            "A: cluster update",
            Request(
                HttpMethod.Put,
                $"https://eg.cn-north-4.myhuaweicloud.com/v1/{ProjectId}/eventrouter/clusters/7d4c1f0e-5b0a-4a3e-9c55-2f1d7c0e8a11",
                "{\"name\":\"orders-stream\",\"description\":\"Moves order events\",\"public_access_enabled\":false}")
                .With("X-Project-Id", ProjectId),
            s_keys,
            Time(0),
            "host;x-project-id;x-sdk-date",
            "349835c0fab5d8633bb041d3a46e5f59a9f5dc29ca5e945cb486036b78a9ec59",
            "1c1665c21ce2817687a897f4492392c66ce21b60182a20790185b0ab52107da8");
        yield return new SigningExample(
            "B: list with query, temporary key",
            Request(HttpMethod.Get, "https://ga.myhuaweicloud.com/v1/endpoint-groups?page_reverse=false&name=edge%20group%2F1&limit=20")
                .With("X-Project-Id", "1f2e3d4c5b6a79880a9b8c7d6e5f4a3b"),
            s_keys with { SecurityToken = "gQpjbi1ub3J0aC00EXAMPLE+token/value==" },
            Time(1),
            "host;x-project-id;x-sdk-date;x-security-token",
            "273c5b9c5fa6085793a9750260984c4c061a0bc769c22dd95a74e574a731390e",
            "7b554dd3bfce9acb902fc519d038600ab346cb50b24dcbcdf8bee804737a4c46");
        yield return new SigningExample(
            "C: accept connections",
            Request(
                HttpMethod.Post,
                $"https://css.cn-north-4.myhuaweicloud.com/v1.0/{ProjectId}/clusters/4a7c3f52-0d39-4d0e-9a3e-6c2b1f90d7aa/vpcepservice/connections",
                "{\"action\":\"receive\",\"endpoint_id_list\":[\"5c1f8d0a-2b47-4a55-8f3c-9d0e6b7a1c21\",\"e02b9a64-71d3-4c0e-b6f2-3a58c4d91f07\"]}")
                .With("X-Project-Id", ProjectId),
            s_keys,
            Time(2),
            "host;x-project-id;x-sdk-date",
            "ede39a38c3ad5800de9c554c65e5ca57039dbe2de2954bc4e70ff167b7bad1c1",
            "fce966b305494e358fc3b7c7b933b8d57ab3e89b021abe2adc00aa281d0e09f3");
        yield return new SigningExample(
            "D: project lookup",
            Request(HttpMethod.Get, "https://iam.cn-north-4.myhuaweicloud.com/v3/projects?name=cn-north-4"),
            s_keys,
            Time(3),
            "host;x-sdk-date",
            "508139ba7389ea13cb02433b806bd9da25c117ae71956519edd4c483b93bd888",
            "e73a470de8e4311b1dab98382ab7d6c1d2a963c1fd5db92f7003b1057f3c7bd7");
        yield return new SigningExample(
            "D2: project lookup in an account",
            Request(HttpMethod.Get, "https://iam.myhuaweicloud.com/v3/projects?name=cn-north-4&domain_id=f9e8d7c6b5a4039281706f5e4d3c2b1a")
                .With("X-Domain-Id", "f9e8d7c6b5a4039281706f5e4d3c2b1a"),
            s_keys,
            Time(3),
            "host;x-domain-id;x-sdk-date",
            "1a91d335937b20bd36c1c60dc74edd55b443f27e36f4b48823453855f37cd90c",
            "74ee8732382b324627e8f8657564aa0842e9df3e07b6555e6ef794553f692dcd");
        yield return new SigningExample(
            "E: emulator on a port",
            Request(HttpMethod.Put, $"http://127.0.0.1:8443/v1/{ProjectId}/csms/events/rotation-alerts", "{\"state\":\"DISABLED\"}")
                .With("X-Project-Id", ProjectId),
            s_keys,
            Time(4),
            "host;x-project-id;x-sdk-date",
            "2cf5dc6af32e3d96f5274a65c1b9f0fd1c70d623df06b0320ea9623d7df86b0b",
            "c0f175ccc6100226a28788de8e52cbc768506f9c8f03651e56c9aad2c1e2170e");
    }

    private static DateTimeOffset Time(int second) => new(2026, 1, 15, 8, 30, second, TimeSpan.Zero);

    private static OutgoingRequest Request(HttpMethod method, string uri, string? body = null) =>
        new(method, RequestTarget.Of(new Uri(uri)))
        {
            Content = body is null ? (ReadOnlyMemory<byte>?)null : Encoding.UTF8.GetBytes(body),
        };

    private static string Signature(OutgoingRequest signed) =>
        signed.Headers.Single(header => header.Key == "Authorization").Value.Split("Signature=")[1];

    private static string Sha256(ReadOnlyMemory<byte> bytes) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes.Span));

    private static void InCulture(string name, Action test)
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(name);
        try
        {
            test();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }

    public sealed record SigningExample
    {
        internal SigningExample(
            string name, OutgoingRequest request, HuaweiKeys keys, DateTimeOffset time, string signedHeaders, string canonicalHash, string signature)
        {
            (Name, Request, Keys, Time) = (name, request, keys, time);
            (SignedHeaders, CanonicalHash, Signature) = (signedHeaders, canonicalHash, signature);
        }

        public string Name { get; }

        internal OutgoingRequest Request { get; }

        internal HuaweiKeys Keys { get; }

        internal DateTimeOffset Time { get; }

        internal string SignedHeaders { get; }

        internal string CanonicalHash { get; }

        internal string Signature { get; }
    }
}
