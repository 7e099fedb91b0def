namespace CloudUpdate.Provider.Clouds.Settings;

/// <summary>Reads the addresses that users configure.</summary>
internal static class Addresses
{
    private static readonly string[] s_services = ["eg", "ga", "kms", "css", "iam"];

    /// <summary>The addresses to use instead of the cloud's own, by service.</summary>
    /// <param name="reader">Where the settings are read and problems noted.</param>
    /// <param name="allowInsecure">Whether plain http may leave this machine.</param>
    /// <param name="environment">The environment, for the variables that name one address.</param>
    /// <param name="region">The region, which is part of some variables' names.</param>
    public static IReadOnlyDictionary<string, Uri> Endpoints(
        SettingReader reader, bool allowInsecure, IEnvironment environment, string? region)
    {
        var endpoints = new Dictionary<string, Uri>();
        foreach (var (service, text) in reader.Map(SettingKeys.Endpoints))
        {
            var key = $"{SettingKeys.Endpoints}.{service}";
            if (!s_services.Contains(service))
            {
                var hint = service == "csms" ? "; CSMS is served by kms" : "";
                reader.Add(key, $"\"{service}\" is no service with an address here; there are: {string.Join(", ", s_services)}{hint}");
            }
            else if (Parse(reader, key, new SettingValue(text, key), allowInsecure) is { } address)
            {
                endpoints[service] = address;
            }
        }

        foreach (var service in s_services.Where(service => !endpoints.ContainsKey(service)))
        {
            if (Variable(environment, service, region) is { } value
                && Parse(reader, $"{SettingKeys.Endpoints}.{service}", value, allowInsecure) is { } address)
            {
                endpoints[service] = address;
            }
        }

        return endpoints;
    }

    /// <summary>The address of Atlas; the default if it is not configured, or not usable.</summary>
    /// <param name="reader">Where the setting is read and problems noted.</param>
    /// <param name="allowInsecure">Whether plain http may leave this machine.</param>
    public static Uri Atlas(SettingReader reader, bool allowInsecure) =>
        reader.Find(SettingKeys.BaseUrl) is { } value && Parse(reader, SettingKeys.BaseUrl, value, allowInsecure) is { } address
            ? address
            : AtlasSettings.DefaultBaseAddress;

    private static Uri? Parse(SettingReader reader, string key, SettingValue value, bool allowInsecure)
    {
        var problem = Problem(value.Text, allowInsecure, out var address);
        if (problem is not null)
        {
            reader.Add(key, $"{value} {problem}");
        }

        return address;
    }

    private static string? Problem(string text, bool allowInsecure, out Uri? address)
    {
        address = null;
        if (!Uri.TryCreate(text.Trim(), UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http"))
        {
            return "must be an address that begins with https://";
        }

        if (uri.UserInfo.Length > 0 || uri.Query.Length > 0 || uri.Fragment.Length > 0)
        {
            return "must be an address without user name, query and fragment";
        }

        if (uri.Scheme == "http" && !uri.IsLoopback && !allowInsecure)
        {
            return $"uses plain http to another machine ({uri.Host}), which would show credentials to the network; use https, " +
                $"or set {SettingKeys.AllowInsecureEndpoints}";
        }

        address = uri;
        return null;
    }

    /// <summary>The addresses that users of other tools set, without the version that some of them end with.</summary>
    private static SettingValue? Variable(IEnvironment environment, string service, string? region)
    {
        string[] names = service == "iam" ? ["HW_AUTH_URL", "OS_AUTH_URL", "HUAWEICLOUD_SDK_IAM_ENDPOINT"] : [];
        if (region is not null)
        {
            var suffix = region.ToUpperInvariant().Replace('-', '_');
            string[] products = service == "kms" ? ["CSMS", "KMS"] : [service.ToUpperInvariant()];
            names = [.. names, .. products.Select(product => $"HUAWEICLOUD_SDK_REGION_{product}_{suffix}")];
        }

        foreach (var name in names)
        {
            if (environment.Get(name) is { Length: > 0 } text)
            {
                return new SettingValue(WithoutVersion(text.Split(',')[0].Trim()), name);
            }
        }

        return null;
    }

    private static string WithoutVersion(string text)
    {
        var trimmed = text.TrimEnd('/');
        return trimmed.EndsWith("/v3", StringComparison.OrdinalIgnoreCase) ? trimmed[..^3] : trimmed;
    }
}
