namespace Pulumi.Automation;

/// <summary>A stack whose program is a function of this process.</summary>
public class InlineProgramArgs : LocalWorkspaceOptions
{
    /// <summary>A stack of a project that exists only for this program.</summary>
    /// <param name="projectName">Name of the project.</param>
    /// <param name="stackName">Name of the stack.</param>
    /// <param name="program">The program.</param>
    public InlineProgramArgs(string projectName, string stackName, PulumiFn program)
    {
        StackName = stackName;
        Program = program;
        ProjectSettings = DefaultProject.For(projectName);
    }

    /// <summary>Name of the stack.</summary>
    public string StackName { get; }
}
