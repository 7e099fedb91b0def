using System.Collections;
using System.Globalization;
using CloudUpdate.Protocol.Rpc;
using Grpc.Net.Client;
using Newtonsoft.Json.Linq;
using Pulumi.Engine.Backend;
using Pulumi.Engine.Config;
using Pulumi.Engine.Programs;
using Pulumi.Engine.Tests.Framework;

namespace Pulumi.Engine.Tests.Processes;

/// <summary>A program as a process: registers two resources, then does what it is told.</summary>
internal static class ProgramProcess
{
    public const string Behaviour = "ENGINE_TEST_PROGRAM";
    public const string WriteEnvironment = "environment:";
    public const string Exit = "exit:";
    public const string Reported = "reported";
    public const string Print = "print";

    public static async Task<int> RunAsync()
    {
        var behaviour = Environment.GetEnvironmentVariable(Behaviour) ?? string.Empty;
        if (behaviour.StartsWith(WriteEnvironment, StringComparison.Ordinal))
        {
            var variables = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(entry => new JProperty((string)entry.Key, (string?)entry.Value));
            await File.WriteAllTextAsync(
                behaviour[WriteEnvironment.Length..], new JObject(variables) { ["directory"] = Directory.GetCurrentDirectory() }.ToString());
        }

        var program = new TestProgram(new TestResource("a").With("size", 1), new TestResource("b") { DependsOn = ["a"] }.With("size", 1))
        {
            SignalsShutdown = behaviour.Length == 0,
        };
        var result = await program.RunAsync(Run(), CancellationToken.None);
        return behaviour switch
        {
            Reported => await ReportAsync("it exploded"),
            Print => PrintLines(),
            _ when behaviour.StartsWith(Exit, StringComparison.Ordinal) => int.Parse(behaviour[Exit.Length..], CultureInfo.InvariantCulture),
            _ => result.Succeeded ? 0 : 32,
        };
    }

    private static ProgramRun Run() => new()
    {
        MonitorAddress = Required("PULUMI_MONITOR"),
        EngineAddress = Required("PULUMI_ENGINE"),
        Stack = new StackReference(Required("PULUMI_PROJECT"), Required("PULUMI_STACK")),
        Configuration = StackConfiguration.Empty,
        DryRun = bool.Parse(Required("PULUMI_DRY_RUN")),
        Parallel = int.Parse(Required("PULUMI_PARALLEL"), CultureInfo.InvariantCulture),
        OnOutput = (_, _) => { },
    };

    private static async Task<int> ReportAsync(string message)
    {
        using var channel = GrpcChannel.ForAddress($"http://{Required("PULUMI_ENGINE")}");
        await new CloudUpdate.Protocol.Rpc.Engine.EngineClient(channel).LogAsync(new LogRequest { Severity = LogSeverity.Error, Message = message });
        return 32;
    }

    private static int PrintLines()
    {
        Console.WriteLine("said on standard output");
        Console.Error.WriteLine("said on standard error");
        return 0;
    }

    private static string Required(string name) => Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"{name} is not set");
}
