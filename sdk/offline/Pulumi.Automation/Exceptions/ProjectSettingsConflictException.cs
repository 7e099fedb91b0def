namespace Pulumi.Automation.Exceptions;

/// <summary>The project settings given differ from a project file on disk.</summary>
public class ProjectSettingsConflictException : Exception
{
    internal ProjectSettingsConflictException(string settingsFileLocation)
        : base($"Custom {nameof(ProjectSettings)} passed in code conflict with settings found on disk: {settingsFileLocation}") =>
        SettingsFileLocation = settingsFileLocation;

    /// <summary>Path of the file.</summary>
    public string SettingsFileLocation { get; }
}
