namespace CloudUpdate.Provider.Clouds.Settings;

/// <summary>Chooses how to log in to Huawei Cloud. The highest source that names any credential supplies the whole set.</summary>
/// <param name="sources">The sources, highest first.</param>
/// <param name="files">Reads the file with the identity token.</param>
internal sealed class HuaweiLoginResolver(IReadOnlyList<SettingSource> sources, IFileReader files)
{
    private static readonly string[] s_credentials = [.. SettingKeys.All
        .Where(key => key.IsCredential && key.Name.StartsWith("huawei", StringComparison.Ordinal))
        .Select(key => key.Name)];

    /// <summary>The source that supplies the credentials; null if none names any.</summary>
    public SettingSource? Source { get; } = sources.FirstOrDefault(source => source.Names(s_credentials));

    /// <summary>How to log in; null if nothing says so, or what says so is incomplete.</summary>
    /// <param name="hasDomain">Whether the account is known, which a log-in with a password needs.</param>
    /// <param name="problem">What is incomplete.</param>
    public HuaweiLogin? Login(bool hasDomain, out SettingsProblem? problem)
    {
        problem = null;
        if (Source is null)
        {
            return null;
        }

        if (Source.Names(SettingKeys.AuthToken))
        {
            return Source.Required(SettingKeys.AuthToken, out problem) is { } token ? new HuaweiLogin.Token(token.Text.Trim()) : null;
        }

        if (Source.Names(SettingKeys.AccessKey, SettingKeys.SecretKey, SettingKeys.SecurityToken))
        {
            return Keys(Source, out problem);
        }

        return Source.Names(SettingKeys.IdpId, SettingKeys.IdToken, SettingKeys.IdTokenFile)
            ? Identity(Source, out problem)
            : Password(Source, hasDomain, out problem);
    }

    /// <summary>
    /// The agency to assume. It comes from the credentials' source or a higher one: a variable left over in the environment must not turn
    /// configured keys into somebody else's.
    /// </summary>
    /// <param name="problem">What is incomplete.</param>
    public HuaweiAgency? Agency(out SettingsProblem? problem)
    {
        problem = null;
        var last = Source is null ? sources.Count - 1 : sources.ToList().IndexOf(Source);
        var allowed = sources.Take(last + 1).ToList();
        if (First(allowed, SettingKeys.AgencyName) is not { } name)
        {
            return null;
        }

        var domainName = First(allowed, SettingKeys.AgencyDomainName)?.Text.Trim();
        var domainId = First(allowed, SettingKeys.AgencyDomainId)?.Text.Trim();
        if (domainName is null && domainId is null)
        {
            problem = new SettingsProblem(SettingKeys.AgencyDomainName, $"{name} names an agency, so {SettingKeys.AgencyDomainName} is needed too");
            return null;
        }

        return new HuaweiAgency(name.Text.Trim(), domainName, domainName is null ? domainId : null);
    }

    private static SettingValue? First(IEnumerable<SettingSource> sources, string key) =>
        sources.Select(source => source.Find(key)).FirstOrDefault(value => value is not null);

    private static HuaweiLogin.Keys? Keys(SettingSource source, out SettingsProblem? problem)
    {
        var access = source.Required(SettingKeys.AccessKey, out problem);
        var secret = source.Required(SettingKeys.SecretKey, out var second);
        problem ??= second;
        return access is null || secret is null
            ? null
            : new HuaweiLogin.Keys(access.Text.Trim(), secret.Text.Trim(), source.Find(SettingKeys.SecurityToken)?.Text.Trim());
    }

    private static HuaweiLogin.Password? Password(SettingSource source, bool hasDomain, out SettingsProblem? problem)
    {
        var user = source.Required(SettingKeys.UserName, out problem);
        var password = source.Required(SettingKeys.Password, out var second);
        problem ??= second ?? (hasDomain
            ? null
            : new SettingsProblem(SettingKeys.DomainName, $"{user} names a user, so {SettingKeys.DomainName} is needed too"));
        return problem is null ? new HuaweiLogin.Password(user!.Text.Trim(), password!.Text) : null;
    }

    private HuaweiLogin.Identity? Identity(SettingSource source, out SettingsProblem? problem)
    {
        var idp = source.Required(SettingKeys.IdpId, out problem);
        var file = source.Find(SettingKeys.IdTokenFile);
        var token = source.Find(SettingKeys.IdToken);
        if (idp is null || (file ?? token) is not { } origin)
        {
            problem ??= new SettingsProblem(
                SettingKeys.IdTokenFile, $"{idp} names an identity provider, so {SettingKeys.IdTokenFile} or {SettingKeys.IdToken} is needed too");
            return null;
        }

        Func<string?> read = file is null ? () => token!.Text.Trim() : () => files.Read(file.Text)?.Trim();
        return new HuaweiLogin.Identity(idp.Text.Trim(), read, file is null ? origin.Origin : $"{origin.Origin} ({file.Text})");
    }
}
