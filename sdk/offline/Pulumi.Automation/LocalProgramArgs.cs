namespace Pulumi.Automation;

/// <summary>A stack whose program is a project on disk.</summary>
public class LocalProgramArgs : LocalWorkspaceOptions
{
    /// <summary>A stack of the project in a folder.</summary>
    /// <param name="stackName">Name of the stack.</param>
    /// <param name="workDir">The folder.</param>
    public LocalProgramArgs(string stackName, string workDir)
    {
        StackName = stackName;
        WorkDir = workDir;
    }

    /// <summary>Name of the stack.</summary>
    public string StackName { get; }
}
