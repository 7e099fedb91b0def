namespace CloudUpdate.Emulator;

/// <summary>Credentials of <see cref="EmulatorSeed.Defaults"/>. They open nothing but an emulator.</summary>
public static class DemoCredentials
{
    /// <summary>Access key id of the demo user.</summary>
    public const string AccessKey = "EMULATORACCESSKEY";

    /// <summary>Secret access key of the demo user.</summary>
    public const string SecretKey = "emulator-secret-key-not-for-any-cloud";

    /// <summary>Name of the demo user.</summary>
    public const string UserName = "emulator-user";

    /// <summary>Password of the demo user.</summary>
    public const string Password = "emulator-password";

    /// <summary>Name of the account.</summary>
    public const string DomainName = "emulator-account";

    /// <summary>Id of the account.</summary>
    public const string DomainId = "99a3fff0d03c428eac3678da6a7d0f24";

    /// <summary>Region, which is also the name of the default project.</summary>
    public const string Region = "cn-north-4";

    /// <summary>Id of the default project.</summary>
    public const string ProjectId = "0e61a4c3b8d54f7292ad3c5b7e90f1d2";

    /// <summary>A token of the demo user that does not expire.</summary>
    public const string AuthToken = "emulator-auth-token";

    /// <summary>Agency that the demo user may assume, in the account <see cref="DelegatingDomainName"/>.</summary>
    public const string AgencyName = "emulator-agency";

    /// <summary>Name of the account that delegates to the demo account.</summary>
    public const string DelegatingDomainName = "delegating-account";

    /// <summary>Identity provider of the demo account.</summary>
    public const string IdentityProviderId = "emulator-idp";

    /// <summary>Identity token that the provider vouches for.</summary>
    public const string IdToken = "emulator-id-token";

    /// <summary>Atlas project.</summary>
    public const string AtlasGroupId = "64f0c0ffee1234567890abcd";

    /// <summary>Stream workspace of that project.</summary>
    public const string AtlasWorkspace = "orders-workspace";

    /// <summary>Client id of the Atlas service account.</summary>
    public const string AtlasClientId = "mdb_sa_id_64f0c0ffee1234567890abcd";

    /// <summary>Client secret of the Atlas service account.</summary>
    public const string AtlasClientSecret = "mdb_sa_sk_emulator-not-for-any-cloud";

    /// <summary>Public part of the Atlas API key.</summary>
    public const string AtlasPublicKey = "emulator";

    /// <summary>Private part of the Atlas API key.</summary>
    public const string AtlasPrivateKey = "00000000-0000-4000-8000-00000000e0e0";

    /// <summary>An Atlas bearer token that does not expire.</summary>
    public const string AtlasAccessToken = "emulator-atlas-access-token";
}
