using CloudUpdate.Provider.Clouds.Http;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Clouds.Settings;

/// <summary>A profile of the hcloud command's configuration file.</summary>
internal static class HcloudProfile
{
    private static readonly Dictionary<string, string> s_members = new()
    {
        [SettingKeys.AccessKey] = "accessKeyId",
        [SettingKeys.SecretKey] = "secretAccessKey",
        [SettingKeys.SecurityToken] = "securityToken",
        [SettingKeys.Region] = "region",
        [SettingKeys.ProjectId] = "projectId",
        [SettingKeys.DomainId] = "domainId",
        [SettingKeys.AgencyName] = "agencyName",
        [SettingKeys.AgencyDomainName] = "agencyDomainName",
        [SettingKeys.AgencyDomainId] = "agencyDomainId",
    };

    /// <summary>Reads a profile.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="path">The file's path, for errors.</param>
    /// <param name="name">The profile's name; null for the current one.</param>
    /// <param name="problem">Why there is no profile to use; null if there is one.</param>
    public static SettingSource? Read(string text, string path, string? name, out SettingsProblem? problem)
    {
        if (Parse(text) is not { } file)
        {
            problem = new SettingsProblem(SettingKeys.SharedConfigFile, $"{path} is not a configuration file of hcloud");
            return null;
        }

        var wanted = name ?? file.Text("current") ?? "default";
        var profiles = (file["profiles"] as JArray)?.OfType<JObject>().ToList() ?? [];
        var profile = profiles.FirstOrDefault(candidate => candidate.Text("name") == wanted);
        problem = profile is null ? Missing(path, wanted, profiles) : Unreadable(path, wanted, profile);
        return problem is null ? new SettingSource($"the profile {wanted} of {path}", key => Find(profile!, wanted, key)) : null;
    }

    private static SettingValue? Find(JObject profile, string name, string key)
    {
        if (!s_members.TryGetValue(key, out var member))
        {
            return null;
        }

        var isKey = key is SettingKeys.AccessKey or SettingKeys.SecretKey or SettingKeys.SecurityToken;
        var holder = isKey && UsesSingleSignOn(profile) ? profile.Member("ssoAuth")?.Member("stsToken") : profile;
        return holder.Text(member) is { } text ? new SettingValue(text, $"{member} of the profile {name}") : null;
    }

    private static bool UsesSingleSignOn(JObject profile) =>
        string.Equals(profile.Text("mode"), "SSO", StringComparison.OrdinalIgnoreCase);

    private static SettingsProblem Missing(string path, string wanted, IEnumerable<JObject> profiles)
    {
        var names = string.Join(", ", profiles.Select(profile => profile.Text("name")));
        return new SettingsProblem(SettingKeys.Profile, $"{path} has no profile \"{wanted}\"; it has: {(names.Length == 0 ? "none" : names)}");
    }

    /// <summary>hcloud encrypts the file unless told not to, and only hcloud can read it then. A plain access key is letters and digits.</summary>
    private static SettingsProblem? Unreadable(string path, string name, JObject profile) =>
        Find(profile, name, SettingKeys.AccessKey)?.Text is { } key && !(key.Length <= 64 && key.All(char.IsAsciiLetterOrDigit))
            ? new SettingsProblem(
                SettingKeys.SharedConfigFile,
                $"the profile \"{name}\" of {path} seems to be encrypted; run: hcloud configure set --cli-auth-encrypt=false")
            : null;

    private static JObject? Parse(string text)
    {
        try
        {
            return JToken.Parse(text) as JObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
