namespace Pulumi.Engine.Programs;

/// <summary>A Pulumi program as the engine runs it.</summary>
public interface IProgram
{
    /// <summary>Runs the program to its end. Cancelling ends it.</summary>
    Task<ProgramResult> RunAsync(ProgramRun run, CancellationToken cancellation);
}
