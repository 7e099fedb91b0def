using System.Text;
using CloudUpdate.Provider.Clouds;
using CloudUpdate.Provider.Clouds.Http;
using CloudUpdate.Provider.Clouds.Huawei;
using CloudUpdate.Provider.Clouds.MongoDbAtlas;

namespace CloudUpdate.Provider.Tests.Clouds.Http;

/// <summary>Every form of error that the clouds document, and what each means.</summary>
internal sealed class ErrorFieldsTests
{
    private const string Scram = "Incorrect IAM authentication information: decrypt token fail";

    [TestCase("eg", 401, """{"error_code":"APIGW.0301","error_msg":"Incorrect IAM authentication information: decrypt token fail","request_id":"r1"}""",
        CloudErrorKind.Denied, "APIGW.0301", Scram)]
    [TestCase("eg", 429, """{"error_code":"APIGW.0308","error_msg":"over ratelimit"}""", CloudErrorKind.Throttled, "APIGW.0308", "over ratelimit")]
    [TestCase("eg", 404, """{"error_code":"APIGW.0101","error_msg":"The API does not exist"}""", CloudErrorKind.UnexpectedAnswer, "APIGW.0101",
        "The API does not exist", Description = "a wrong path is not a missing object")]
    [TestCase("eg", 400, """{"error_code":"EG.00513000","error_msg":"Invalid parameters: name","error_detail":"-orders"}""",
        CloudErrorKind.InvalidInput, "EG.00513000", "Invalid parameters: name; -orders")]
    [TestCase("eg", 400, """{"error_code":"EG.00513001","error_msg":"The resource name already exists."}""", CloudErrorKind.Conflict, "EG.00513001",
        "The resource name already exists.")]
    [TestCase("eg", 404, """{"error_code":"EG.00014040","error_msg":"Not request resource found"}""", CloudErrorKind.NotFound, "EG.00014040",
        "Not request resource found")]
    [TestCase("eg", 403, """{"error_code":"EG.00014030","error_msg":"No permissions"}""", CloudErrorKind.Denied, "EG.00014030", "No permissions")]
    [TestCase("eg", 403, """{"error_code":"EG.00514004","error_msg":"cannot be modified"}""", CloudErrorKind.Conflict, "EG.00514004", "cannot be modified")]
    [TestCase("eg", 500, """{"error_code":"EG.00015000","error_msg":"Internal Server Error"}""", CloudErrorKind.Unavailable, "EG.00015000",
        "Internal Server Error")]
    [TestCase("ga", 409, """{"error_code":"GA.EMU409","error_msg":"in use","request_id":"r1"}""", CloudErrorKind.Conflict, "GA.EMU409", "in use")]
    [TestCase("kms", 404, """{"error":{"error_code":"CSMS.0005","error_msg":"The resource does not exist."}}""", CloudErrorKind.NotFound, "CSMS.0005",
        "The resource does not exist.")]
    [TestCase("kms", 400, """{"error":{"error_code":"CSMS.0005","error_msg":"The resource does not exist."}}""", CloudErrorKind.NotFound, "CSMS.0005",
        "The resource does not exist.", Description = "the error table says 400")]
    [TestCase("kms", 400, """{"error":{"error_code":"CSMS.0002","error_msg":"invalid"}}""", CloudErrorKind.InvalidInput, "CSMS.0002", "invalid")]
    [TestCase("kms", 504, """{"error":{}}""", CloudErrorKind.Unavailable, null, "{\"error\":{}}", Description = "inner fields are not promised")]
    [TestCase("css", 202, """{"errCode":"CSS.0011","externalMessage":"busy"}""", CloudErrorKind.Conflict, "CSS.0011", "busy",
        Description = "an error inside a success")]
    [TestCase("css", 200, """{"errCode":"CSS.0001","externalMessage":"odd"}""", CloudErrorKind.UnexpectedAnswer, "CSS.0001", "odd")]
    [TestCase("css", 400, """{"errCode":"CSS.0045","externalMessage":"token"}""", CloudErrorKind.Denied, "CSS.0045", "token")]
    [TestCase("css", 400, """{"errCode":"CSS.0047","externalMessage":"deleted"}""", CloudErrorKind.NotFound, "CSS.0047", "deleted")]
    [TestCase("css", 403, """{"errCode":"CSS.0015","externalMessage":"not found or denied"}""", CloudErrorKind.Denied, "CSS.0015", "not found or denied")]
    [TestCase("css", 400, """{"errCode":"CSS.5090","externalMessage":"busy"}""", CloudErrorKind.Conflict, "CSS.5090", "busy")]
    [TestCase("css", 400, """{"errCode":"CSS.5182","externalMessage":"not enabled"}""", CloudErrorKind.InvalidInput, "CSS.5182", "not enabled")]
    [TestCase("css", 415, """{"errCode":"CSS.0004","externalMessage":"invalid operation"}""", CloudErrorKind.InvalidInput, "CSS.0004", "invalid operation")]
    [TestCase("css", 412, "", CloudErrorKind.Conflict, null, null, Description = "the seed's 412 has no code")]
    [TestCase("iam", 401, """{"error":{"code":401,"message":"wrong password","title":"Unauthorized"}}""", CloudErrorKind.Denied, "401", "wrong password",
        Description = "an integer code")]
    [TestCase("iam", 403, """{"error_code":"IAM.0002","error_msg":"no"}""", CloudErrorKind.Denied, "IAM.0002", "no")]
    [TestCase("eg", 400, """{"code":"X","message":"flat"}""", CloudErrorKind.InvalidInput, "X", "flat")]
    [TestCase("eg", 404, "<html><title>404</title><body>no such page</body></html>", CloudErrorKind.UnexpectedAnswer, null, "the answer is not JSON: 404 no such page",
        Description = "a proxy's page is not a missing object")]
    [TestCase("eg", 418, "{}", CloudErrorKind.UnexpectedAnswer, null, "{}")]
    [TestCase("eg", 501, "{}", CloudErrorKind.UnexpectedAnswer, null, "{}")]
    [TestCase("atlas", 404, """{"detail":"gone","error":404,"errorCode":"STREAM_CONNECTION_NOT_FOUND_FOR_NAME","parameters":["a"],"reason":"Not Found"}""",
        CloudErrorKind.NotFound, "STREAM_CONNECTION_NOT_FOUND_FOR_NAME", "gone")]
    [TestCase("atlas", 400,
        """{"badRequestDetail":{"fields":[{"description":"must be one of A, B","field":"x.y"}]},"detail":"Invalid.","error":400,"errorCode":"VALIDATION_ERROR"}""",
        CloudErrorKind.InvalidInput, "VALIDATION_ERROR", "Invalid.; x.y: must be one of A, B")]
    [TestCase("atlas", 401, """{ "error" : 401, "reason" : "Unauthorized", "detail" : "You are not authorized for this resource.", "errorCode" : "UNEXPECTED_ERROR" }""",
        CloudErrorKind.Denied, "UNEXPECTED_ERROR", "You are not authorized for this resource.")]
    [TestCase("atlas", 401, """{"error":"invalid_client","error_description":"bad secret"}""", CloudErrorKind.Denied, "invalid_client", "bad secret",
        Description = "the token endpoint")]
    [TestCase("atlas", 402, """{"error":402,"errorCode":"NO_PAYMENT_INFORMATION_FOUND","detail":"pay"}""", CloudErrorKind.Denied,
        "NO_PAYMENT_INFORMATION_FOUND", "pay")]
    [TestCase("atlas", 410, """{"error":410,"errorCode":"VERSION_GONE","detail":"old"}""", CloudErrorKind.UnexpectedAnswer, "VERSION_GONE", "old")]
    [TestCase("atlas", 409, """{"error":409,"errorCode":"STREAM_CONNECTION_NAME_ALREADY_EXISTS","detail":"exists"}""", CloudErrorKind.Conflict,
        "STREAM_CONNECTION_NAME_ALREADY_EXISTS", "exists")]
    [TestCase("atlas", 404, "", CloudErrorKind.UnexpectedAnswer, null, null, Description = "not written by Atlas")]
    [TestCase("atlas", 503, "upstream down", CloudErrorKind.Unavailable, null, "the answer is not JSON: upstream down")]
    [TestCase("atlas", 200, "{\"name\":", CloudErrorKind.UnexpectedAnswer, null, "the answer is not JSON: {\"name\":", Description = "truncated")]
    public void Read_DocumentedError_HasKindCodeAndWords(string service, int status, string body, CloudErrorKind kind, string? code, string? words)
    {
        var error = Read(service, status, body).Error;

        Assert.That((error?.Kind, error?.Code, error?.CloudMessage, error?.Status), Is.EqualTo(((CloudErrorKind?)kind, code, words, (int?)status)));
    }

    [TestCase("eg", 200, """{"cluster_id":"c","err_code":null,"err_message":null}""")]
    [TestCase("eg", 200, """{"cluster_id":"c","status":"ERROR","err_code":"E","err_message":"m"}""", Description = "a failed cluster, well read")]
    [TestCase("ga", 204, "")]
    [TestCase("css", 200, "{}")]
    [TestCase("css", 200, "")]
    [TestCase("css", 200, "\uFEFF{}")]
    [TestCase("atlas", 202, "{}")]
    public void Read_Success_IsAResponse(string service, int status, string body) =>
        Assert.That(Read(service, status, body).Response?.Status, Is.EqualTo(status));

    [TestCase("eg", "<html>no such page</html>")]
    [TestCase("eg", """{"error_code":"APIGW.0101","error_msg":"The API does not exist"}""")]
    [TestCase("atlas", "{}")]
    public void Read_ForeignNotFound_IsNeverTheExpectedAnswer(string service, string body) =>
        Assert.That(
            Read(Request(service) with { ExpectedStatuses = new HashSet<int> { 200, 404 } }, 404, body).Error?.Kind,
            Is.EqualTo(CloudErrorKind.UnexpectedAnswer));

    [Test]
    public void Read_RequestId_ComesFromHeaderThenBody()
    {
        var fromHeader = Read("ga", 409, """{"error_code":"x","request_id":"body"}""", ("X-Request-Id", "header"));
        var fromIam = Read("iam", 401, "{}", ("X-IAM-Trace-Id", "trace"));
        var fromBody = Read("ga", 200, """{"endpoint_group":{},"request_id":"body"}""");

        Assert.That((fromHeader.Error!.RequestId, fromIam.Error!.RequestId, fromBody.Response!.RequestId), Is.EqualTo(("header", "trace", "body")));
    }

    [Test]
    public void Read_EmptyNotFoundWithRequestId_IsTheCloudsOwn() =>
        Assert.That(Read("ga", 404, "", ("X-Request-Id", "r")).Error!.Kind, Is.EqualTo(CloudErrorKind.NotFound));

    [Test]
    public void Read_LongPage_BecomesAShortReadableExcerpt()
    {
        var page = "<!DOCTYPE html><html><head><title>502 Bad Gateway</title><style>body{}</style></head><!-- x --><body>\r\n<script>var a=1;</script><h1>Oops</h1>"
            + string.Concat(Enumerable.Repeat("<p>words &amp; words</p>\n", 100)) + "</body></html>";

        var words = Read("eg", 502, page).Error!.CloudMessage!;

        Assert.That(words, Does.StartWith("the answer is not JSON: 502 Bad Gateway Oops words & words words").And.EndWith("…"));
        Assert.That(words, Has.Length.LessThan(240).And.Not.Contain("<").And.Not.Contain("var a"));
    }

    [Test]
    public void Read_ErrorThatRepeatsASecret_MasksIt()
    {
        var request = Request("atlas") with { Body = new Newtonsoft.Json.Linq.JObject { ["password"] = "hunter-two-99" }, Secrets = ["tenant-key"] };

        var error = Read(request, 400, """{"errorCode":"X","detail":"hunter-two-99 and tenant-key are too short"}""").Error!;

        Assert.That(new CloudException(error).ToString(), Does.Contain("*** and *** are too short").And.Not.Contain("hunter"));
    }

    [Test]
    public void Read_HalfAnAnswerWithSecretMembers_ShowsNoneOfThem()
    {
        const string Half = """
            {"name":"kafka","headers":{"Authorization":"Bearer of-a-hook"},"password":"quoted \"secret\" value","note":"quoted \"secret\" value","sslKey":"cut \"of
            """;

        Assert.That(Read("atlas", 200, Half).Error!.CloudMessage, Is.EqualTo(
            """the answer is not JSON: {"name":"kafka","headers":{"Authorization":"***"},"password":"***","note":"***","sslKey":"""));
    }

    [TestCase("")]
    [TestCase("{")]
    [TestCase("{]")]
    [TestCase("{\"a\"")]
    [TestCase("{\"a\":[1,{\"b\":tru")]
    [TestCase("{} {}")]
    [TestCase("\"")]
    [TestCase("}")]
    public void Beginning_OfAnything_NeverFails(string body) => Assert.DoesNotThrow(() => JsonAnswer.Beginning(Encoding.UTF8.GetBytes(body)));

    [Test]
    public void CloudException_Message_NamesEverythingSupportAsksFor()
    {
        var error = new CloudError(CloudErrorKind.Conflict, "eg", "UpdateEventStreamCluster")
        {
            Status = 400,
            Code = "EG.00513001",
            CloudMessage = "The resource name already exists.",
            RequestId = "r-1",
            Attempts = 2,
        };

        Assert.That(new CloudException(error).Message, Is.EqualTo(
            "eg UpdateEventStreamCluster: conflict, status 400, code EG.00513001, request id r-1: The resource name already exists. (after 2 attempts)"));
    }

    private static CloudRequest Request(string service) =>
        new() { Service = service, Operation = "Op", Method = HttpMethod.Put, PathTemplate = "/x" };

    private static Attempt Read(string service, int status, string body, params (string Name, string Value)[] headers) =>
        Read(Request(service), status, body, headers);

    private static Attempt Read(CloudRequest request, int status, string body, params (string Name, string Value)[] headers)
    {
        IAnswerRules rules = request.Service == "atlas" ? new AtlasAnswerRules() : new HuaweiAnswerRules();
        var outgoing = new OutgoingRequest(request.Method, RequestTarget.For(new Uri("https://h.example"), request));
        var progress = new CallProgress(request, false, default, default, new KnownSecrets());
        var answer = new RawAnswer(
            status, headers.ToDictionary(header => header.Name, header => header.Value, StringComparer.OrdinalIgnoreCase), Encoding.UTF8.GetBytes(body));
        return new AttemptReader(TimeProvider.System).Read(progress, new PipelineCall(request, outgoing, new FixedHeaders(), rules), answer, out _);
    }
}
