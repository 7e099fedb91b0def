using System.Diagnostics;
using Pulumi.Offline.Tests.Server;

namespace Pulumi.Offline.Tests.Runs;

/// <summary>Programs as processes that the engine starts: environment variables and exit codes.</summary>
internal sealed class ProcessTests : ServerTest
{
    [Test]
    public async Task Process_WithConfigAndProxy_RunsAgainstTheEngineOnLoopback()
    {
        var result = await StartAsync("action", new()
        {
            ["PULUMI_CONFIG"] = """{"other:config:key":"from old form"}""",
            ["HTTP_PROXY"] = "http://192.0.2.1:1",
            ["http_proxy"] = "http://192.0.2.1:1",
        });

        Assert.That(result, Is.EqualTo((0, "")));
        Assert.That(Server.Registration("r").Object.Fields["value"].StringValue, Is.EqualTo("from old form"));
    }

    [Test]
    public async Task Process_WithOutputs_RegistersThem()
    {
        Assert.That(await StartAsync("outputs", new() { ["PULUMI_DRY_RUN"] = "True" }), Is.EqualTo((0, "")));

        Assert.That(Server.Outputs.Single().Outputs.Fields["dry"].BoolValue, Is.True);
    }

    [Test]
    public async Task Process_Asynchronous_ReadsRootDirectory()
    {
        Assert.That(await StartAsync("task", new() { ["PULUMI_ROOT_DIRECTORY"] = "/root/dir" }), Is.EqualTo((0, "")));

        Assert.That(Server.Registration("r").Object.Fields["value"].StringValue, Is.EqualTo("/root/dir"));
    }

    [TestCase("acme", "acme")]
    [TestCase(null, "organization")]
    public async Task Process_AsynchronousWithOutputs_ReadsOrganization(string? given, string expected)
    {
        Assert.That(await StartAsync("taskOutputs", new() { ["PULUMI_ORGANIZATION"] = given }), Is.EqualTo((0, "")));

        Assert.That(Server.Outputs.Single().Outputs.Fields["organization"].StringValue, Is.EqualTo(expected));
    }

    [Test]
    public async Task Process_WithStackClass_RegistersItsOutputs()
    {
        Assert.That(await StartAsync("stack", []), Is.EqualTo((0, "")));

        Assert.That(Server.Outputs.Single().Outputs.Fields["named"].StringValue, Is.EqualTo("r-id"));
    }

    [Test]
    public async Task Process_Throws_EndsWith32ThoughItsCodeIsNotReturned()
    {
        Assert.That(await StartAsync("throws", []), Is.EqualTo((32, "")));

        var assembly = typeof(ProcessTests).Assembly.Location;
        Assert.That(
            Server.Messages.Single().Message,
            Does.StartWith($"Running program '{assembly}' failed with an unhandled exception:\nSystem.InvalidTimeZoneException: boom"));
    }

    [Test]
    public async Task Process_LogsError_ReturnsOne()
    {
        Assert.That(await StartAsync("returnsCode", []), Is.EqualTo((1, "")));

        Assert.That(Server.Messages.Single().Message, Is.EqualTo("logged"));
    }

    [Test]
    public async Task Process_LogUnreachable_EndsWithOneAndTellsStandardError()
    {
        Server.OnLog = _ => throw new InvalidOperationException("log is full");

        var (exitCode, error) = await StartAsync("returnsCode", []);

        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(error, Does.StartWith(
            "Error occurred trying to send logging message to engine:\nPulumi.LogException: Error occurred during logging"));
    }

    [TestCase("PULUMI_MONITOR", null)]
    [TestCase("PULUMI_STACK", "")]
    [TestCase("PULUMI_QUERY_MODE", null)]
    [TestCase("PULUMI_PARALLEL", "many")]
    public async Task Process_WithoutVariableOfTheEngine_SaysHowToRunIt(string variable, string? value)
    {
        var (exitCode, error) = await StartAsync("action", new() { [variable] = value });

        Assert.That(exitCode, Is.Not.Zero);
        Assert.That(error, Does.Contain("Program run without the Pulumi engine available; re-run using the `pulumi` CLI"));
    }

    private async Task<(int ExitCode, string Error)> StartAsync(string program, Dictionary<string, string?> variables)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(ProcessTests).Assembly.Location]) { RedirectStandardError = true };
        var environment = new Dictionary<string, string?>
        {
            [SamplePrograms.Variable] = program,
            ["PULUMI_MONITOR"] = Server.Address,
            ["PULUMI_ENGINE"] = Server.Address,
            ["PULUMI_PROJECT"] = "proj",
            ["PULUMI_STACK"] = "dev",
            ["PULUMI_DRY_RUN"] = "false",
            ["PULUMI_QUERY_MODE"] = "false",
            ["PULUMI_PARALLEL"] = "4",
        };
        foreach (var (name, value) in environment.Concat(variables))
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        try
        {
            var error = await process.StandardError.ReadToEndAsync().WaitAsync(Deadline);
            await process.WaitForExitAsync().WaitAsync(Deadline);
            return (process.ExitCode, error);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }
}
