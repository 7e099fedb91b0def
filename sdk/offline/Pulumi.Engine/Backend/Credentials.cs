using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pulumi.Engine.Config;
using Pulumi.Engine.State;

namespace Pulumi.Engine.Backend;

/// <summary>Which backend is in use: <c>PULUMI_BACKEND_URL</c>, else the project's, else what <c>pulumi login</c> left in
/// <c>credentials.json</c> of the Pulumi home folder.</summary>
public static class Credentials
{
    /// <summary>The URL of the backend in use.</summary>
    /// <exception cref="EngineException">None is chosen.</exception>
    public static string CurrentUrl(EngineEnvironment environment, ProjectFile? project)
    {
        if (environment.Variable("PULUMI_BACKEND_URL") is { Length: > 0 } url)
        {
            return url;
        }

        return project is { BackendUrl.Length: > 0 } ? project.BackendUrl
            : LoggedInUrl(environment) ?? throw new EngineException("no backend is chosen: set PULUMI_BACKEND_URL, or run `pulumi login file://FOLDER`");
    }

    /// <summary>Remembers a backend; null forgets it.</summary>
    public static void SetUrl(EngineEnvironment environment, string? url)
    {
        var json = File.Exists(FilePath(environment)) ? JsonText.ParseObject(File.ReadAllText(FilePath(environment)), FilePath(environment)) : [];
        json["current"] = url ?? string.Empty;
        if (url is not null)
        {
            (json["accessTokens"] as JObject ?? (JObject)(json["accessTokens"] = new JObject()))[url] = string.Empty;
        }

        Directory.CreateDirectory(environment.PulumiHome);
        AtomicFile.Write(FilePath(environment), json.ToString(Formatting.Indented), backup: null);
    }

    private static string? LoggedInUrl(EngineEnvironment environment) =>
        File.Exists(FilePath(environment)) && (string?)JsonText.ParseObject(File.ReadAllText(FilePath(environment)), FilePath(environment))["current"] is { Length: > 0 } url
            ? url : null;

    private static string FilePath(EngineEnvironment environment) => Path.Combine(
        environment.Variable("PULUMI_CREDENTIALS_PATH") is { Length: > 0 } folder ? environment.Resolve(folder) : environment.PulumiHome, "credentials.json");
}
