using CloudUpdate.Protocol.Rpc;
using CloudUpdate.Provider.Lifecycle;
using CloudUpdate.TestKit.Providers;
using CloudUpdate.TestKit.Time;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using static CloudUpdate.Provider.Tests.Rpc.Conformance.Bags;

namespace CloudUpdate.Provider.Tests.Rpc.Conformance;

/// <summary>Large messages and many calls at once: items 5 and 80 of the provider checklist.</summary>
internal sealed class LoadTests
{
    [Test]
    public async Task Conformance_05_FiftyMegabyteMessages_PassBothWays()
    {
        await using var host = await ProviderHost.StartAsync(environment => new EchoProvider(environment));
        var bag = Of(("text", Text(new string('x', 50 << 20))));

        var answer = await host.Client.CheckAsync(new CheckRequest { Urn = Urn, News = bag }).OrTimeout();

        Assert.That(answer.Inputs.Fields["text"].StringValue, Has.Length.EqualTo(50 << 20));
    }

    [Test]
    public async Task Metadata_OfHalfAMegabyte_IsTaken()
    {
        await using var host = await ProviderHost.StartAsync(environment => new EchoProvider(environment));
        var metadata = new Metadata();
        foreach (var number in Enumerable.Range(0, 200))
        {
            metadata.Add($"baggage-{number}", new string('x', 2000));
        }

        metadata.Add("whole", new string('x', 100_000));
        var answer = await host.Client.CheckAsync(new CheckRequest { Urn = Urn, News = Of(("a", Text("b"))) }, metadata).OrTimeout();

        Assert.That(answer.Inputs.Fields["a"].StringValue, Is.EqualTo("b"));
    }

    [Test]
    public async Task Conformance_80_TwoHundredParallelCalls_GetTheirOwnAnswers()
    {
        var together = new TaskCompletionSource();
        var arrived = 0;
        await using var host = await ProviderHost.StartAsync(environment => new EchoProvider(environment)
        {
            OnCreate = async (call, _) =>
            {
                if (Interlocked.Increment(ref arrived) == 200)
                {
                    together.SetResult();
                }

                await together.Task;
                environment.EngineLog.Log(EngineSeverity.Info, call.Address.Name, call.Address.Urn);
                return new CreateResult($"id-of-{call.Address.Name}", call.Inputs);
            },
            OnDiff = call => new DiffResult(
                DiffResult.None.Differences.Add(call.Address.Name, new PropertyDifference(DiffKind.Update, false, true)), false, []),
        });

        // The creates wait for each other, so that all 200 are in the provider at the same time, and other calls pass beside them.
        var creates = Enumerable.Range(0, 200).Select(number => CreateAsync(host, number)).ToList();
        var diffs = Enumerable.Range(0, 200).Select(number => DiffAsync(host, number)).ToList();
        var created = await Task.WhenAll(creates).OrTimeout();
        var diffed = await Task.WhenAll(diffs).OrTimeout();

        Assert.Multiple(() =>
        {
            Assert.That(created, Has.All.True);
            Assert.That(diffed, Has.All.True);
            Assert.That(host.Engine.Messages.Select(message => message.Urn), Is.Unique.And.Exactly(200).Items);
            Assert.That(host.Engine.Messages, Has.All.Matches<LogRequest>(message => message.Urn.EndsWith($"::{message.Message}", StringComparison.Ordinal)));
        });
    }

    [Test]
    public async Task Conformance_80_CancelAmongManyCalls_IsAnsweredAtOnce()
    {
        var arrived = 0;
        var all = new TaskCompletionSource();
        await using var host = await ProviderHost.StartAsync(environment => new EchoProvider(environment)
        {
            OnUpdate = async (call, token) =>
            {
                if (Interlocked.Increment(ref arrived) == 500)
                {
                    all.SetResult();
                }

                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
                return new UpdateResult(call.News);
            },
        });
        var updates = Enumerable.Range(0, 500).Select(_ => host.Client.UpdateAsync(new UpdateRequest { Urn = Urn, Id = "i" }).FailureAsync()).ToList();
        await all.Task.OrTimeout();

        await host.Client.CancelAsync(new Empty()).OrTimeout();
        var errors = await Task.WhenAll(updates).OrTimeout();

        Assert.That(errors.Select(error => error.StatusCode), Has.All.EqualTo(StatusCode.Cancelled));
    }

    private static async Task<bool> CreateAsync(ProviderHost host, int number)
    {
        var bag = Of(("number", Value.ForNumber(number)), ("secret", Secret(Text($"secret of {number}"))));
        var answer = await host.Client.CreateAsync(new CreateRequest { Urn = $"{Urn}{number}", Properties = bag }).OrTimeout();
        return answer.Id == $"id-of-thing{number}" && answer.Properties.Equals(bag);
    }

    private static async Task<bool> DiffAsync(ProviderHost host, int number)
    {
        var answer = await host.Client.DiffAsync(new DiffRequest { Urn = $"{Urn}{number}", Id = "i" }).OrTimeout();
        return answer.Diffs.Single() == $"thing{number}";
    }
}
