using CloudUpdate.Provider.Clouds.Settings;

namespace CloudUpdate.Provider.Tests.Clouds.Settings;

/// <summary>An environment and files made of dictionaries.</summary>
internal sealed class FakeMachine : IEnvironment, IFileReader
{
    public Dictionary<string, string> Variables { get; } = [];

    public Dictionary<string, string> Files { get; } = [];

    public List<string> FilesRead { get; } = [];

    public string? HomeDirectory { get; init; } = "/home/user";

    public string? Get(string name) => Variables.GetValueOrDefault(name);

    public string? Read(string path)
    {
        FilesRead.Add(path);
        return Files.GetValueOrDefault(path);
    }
}
