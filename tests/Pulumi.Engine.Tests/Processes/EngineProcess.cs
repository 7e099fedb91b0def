using Pulumi.Engine.Backend;
using Pulumi.Engine.Config;
using Pulumi.Engine.Deployment;
using Pulumi.Engine.Events;
using Pulumi.Engine.Programs;
using Pulumi.Engine.State;
using Pulumi.Engine.Tests.Framework;

namespace Pulumi.Engine.Tests.Processes;

/// <summary>An engine as a process: one update of the project in a folder.</summary>
internal static class EngineProcess
{
    public static async Task<int> RunAsync(string folder)
    {
        var process = EngineEnvironment.OfProcess();
        var environment = process with { WorkingDirectory = folder, Variables = process.Variables.Remove(TestProcess.Role) };
        var project = ProjectFile.Load(Path.Combine(folder, "Pulumi.yaml"));
        var options = new UpdateOptions
        {
            Project = project,
            Stack = new StackReference(project.Name, EngineTest.StackName),
            Backend = FileBackend.Open($"file://{folder}", environment),
            Passphrase = new PassphraseSource(environment),
            Program = new DotnetProgram(environment, project),
        };
        var result = await new DeploymentRunner(environment).RunAsync(UpdateKind.Update, preview: false, options, new ErrorPrinter());
        return result.Outcome == UpdateOutcome.Succeeded ? 0 : 1;
    }

    private sealed class ErrorPrinter : IEventSink
    {
        public void OnEvent(EngineEvent engineEvent)
        {
            if (engineEvent is DiagnosticEvent { Severity: DiagnosticSeverity.Error } error)
            {
                Console.Error.WriteLine(error.Message);
            }
        }
    }
}
