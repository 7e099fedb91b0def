namespace Pulumi.Automation;

/// <summary>The project file of an inline program that says nothing of its own.</summary>
internal static class DefaultProject
{
    public static ProjectSettings For(string name) =>
        new(name, ProjectRuntimeName.Dotnet) { Main = Directory.GetCurrentDirectory() };

    /// <summary>Whether settings are what <see cref="For"/> makes: then a file on disk wins without a conflict.</summary>
    public static bool Is(ProjectSettings settings) =>
        settings is { Runtime: { Name: ProjectRuntimeName.Dotnet, Options: null }, Description: null, Author: null }
            and { Website: null, License: null, Config: null, Backend: null }
        && settings.Main == Directory.GetCurrentDirectory();
}
