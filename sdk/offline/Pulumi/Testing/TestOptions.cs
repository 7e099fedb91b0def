namespace Pulumi.Testing;

/// <summary>What a test's program is told about its deployment.</summary>
public class TestOptions
{
    /// <summary>Creates options.</summary>
    public TestOptions()
    {
    }

    /// <summary>The project's name. Default: <c>project</c>.</summary>
    public string? ProjectName { get; set; }

    /// <summary>The stack's name. Default: <c>stack</c>.</summary>
    public string? StackName { get; set; }

    /// <summary>Whether it is a preview, where outputs that a mock does not return are unknown. Default: yes.</summary>
    public bool? IsPreview { get; set; }

    /// <summary>The organization. Default: <c>organization</c>.</summary>
    public string? OrganizationName { get; set; }

    /// <summary>The directory of the project file. Default: none, asking for it fails.</summary>
    public string? RootDirectory { get; set; }
}
