using CloudUpdate.Protocol.Rpc;
using CloudUpdate.TestKit.Providers;
using CloudUpdate.TestKit.Time;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using static CloudUpdate.Provider.Tests.Rpc.Conformance.Bags;

namespace CloudUpdate.Provider.Tests.Processes;

/// <summary>A process that serves one run after another.</summary>
internal sealed class MemoryTests
{
    private const int MostRuns = 20;

    private static readonly Method<byte[], byte[]> s_rawCheck = new(
        MethodType.Unary, "pulumirpc.ResourceProvider", "Check", Marshallers.Create(bytes => bytes, bytes => bytes), Marshallers.Create(bytes => bytes, bytes => bytes));

    [Test]
    public async Task Memory_OfRunAfterRun_DoesNotGrow()
    {
        await using var plugin = await RunningPlugin.StartTestPluginAsync();
        var used = new List<double>();

        while (used.Count < MostRuns && !HasSettled(used))
        {
            used.Add(await RunAsync(plugin));
        }

        Assert.That(HasSettled(used), Is.True, string.Join(", ", used));
    }

    // Pools fill for as long as more calls than before happen to meet, so how many runs that takes depends on the machine. What one run sends is
    // 40 MB: if a tenth of it were kept, every three runs would add 12 MB.
    private static bool HasSettled(List<double> used) => used.Count >= 4 && used[^1] - used[^4] < 4e6;

    private static async Task<double> RunAsync(RunningPlugin plugin)
    {
        var client = plugin.Connect(out var channel);
        using var connection = channel;
        await client.HandshakeAsync(new ProviderHandshakeRequest()).OrTimeout();
        await client.ConfigureAsync(new ConfigureRequest { Args = new Struct() }).OrTimeout();
        await Task.WhenAll(Enumerable.Range(0, 200).Select(number => client.CreateAsync(new CreateRequest
        {
            Urn = UrnOf($"thing{number}"),
            Properties = Of(("text", Text(new string('x', 200_000))), ("secret", Secret(Text($"secret of {number}")))),
        }).OrTimeout()));
        await Task.WhenAll(Enumerable.Range(0, 200).Select(number => channel.CreateCallInvoker()
            .AsyncUnaryCall(s_rawCheck, null, default, [0x0A, 0x7F, (byte)number]).FailureAsync()));
        await Task.WhenAll(Enumerable.Range(0, 200).Select(number => client.CheckAsync(new CheckRequest { Urn = $"no URN {number}" }).FailureAsync()));
        var measured = await client.CreateAsync(new CreateRequest { Urn = UrnOf(TestPlugin.Measures) }).OrTimeout();
        await client.CancelAsync(new Empty()).OrTimeout();
        return measured.Properties.Fields["bytes"].NumberValue;
    }

    private static string UrnOf(string name) => $"urn:pulumi:dev::shop::{TypeToken}::{name}";
}
