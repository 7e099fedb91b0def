using Pulumi.Automation.Exceptions;

namespace Pulumi.Automation.Serialization;

/// <summary>The project file and the stack configuration files of a folder.</summary>
internal sealed class SettingsFiles(string folder)
{
    private static readonly string[] Extensions = [".yaml", ".yml", ".json"];

    public async Task<ProjectSettings?> ReadProjectAsync(CancellationToken cancellationToken) =>
        Existing("Pulumi") is { } path
            ? ProjectYaml.Read(await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false))
            : null;

    public Task WriteProjectAsync(ProjectSettings settings, CancellationToken cancellationToken) =>
        File.WriteAllTextAsync(Existing("Pulumi") ?? Default("Pulumi"), ProjectYaml.Write(settings), cancellationToken);

    /// <summary>Writes the project file where there is none; where there is one, it has to agree unless the settings are the default ones.</summary>
    public async Task WriteProjectUnlessThereAsync(ProjectSettings settings, CancellationToken cancellationToken)
    {
        var onDisk = await ReadProjectAsync(cancellationToken).ConfigureAwait(false);
        if (onDisk is null)
        {
            await WriteProjectAsync(settings, cancellationToken).ConfigureAwait(false);
        }
        else if (!DefaultProject.Is(settings) && ProjectYaml.Write(onDisk) != ProjectYaml.Write(settings))
        {
            throw new ProjectSettingsConflictException(Existing("Pulumi")!);
        }
    }

    public async Task<StackSettings?> ReadStackAsync(string stackName, CancellationToken cancellationToken) =>
        Existing(StackFile(stackName)) is { } path
            ? StackYaml.Read(await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false))
            : null;

    public Task WriteStackAsync(string stackName, StackSettings settings, CancellationToken cancellationToken) =>
        File.WriteAllTextAsync(
            Existing(StackFile(stackName)) ?? Default(StackFile(stackName)), StackYaml.Write(settings), cancellationToken);

    private static string StackFile(string stackName) => $"Pulumi.{stackName.Split('/')[^1]}";

    private string Default(string name) => Path.Combine(folder, name + Extensions[0]);

    private string? Existing(string name) =>
        Extensions.Select(extension => Path.Combine(folder, name + extension)).FirstOrDefault(File.Exists);
}
