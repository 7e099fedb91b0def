using CloudUpdate.Emulator.Tests.Support;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.Tests.Authentication;

/// <summary>Whole signed requests, worked out by hand, sent over HTTP as they stand.</summary>
internal sealed class WorkedExampleTests : EmulatorTest
{
    private const string AccessKey = "EXAMPLEACCESSKEY0001";
    private const string Project = "0a1b2c3d4e5f60718293a4b5c6d7e8f9";
    private const string GaProject = "1f2e3d4c5b6a79880a9b8c7d6e5f4a3b";
    private const string Domain = "f9e8d7c6b5a4039281706f5e4d3c2b1a";
    private const string Temporary = "gQpjbi1ub3J0aC00EXAMPLE+token/value==";
    private const string Local = "127.0.0.1:8443";
    private const string Event = $"/v1/{Project}/csms/events/rotation-alerts";

    private static IEnumerable<Example> Examples()
    {
        const string Signed = "host;x-project-id;x-sdk-date";
        yield return new(
            "A", "PUT", "eg.cn-north-4.myhuaweicloud.com", $"/v1/{Project}/eventrouter/clusters/7d4c1f0e-5b0a-4a3e-9c55-2f1d7c0e8a11", "20260115T083000Z", Signed,
            "1c1665c21ce2817687a897f4492392c66ce21b60182a20790185b0ab52107da8", Project,
            """{"name":"orders-stream","description":"Moves order events","public_access_enabled":false}""");
        yield return new(
            "B", "GET", "ga.myhuaweicloud.com", "/v1/endpoint-groups?page_reverse=false&name=edge%20group%2F1&limit=20", "20260115T083001Z",
            Signed + ";x-security-token", "7b554dd3bfce9acb902fc519d038600ab346cb50b24dcbcdf8bee804737a4c46", GaProject, SecurityToken: Temporary);
        yield return new(
            "C", "POST", "css.cn-north-4.myhuaweicloud.com", $"/v1.0/{Project}/clusters/4a7c3f52-0d39-4d0e-9a3e-6c2b1f90d7aa/vpcepservice/connections",
            "20260115T083002Z", Signed, "fce966b305494e358fc3b7c7b933b8d57ab3e89b021abe2adc00aa281d0e09f3", Project,
            """{"action":"receive","endpoint_id_list":["5c1f8d0a-2b47-4a55-8f3c-9d0e6b7a1c21","e02b9a64-71d3-4c0e-b6f2-3a58c4d91f07"]}""");
        yield return new(
            "D", "GET", "iam.cn-north-4.myhuaweicloud.com", "/v3/projects?name=cn-north-4", "20260115T083003Z", "host;x-sdk-date",
            "e73a470de8e4311b1dab98382ab7d6c1d2a963c1fd5db92f7003b1057f3c7bd7");
        yield return new(
            "D2", "GET", "iam.myhuaweicloud.com", $"/v3/projects?name=cn-north-4&domain_id={Domain}", "20260115T083003Z", "host;x-domain-id;x-sdk-date",
            "74ee8732382b324627e8f8657564aa0842e9df3e07b6555e6ef794553f692dcd", DomainId: Domain);
        yield return new(
            "E", "PUT", Local, Event, "20260115T083004Z", Signed, "c0f175ccc6100226a28788de8e52cbc768506f9c8f03651e56c9aad2c1e2170e", Project,
            """{"state":"DISABLED"}""");
        yield return new(
            "E without port", "PUT", Local, Event, "20260115T083004Z", Signed, "774eb2b8d81c5351d566d844352903e7c71f0d7529b8623fd3004db569f5c922", Project,
            """{"state":"DISABLED"}""");
        yield return new(
            "E with line feed", "PUT", Local, Event, "20260115T083004Z", Signed, "046b0ef098147b049d6cac2082ea6392012dd2ad143aaf2abfea084d3272ca80", Project,
            "{\"state\":\"DISABLED\"}\n");
    }

    protected override EmulatorOptions Options => base.Options with { Seed = Seed };

    private static EmulatorSeed Seed => EmulatorSeed.Empty
        .With(ObjectKinds.IamDomain, Domain, new JObject { ["name"] = "example-account" })
        .With(ObjectKinds.IamProject, Project, new JObject { ["name"] = "cn-north-4", ["domain_id"] = Domain })
        .With(ObjectKinds.IamProject, GaProject, new JObject { ["name"] = "cn-east-3", ["domain_id"] = Domain })
        .With(ObjectKinds.IamAccessKey, AccessKey, new JObject { ["secret"] = "example-secret-key-for-tests-only-000001", ["domain_id"] = Domain })
        .With(ObjectKinds.EventGridCluster, $"{Project}/7d4c1f0e-5b0a-4a3e-9c55-2f1d7c0e8a11", [])
        .With(ObjectKinds.CsmsEvent, $"{Project}/rotation-alerts", [])
        .With(ObjectKinds.CssCluster, $"{Project}/4a7c3f52-0d39-4d0e-9a3e-6c2b1f90d7aa", [])
        .With(ObjectKinds.CssConnection, $"{Project}/4a7c3f52-0d39-4d0e-9a3e-6c2b1f90d7aa/5c1f8d0a-2b47-4a55-8f3c-9d0e6b7a1c21", [])
        .With(ObjectKinds.CssConnection, $"{Project}/4a7c3f52-0d39-4d0e-9a3e-6c2b1f90d7aa/e02b9a64-71d3-4c0e-b6f2-3a58c4d91f07", []);

    [TestCaseSource(nameof(Examples))]
    public async Task Example_AsItStands_IsAccepted(Example example)
    {
        Prepare(example);

        var answer = await SendAsync(example);

        Assert.That(answer.Status, Is.EqualTo(200), answer.Text);
    }

    [TestCaseSource(nameof(Examples))]
    public async Task Example_WithOneBitChanged_IsRefusedAsTheGatewayDoes(Example example)
    {
        Prepare(example);
        foreach (var (what, changed) in Changes(example))
        {
            var answer = await SendAsync(changed);
            Assert.That(answer.Status, Is.EqualTo(401), what);
            Assert.That((string?)answer.Json["error_code"], Is.EqualTo("APIGW.0301"), what);
            Assert.That(
                (string?)answer.Json["error_msg"], Is.EqualTo("Incorrect IAM authentication information: verify aksk signature fail, signature mismatch"), what);

            // A good one in between, or the access key would be locked.
            Assert.That((await SendAsync(example)).Status, Is.EqualTo(200));
        }
    }

    private static IEnumerable<(string What, Example Changed)> Changes(Example example)
    {
        yield return ("signature", example with { Signature = FlipFirst(example.Signature) });
        yield return ("date", example with { Date = example.Date.Replace("20260115T0830", "20260115T0831") });
        yield return ("host", example with { Host = FlipFirst(example.Host) });
        yield return ("path", example with { Target = Flip(example.Target, 22) });
        if (example.Body is { } body)
        {
            yield return ("first byte of the body", example with { Body = Flip(body, 0) });
            yield return ("last byte of the body", example with { Body = Flip(body, body.Length - 1) });
        }

        if (example.ProjectId is { } project)
        {
            yield return ("project", example with { ProjectId = FlipFirst(project) });
        }

        if (example.DomainId is { } domain)
        {
            yield return ("domain", example with { DomainId = FlipFirst(domain) });
        }

        if (example.SecurityToken is { } token)
        {
            yield return ("security token", example with { SecurityToken = FlipFirst(token) });
        }
    }

    private static string FlipFirst(string text) => Flip(text, 0);

    private static string Flip(string text, int index) => text[..index] + (char)(text[index] ^ 1) + text[(index + 1)..];

    private void Prepare(Example example)
    {
        if (example.SecurityToken is not null)
        {
            Server.Objects.Change(ObjectKinds.IamAccessKey, AccessKey, new JObject { ["securitytoken"] = Temporary });
        }
    }

    private Task<Answer> SendAsync(Example example) => Client.SendAsync(example.Method, example.Target, example.Body, request =>
    {
        request.Headers.Host = example.Host;
        request.Headers.TryAddWithoutValidation("X-Sdk-Date", example.Date);
        foreach (var (name, value) in new[]
        {
            ("X-Project-Id", example.ProjectId), ("X-Domain-Id", example.DomainId), ("X-Security-Token", example.SecurityToken),
        })
        {
            if (value is not null)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }

        request.Headers.TryAddWithoutValidation(
            "Authorization", $"SDK-HMAC-SHA256 Access={AccessKey}, SignedHeaders={example.Signed}, Signature={example.Signature}");
    });

    internal sealed record Example(
        string Name,
        string Method,
        string Host,
        string Target,
        string Date,
        string Signed,
        string Signature,
        string? ProjectId = null,
        string? Body = null,
        string? DomainId = null,
        string? SecurityToken = null)
    {
        public override string ToString() => Name;
    }
}
