namespace CloudUpdate.Provider.Clouds.Settings;

/// <summary>Works out the settings in force from all their sources.</summary>
internal sealed class SettingsResolver
{
    private static readonly string[] s_huaweiTools = ["HW_", "OS_", "HUAWEICLOUD_SDK_", "CLOUD_SDK_"];
    private static readonly string[] s_atlasTools = ["MONGODB_ATLAS_", "MCLI_"];

    private readonly IEnvironment _environment;
    private readonly IFileReader _files;
    private readonly SettingSource _configuration;
    private readonly SettingReader _reader;
    private readonly SettingSource? _profile;
    private readonly SettingsProblem? _profileProblem;
    private readonly List<SettingsProblem> _warnings = [];

    /// <summary>Prepares the resolution.</summary>
    /// <param name="configuration">The configuration by key.</param>
    /// <param name="environment">The environment of the process.</param>
    /// <param name="files">Reads files.</param>
    public SettingsResolver(IReadOnlyDictionary<string, string> configuration, IEnvironment environment, IFileReader files)
    {
        (_environment, _files) = (environment, files);
        _configuration = SettingSource.OfConfiguration(configuration);
        List<SettingSource> sources = [_configuration, .. Environments(s_huaweiTools), .. Environments(s_atlasTools)];
        var named = new SettingReader(sources);
        var isNamed = named.Find(SettingKeys.Profile) is not null || named.Find(SettingKeys.SharedConfigFile) is not null;
        _profile = ReadProfile(named, isNamed, out _profileProblem);
        _reader = new SettingReader(isNamed && _profile is not null ? [.. sources, _profile] : sources);
    }

    /// <summary>Works out the settings.</summary>
    public SettingsResolution Resolve()
    {
        if (_profileProblem is not null && _configuration.Names(SettingKeys.Profile, SettingKeys.SharedConfigFile))
        {
            _reader.Add(_profileProblem.Key, _profileProblem.Message);
        }

        var allowInsecure = _reader.Flag(SettingKeys.AllowInsecureEndpoints);
        var settings = new CloudSettings
        {
            Huawei = Huawei(allowInsecure),
            Atlas = Atlas(allowInsecure),
            MaxRetries = _reader.Number(SettingKeys.MaxRetries),
            RequestTimeout = TimeSpan.FromSeconds(_reader.Number(SettingKeys.RequestTimeoutSeconds) ?? 60),
            PreviewReads = _reader.Text(SettingKeys.PreviewReads) != "never",
        };
        return new SettingsResolution(_reader.Problems.Count == 0 ? settings : null, _reader.Problems, _warnings);
    }

    private HuaweiSettings Huawei(bool allowInsecure)
    {
        List<SettingSource> sources = [_configuration, .. Environments(s_huaweiTools)];
        var resolver = new HuaweiLoginResolver(_profile is null ? sources : [.. sources, _profile], _files);
        var fromProfile = _profile is not null && resolver.Source == _profile;

        // The default profile was not asked for: it lends its region and project only to its own keys.
        string? Text(string key) => _reader.Text(key) ?? (fromProfile ? _profile!.Find(key)?.Text.Trim() : null);
        var region = _reader.HostPart(SettingKeys.Region, "a region, such as cn-north-4") ?? Text(SettingKeys.Region);
        var (domainId, domainName) = (Text(SettingKeys.DomainId), Text(SettingKeys.DomainName));
        var login = resolver.Login(domainId is not null || domainName is not null, out var loginProblem);
        var agency = resolver.Agency(out var agencyProblem);
        return new HuaweiSettings
        {
            Region = region,
            ProjectId = Text(SettingKeys.ProjectId),
            ProjectName = Text(SettingKeys.ProjectName),
            DomainId = domainId,
            DomainName = domainName,
            Login = agencyProblem is null ? login : null,
            LoginProblem = Report(resolver.Source, loginProblem ?? agencyProblem) ?? ProfileProblem(resolver.Source),
            Agency = agency,
            Cloud = _reader.HostPart(SettingKeys.Cloud, "a domain, such as myhuaweicloud.com"),
            Endpoints = Addresses.Endpoints(_reader, allowInsecure, _environment, region),
        };
    }

    private AtlasSettings Atlas(bool allowInsecure)
    {
        var resolver = new AtlasLoginResolver([_configuration, .. Environments(s_atlasTools)]);
        var login = resolver.Login(out var problem, out var warning);
        if (warning is not null)
        {
            _warnings.Add(warning);
        }

        return new AtlasSettings
        {
            BaseAddress = Addresses.Atlas(_reader, allowInsecure),
            Login = login,
            LoginProblem = Report(resolver.Source, problem),
        };
    }

    private IEnumerable<SettingSource> Environments(IEnumerable<string> prefixes) =>
        prefixes.Select(prefix => SettingSource.OfEnvironment(_environment, prefix));

    /// <summary>
    /// What is wrong in the configuration is said at once. What is wrong in the environment may belong to another tool, so it is said only when
    /// that cloud is called.
    /// </summary>
    private string? Report(SettingSource? source, SettingsProblem? problem)
    {
        if (problem is not null && source is { IsConfiguration: true })
        {
            _reader.Add(problem.Key, problem.Message);
        }

        return problem?.Message;
    }

    private string? ProfileProblem(SettingSource? credentials) => credentials is null ? _profileProblem?.Message : null;

    private SettingSource? ReadProfile(SettingReader named, bool isNamed, out SettingsProblem? problem)
    {
        problem = null;
        var path = Expand(named.Text(SettingKeys.SharedConfigFile) ?? "~/.hcloud/config.json");
        if (path is null)
        {
            return null;
        }

        try
        {
            var text = _files.Read(path);
            if (text is not null)
            {
                return HcloudProfile.Read(text, path, named.Text(SettingKeys.Profile), out problem);
            }

            problem = isNamed ? new SettingsProblem(SettingKeys.SharedConfigFile, $"there is no file {path}") : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            problem = new SettingsProblem(SettingKeys.SharedConfigFile, $"{path} cannot be read: {error.Message}");
        }

        return null;
    }

    private string? Expand(string path) =>
        !path.StartsWith("~/", StringComparison.Ordinal) ? path
        : _environment.HomeDirectory is { } home ? Path.Combine(home, path[2..])
        : null;
}
