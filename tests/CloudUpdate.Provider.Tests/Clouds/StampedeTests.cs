using System.Collections.Concurrent;
using CloudUpdate.Emulator;
using CloudUpdate.Provider.Clouds;
using CloudUpdate.Provider.Clouds.Http;
using CloudUpdate.TestKit.Http;
using CloudUpdate.TestKit.Time;
using Microsoft.AspNetCore.Http;

namespace CloudUpdate.Provider.Tests.Clouds;

/// <summary>Five hundred operations at once through one client.</summary>
internal sealed class StampedeTests
{
    private const int Operations = 500;

    [Test]
    public async Task Operations_FiveHundredAtOnce_ShareOneTokenAndFewSockets()
    {
        var connections = new ConcurrentDictionary<string, bool>();
        var (tokens, calls) = (0, 0);
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            connections[context.Connection.Id] = true;
            context.Response.ContentType = "application/json";
            if (context.Request.Path == "/api/oauth/token")
            {
                Interlocked.Increment(ref tokens);
                await context.Response.WriteAsync("{\"access_token\":\"invented.jwt.value\",\"expires_in\":3600,\"token_type\":\"Bearer\"}");
                return;
            }

            Interlocked.Increment(ref calls);
            await Task.Yield();
            await context.Response.WriteAsync("{}");
        });
        await using var bench = new CloudBench();
        bench.PointAt(server.Address);
        bench.Configuration["atlasClientId"] = "mdb_sa_id_1";
        bench.Configuration["atlasClientSecret"] = "mdb_sa_sk_1";

        await Task.WhenAll(Enumerable.Range(0, Operations).Select(_ => Task.Run(() => bench.SendAsync(Requests.Get("atlas"))))).OrTimeout();

        Assert.That((tokens, calls), Is.EqualTo((1, Operations)), bench.Log.Text);
        Assert.That(connections, Has.Count.LessThanOrEqualTo(new PipelineOptions().MaxConcurrencyPerHost));
    }

    [Test]
    public async Task Operations_FiveHundredAtOnceWithAPassword_LogInOnceAndFindTheProjectOnTheWay()
    {
        await using var bench = new CloudBench();
        await using var emulator = await bench.EmulateAsync();
        bench.ForgetHuawei();
        bench.Configuration["huaweiUserName"] = DemoCredentials.UserName;
        bench.Configuration["huaweiPassword"] = DemoCredentials.Password;
        bench.Configuration["huaweiDomainName"] = DemoCredentials.DomainName;
        bench.Configuration.Remove("huaweiProjectId");

        await Task.WhenAll(Enumerable.Range(0, Operations).Select(_ => Task.Run(() => bench.SendAsync(Requests.ListEvents())))).OrTimeout();

        Assert.That(emulator.Journal.Entries.Count(entry => entry.Cloud == "iam"), Is.EqualTo(1));
        Assert.That(emulator.Journal.Entries, Has.Count.EqualTo(Operations + 1));
    }

    [Test]
    public async Task Operations_WhoseTokenIsRefusedTogether_RenewItOnce()
    {
        await using var bench = new CloudBench();
        await using var emulator = await bench.EmulateAsync();
        await bench.SendAsync(Requests.ListConnections());
        foreach (var token in emulator.Objects.List(ObjectKinds.AtlasToken).Where(token => token.Key != DemoCredentials.AtlasAccessToken))
        {
            emulator.Objects.Remove(ObjectKinds.AtlasToken, token.Key);
        }

        await Task.WhenAll(Enumerable.Range(0, Operations).Select(_ => Task.Run(() => bench.SendAsync(Requests.ListConnections())))).OrTimeout();

        Assert.That(emulator.Journal.Entries.Count(entry => entry.Operation == "atlas.createToken"), Is.EqualTo(2));
    }

    [Test]
    public async Task Operations_CancelledOrFailedTogether_LeaveNoUnobservedException()
    {
        var unobserved = new ConcurrentBag<string>();
        void Note(object? sender, UnobservedTaskExceptionEventArgs args) => unobserved.Add(args.Exception.ToString());
        TaskScheduler.UnobservedTaskException += Note;
        try
        {
            await FailTogetherAsync();
            for (var round = 0; round < 3; round++)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Note;
        }

        Assert.That(unobserved.Where(exception => exception.Contains("CloudUpdate.Provider.Clouds", StringComparison.Ordinal)), Is.Empty);
    }

    /// <summary>Half of the operations are cancelled, also while they wait for a log-in that fails in the end.</summary>
    private static async Task FailTogetherAsync()
    {
        await using var bench = new CloudBench();
        await using var emulator = await bench.EmulateAsync();
        bench.Configuration["maxRetries"] = "1";
        emulator.Faults.Add(Fault.ConnectionReset(FaultPoint.BeforeEffect));
        using var cancel = new CancellationTokenSource();
        var operations = Enumerable.Range(0, Operations).Select(number => Task.Run(async () =>
        {
            try
            {
                await bench.SendAsync(number % 4 < 2 ? Requests.ListConnections() : Requests.ListEvents(), number % 2 == 0 ? cancel.Token : default);
            }
            catch (Exception error) when (error is CloudException or OperationCanceledException)
            {
                return error.GetType();
            }

            return null;
        })).ToList();

        await cancel.CancelAsync();
        var outcomes = await Task.WhenAll(operations).OrTimeout();

        Assert.That(outcomes, Has.None.Null);
    }
}
