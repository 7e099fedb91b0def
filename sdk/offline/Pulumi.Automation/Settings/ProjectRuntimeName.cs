namespace Pulumi.Automation;

/// <summary>The language of a program.</summary>
public enum ProjectRuntimeName
{
    /// <summary>Node.js.</summary>
    NodeJS = 0,

    /// <summary>Go.</summary>
    Go = 1,

    /// <summary>Python.</summary>
    Python = 2,

    /// <summary>.NET.</summary>
    Dotnet = 3,
}
