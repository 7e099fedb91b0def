namespace CloudUpdate.Provider.Clouds.Settings;

/// <summary>Chooses how to log in to Atlas. The highest source that names any credential supplies the whole set.</summary>
/// <param name="sources">The sources, highest first.</param>
internal sealed class AtlasLoginResolver(IReadOnlyList<SettingSource> sources)
{
    private static readonly string[] s_credentials =
        [SettingKeys.AccessToken, SettingKeys.ClientId, SettingKeys.ClientSecret, SettingKeys.PublicKey, SettingKeys.PrivateKey];

    /// <summary>The source that supplies the credentials; null if none names any.</summary>
    public SettingSource? Source { get; } = sources.FirstOrDefault(source => source.Names(s_credentials));

    /// <summary>How to log in; null if nothing says so, or what says so is incomplete.</summary>
    /// <param name="problem">What is incomplete.</param>
    /// <param name="warning">What is named but not used.</param>
    public AtlasLogin? Login(out SettingsProblem? problem, out SettingsProblem? warning)
    {
        problem = warning = null;
        if (Source is null)
        {
            return null;
        }

        var hasAccount = Source.Names(SettingKeys.ClientId, SettingKeys.ClientSecret);
        var hasKey = Source.Names(SettingKeys.PublicKey, SettingKeys.PrivateKey);
        if (Source.Names(SettingKeys.AccessToken))
        {
            warning = hasAccount || hasKey ? Unused("the access token") : null;
            var token = Source.Required(SettingKeys.AccessToken, out problem);
            return token is null ? null : new AtlasLogin.AccessToken(token.Text.Trim());
        }

        warning = hasAccount && hasKey ? Unused("the service account") : null;
        return hasAccount ? ServiceAccount(Source, out problem) : ApiKey(Source, out problem);
    }

    private SettingsProblem Unused(string used) =>
        new(SettingKeys.AccessToken, $"{Source!.Name} names several credentials for Atlas; {used} is used");

    private static AtlasLogin.ServiceAccount? ServiceAccount(SettingSource source, out SettingsProblem? problem)
    {
        var id = source.Required(SettingKeys.ClientId, out problem);
        var secret = source.Required(SettingKeys.ClientSecret, out var second);
        problem ??= second;
        return problem is null ? new AtlasLogin.ServiceAccount(id!.Text.Trim(), secret!.Text.Trim()) : null;
    }

    private static AtlasLogin.ApiKey? ApiKey(SettingSource source, out SettingsProblem? problem)
    {
        var publicKey = source.Required(SettingKeys.PublicKey, out problem);
        var privateKey = source.Required(SettingKeys.PrivateKey, out var second);
        problem ??= second;
        if (publicKey?.Text.StartsWith("mdb_sa", StringComparison.Ordinal) == true)
        {
            problem = new SettingsProblem(
                SettingKeys.PublicKey,
                $"{publicKey} is the id of a service account; use {SettingKeys.ClientId} and {SettingKeys.ClientSecret} for it");
        }

        return problem is null ? new AtlasLogin.ApiKey(publicKey!.Text.Trim(), privateKey!.Text.Trim()) : null;
    }
}
