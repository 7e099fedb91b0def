using CloudUpdate.Emulator;
using CloudUpdate.Provider.Clouds;
using CloudUpdate.Provider.Clouds.Waiting;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Tests.Clouds.Faults;

/// <summary>Refused credentials and failed objects, with each verb.</summary>
internal sealed class RefusalTests : EmulatorFixture
{
    private static readonly string[] s_verbs = [.. Verbs.All.Where(verb => verb.Value.Service != "atlas").Select(verb => verb.Key)];

    [Test]
    public void SendAsync_RefusedAccessKey_HasOneRequestAndNoRepetition([ValueSource(nameof(s_verbs))] string verb)
    {
        Emulator.Faults.Add(Fault.Answer(401) with { Method = verb });

        var error = Bench.Fail(Verbs.All[verb]);

        Assert.That((error.Kind, error.MayHaveTakenEffect, Journal.Count, Bench.Elapsed), Is.EqualTo((CloudErrorKind.Denied, false, 1, 0.0)));
    }

    [Test]
    public async Task SendAsync_ExpiredTokenThatWeFetched_IsRenewedAndTheCallSentOnceMore([ValueSource(nameof(s_verbs))] string verb)
    {
        Bench.ForgetHuawei();
        Bench.Configuration["huaweiUserName"] = DemoCredentials.UserName;
        Bench.Configuration["huaweiPassword"] = DemoCredentials.Password;
        Bench.Configuration["huaweiDomainName"] = DemoCredentials.DomainName;
        Emulator.Faults.Add(Fault.ExpiredToken() with { Method = verb, Path = "/v1/*", Times = 1 });

        await Bench.SendAsync(Verbs.All[verb]);

        Assert.That(Journal.Select(entry => entry.Status), Is.EqualTo(new[] { 201, 401, 201, Journal[^1].Status }));
        Assert.That((Journal[^1].Status < 300, Journal[1].Operation == Journal[3].Operation, Bench.Elapsed), Is.EqualTo((true, true, 0.0)));
    }

    [Test]
    public async Task WaitAsync_ObjectThatFails_EndsWithTheCloudsReason()
    {
        Emulator.Settings = new EmulatorSettings();
        Emulator.Faults.Add(Fault.FailedState() with { Operation = "eg.updateCluster", Times = 1 });
        const string Id = "fac59513-6c18-4266-bc81-5d412dfc1925";
        var show = new CloudRequest
        {
            Service = "eg",
            Operation = "ShowEventStreamCluster",
            Method = HttpMethod.Get,
            PathTemplate = "/v1/{project_id}/eventrouter/clusters/{cluster_id}",
            PathValues = new Dictionary<string, string> { ["cluster_id"] = Id },
        };
        await Bench.SendAsync(show with
        {
            Operation = "UpdateEventStreamCluster",
            Method = HttpMethod.Put,
            Repeatable = true,
            Body = new JObject { ["name"] = "cluster-ifpcv5u4", ["public_access_enabled"] = true, ["nat_id"] = "n1", ["eip_id"] = "e1" },
        });
        var spec = new WaitSpec
        {
            Service = "eg",
            Operation = "UpdateEventStreamCluster",
            Subject = "cluster orders",
            Done = new HashSet<string> { "RUNNING" },
            Failed = new HashSet<string> { "ERROR", "FAILED" },
            Deadline = CloudBench.Start.AddMinutes(20),
        };

        var error = Assert.ThrowsAsync<CloudException>(() => Bench.Clients.Waiter.WaitAsync(
            spec,
            async token =>
            {
                var seen = await Bench.Clients.SendAsync(show, token);
                return new StateObservation((string)seen.Body!["status"]!)
                {
                    Code = (string?)seen.Body["err_code"],
                    Reason = (string?)seen.Body["err_message"],
                    RequestId = seen.RequestId,
                };
            },
            default))!;

        Assert.That((error.Code, error.RequestId is null), Is.EqualTo(((string?)Cluster(Id)["err_code"], false)));
        Assert.That(error.CloudMessage, Does.StartWith("cluster orders ended in state").And.Contain((string)Cluster(Id)["err_message"]!));
        Assert.That(Bench.Elapsed, Is.EqualTo(1), "two polls");
    }

    private JObject Cluster(string id) => Emulator.Objects.Get(ObjectKinds.EventGridCluster, $"{DemoCredentials.ProjectId}/{id}")!;
}
