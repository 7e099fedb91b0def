using System.Text;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.Tests.Robustness;

/// <summary>Draws requests each of which has at least one thing wrong that must be answered with a 4xx.</summary>
internal sealed class GarbageGenerator(int seed)
{
    private const string P = DemoCredentials.ProjectId;
    private const string Atlas = $"/api/atlas/v2/groups/{DemoCredentials.AtlasGroupId}/streams/{DemoCredentials.AtlasWorkspace}/connections";
    private const string Css = $"/v1.0/{P}/clusters/4f3deec3-efa8-4598-bf91-560aad1377a3/vpcepservice";

    /// <summary>Every operation that takes a body, with a body that would be right.</summary>
    private static readonly (string Method, string Path, string Body)[] Writes =
    [
        ("PUT", $"/v1/{P}/eventrouter/clusters/fac59513-6c18-4266-bc81-5d412dfc1925", """{"name":"n","description":"d","public_access_enabled":true,"nat_id":"n","eip_id":"e"}"""),
        ("POST", $"/v1/{P}/eventrouter/clusters", """{"name":"n","source_type":"K","sink_type":"K","vpc_id":"v","subnet_id":"s","flavor":"small","public_access_enabled":false}"""),
        ("PUT", "/v1/endpoint-groups/3a9f50bb-f041-4eac-a117-82472d8a0007", """{"endpoint_group":{"name":"n","description":"d","traffic_dial_percentage":5}}"""),
        ("POST", "/v1/endpoint-groups", """{"endpoint_group":{"name":"n","region_id":"cn-south-1","listeners":[{"id":"1b11747a-b139-492f-9692-2df0b1c87193"}]}}"""),
        ("POST", "/v1/listeners", """{"listener":{"name":"n","protocol":"TCP","port_ranges":[{"from_port":1,"to_port":2}],"accelerator_id":"6f0b2b9e-8a55-4d0e-9d4e-2b7a6c1f3e58"}}"""),
        ("POST", "/v1/health-checks", """{"health_check":{"endpoint_group_id":"3a9f50bb-f041-4eac-a117-82472d8a0007","protocol":"TCP","port":1,"interval":2,"timeout":1,"max_retries":1,"enabled":true}}"""),
        ("PUT", $"/v1/{P}/csms/events/event-test", """{"state":"ENABLED","event_types":["SECRET_ROTATED"],"notification":{"target_type":"SMN","target_id":"x","target_name":"y"}}"""),
        ("POST", $"/v1/{P}/csms/events", """{"name":"n","state":"ENABLED","event_types":["SECRET_ROTATED"],"notification":{"target_type":"SMN","target_id":"x","target_name":"y"}}"""),
        ("POST", Css + "/connections", """{"action":"receive","endpoint_id_list":["f132bb14-e1d5-4f25-9f7c-a29e4c8effd4"]}"""),
        ("POST", Css + "/permissions", """{"vpc_permissions":["a"]}"""),
        ("PATCH", Atlas + "/orders-kafka", """{"type":"Kafka","bootstrapServers":"b","authentication":{"mechanism":"x","username":"u"},"security":{"protocol":"p"},"config":{"a":"b"}}"""),
        ("PATCH", Atlas + "/orders-https", """{"type":"Https","url":"u","headers":{"a":"b"}}"""),
        ("POST", Atlas, """{"name":"n","type":"S3","aws":{"roleArn":"r"},"networking":{"access":{"type":"PUBLIC"}}}"""),
        ("POST", "/v3/auth/tokens", """{"auth":{"identity":{"methods":["password"],"password":{"user":{"name":"emulator-user","password":"emulator-password","domain":{"name":"emulator-account"}}}}}}"""),
        ("POST", "/v3.0/OS-CREDENTIAL/securitytokens", """{"auth":{"identity":{"methods":["token"],"token":{"duration_seconds":900}}}}"""),
    ];

    private static readonly string[] Reads =
    [
        $"/v1/{P}/eventrouter/clusters", "/v1/endpoint-groups", $"/v1/{P}/csms/events", Css + "/connections", Atlas, "/v3/projects",
    ];

    private readonly Random _random = new(seed);

    public GarbageRequest Next()
    {
        var (method, path, body) = Pick(Writes);
        return _random.Next(12) switch
        {
            0 => new(Pick("FOO", "OPTIONS", "PROPFIND", "TRACE", "X-" + Word()), path, Bytes(body), Good(path)),
            1 => new(method, RandomPath(), Bytes(body), Good(path)),
            2 => new(method, path + Pick("/", "/x", "//", "%2F", "%00", "/" + Word()), Bytes(body), Good(path)),
            3 => new(method, Damage(path), Bytes(body), Good(path)),
            4 => new(method, path, RandomBytes(), Good(path)),
            5 => new(method, path, Bytes(body[.._random.Next(1, body.Length)]), Good(path)),
            6 => new(method, path, Bytes(WrongType(body)), Good(path)),
            7 => new(method, path, Bytes(Pick("[]", "null", "1", "\"x\"", "true", "{\"a\":1}x", "{'a':1}", "{a:1}", "{\"a\":NaN}", "// c\n{}", Nested())), Good(path)),
            8 => new(method, path, Bytes(body), [.. Good(path).Where(header => header.Name != "Content-Type"), ("Content-Type", Pick("text/plain", "text/html; q=1", "application/x", "*", "json"))]),
            9 when !IsOpen(path) => new(method, path, Bytes(body), BadCredentials(path)),
            10 => new("GET", $"{Pick(Reads)}?{Pick("limit", "offset", "itemsPerPage", "pageNum", "per_page")}={Pick("x", "-1", "1e3", "99999999999999999999", "%00", "")}", [], BadCredentials(path)),
            _ => new(Pick("GET", "DELETE"), path + Word(), [], Good(path)),
        };
    }

    /// <summary>True for the operations that take their credentials from the body.</summary>
    private static bool IsOpen(string path) => path == "/v3/auth/tokens";

    private static List<(string Name, string Value)> Good(string path)
    {
        var headers = new List<(string, string)> { ("Content-Type", "application/json") };
        if (path.StartsWith("/api/", StringComparison.Ordinal))
        {
            headers.Add(("Authorization", $"Bearer {DemoCredentials.AtlasAccessToken}"));
            headers.Add(("Accept", "application/vnd.atlas.2024-08-05+json"));
        }
        else
        {
            headers.Add(("X-Auth-Token", DemoCredentials.AuthToken));
        }

        return headers;
    }

    private List<(string Name, string Value)> BadCredentials(string path)
    {
        var name = Pick("Authorization", "X-Auth-Token", "X-Other");
        var signature = $"SDK-HMAC-SHA256 Access={Pick(DemoCredentials.AccessKey, Word(), "")}, SignedHeaders={Pick("host;x-sdk-date", "", ";;", Word())}, Signature={Pick(new string('0', 64), Word())}";
        var digest = $"Digest username=\"{DemoCredentials.AtlasPublicKey}\", realm=\"{Word()}\", nonce={Word()}, uri=\"{path}\", response=\"{Word()}\"{Pick("", ",", ", x", "=")}";
        return
        [
            ("Content-Type", "application/json"),
            (name, Pick(signature, digest, "Bearer", "Bearer " + Word(), "Basic " + Word(), "Digest", "Negotiate", Word())),
            ("X-Sdk-Date", Pick("20260115T083000Z", "2026", Word(), "99999999T999999Z")),
        ];
    }

    /// <summary>A path whose ids do not exist or break their rules.</summary>
    private string Damage(string path)
    {
        var segments = path.Split('/');
        var ids = Enumerable.Range(1, segments.Length - 1).Where(i => segments[i].Length >= 20 || segments[i].Any(char.IsDigit) && segments[i].Length > 4).ToList();
        var index = ids.Count == 0 ? segments.Length - 1 : ids[_random.Next(ids.Count)];
        segments[index] = Pick(Word(), "%FF%FE", "..%2F..", new string('a', 300), "%3Cscript%3E", segments[index] + "x", "%E2%82%AC");
        return string.Join('/', segments);
    }

    /// <summary>A body that would be right but for one member of another type.</summary>
    private string WrongType(string body)
    {
        var root = JObject.Parse(body);
        var members = root.Descendants().OfType<JProperty>().Where(property => property.Name is not ("token" or "duration_seconds")).ToList();
        var member = Pick([.. members]);
        JToken[] values = [5.5, new JArray(new JArray()), new JArray(1, 2), true, "\u0000<>" + new string('x', 70_000)];
        member.Value = Pick([.. values.Where(value => value.Type != member.Value.Type)]);
        return root.ToString();
    }

    private string RandomPath() => "/" + string.Join('/', Enumerable.Range(0, _random.Next(1, 6)).Select(_ => Pick(Word(), "v1", "%", "%zz", "api", "..", "*", "%2e%2e", "~")));

    private byte[] RandomBytes()
    {
        var bytes = new byte[_random.Next(1, 200)];
        _random.NextBytes(bytes);
        bytes[0] = (byte)_random.Next(128, 256);
        return bytes;
    }

    private static string Nested() => string.Concat(Enumerable.Repeat("{\"a\":[", 5000));

    private string Word() => string.Concat(Enumerable.Range(0, _random.Next(1, 24)).Select(_ => (char)('a' + _random.Next(26)))) + "q";

    private T Pick<T>(params T[] choices) => choices[_random.Next(choices.Length)];

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
