namespace CloudUpdate.Provider.Clouds.Settings;

/// <summary>Every key of the provider's configuration, with the environment variables that users of these clouds already set.</summary>
internal static class SettingKeys
{
    public const string Region = "huaweiRegion";
    public const string ProjectId = "huaweiProjectId";
    public const string ProjectName = "huaweiProjectName";
    public const string DomainId = "huaweiDomainId";
    public const string DomainName = "huaweiDomainName";
    public const string AccessKey = "huaweiAccessKey";
    public const string SecretKey = "huaweiSecretKey";
    public const string SecurityToken = "huaweiSecurityToken";
    public const string AuthToken = "huaweiAuthToken";
    public const string UserName = "huaweiUserName";
    public const string Password = "huaweiPassword";
    public const string AgencyName = "huaweiAgencyName";
    public const string AgencyDomainName = "huaweiAgencyDomainName";

    /// <summary>Not a key of the configuration: variables and profiles may name the delegating account by its id.</summary>
    public const string AgencyDomainId = "huaweiAgencyDomainId";

    public const string IdpId = "huaweiIdpId";
    public const string IdToken = "huaweiIdToken";
    public const string IdTokenFile = "huaweiIdTokenFile";
    public const string Cloud = "huaweiCloud";
    public const string Profile = "huaweiProfile";
    public const string SharedConfigFile = "huaweiSharedConfigFile";
    public const string ClientId = "atlasClientId";
    public const string ClientSecret = "atlasClientSecret";
    public const string PublicKey = "atlasPublicKey";
    public const string PrivateKey = "atlasPrivateKey";
    public const string AccessToken = "atlasAccessToken";
    public const string BaseUrl = "atlasBaseUrl";
    public const string Endpoints = "endpoints";
    public const string MaxRetries = "maxRetries";
    public const string RequestTimeoutSeconds = "requestTimeoutSeconds";
    public const string AllowInsecureEndpoints = "allowInsecureEndpoints";
    public const string PreviewReads = "previewReads";

    /// <summary>All keys, in the order in which documentation lists them.</summary>
    public static IReadOnlyList<SettingKey> All { get; } =
    [
        new(Region, "Region of Huawei Cloud in which regional resources are, for example `cn-north-4`. Needed unless each such resource names its own `region`.") { Variables = ["HW_REGION_NAME", "OS_REGION_NAME"] },
        new(ProjectId, "Id of the Huawei Cloud project in which resources are. Default: the project that is named like the region, found through IAM.")
        {
            Variables = ["HW_PROJECT_ID", "OS_PROJECT_ID", "OS_TENANT_ID", "HUAWEICLOUD_SDK_PROJECT_ID"],
        },
        new(ProjectName, "Name of the Huawei Cloud project, where its id is not given and it is not named like its region. Default: the region.")
        {
            Variables = ["HW_PROJECT_NAME", "OS_PROJECT_NAME", "OS_TENANT_NAME", "OS_DELEGATED_PROJECT"],
        },
        new(DomainId, "Id of the Huawei Cloud account in which the project is looked for. Default: the account of the credentials.")
        {
            Variables = ["HW_DOMAIN_ID", "OS_DOMAIN_ID", "OS_USER_DOMAIN_ID", "OS_PROJECT_DOMAIN_ID", "HUAWEICLOUD_SDK_DOMAIN_ID"],
        },
        new(DomainName, "Name of the Huawei Cloud account. Needed to log in with a password.")
        {
            Variables = ["HW_DOMAIN_NAME", "OS_DOMAIN_NAME", "OS_USER_DOMAIN_NAME", "OS_PROJECT_DOMAIN_NAME"],
        },
        Secret(AccessKey, "Access key (AK) of an IAM user, with which requests are signed. Needs `huaweiSecretKey`.", "HW_ACCESS_KEY", "OS_ACCESS_KEY", "HUAWEICLOUD_SDK_AK", "CLOUD_SDK_AK"),
        Secret(SecretKey, "Secret key (SK) that belongs to the access key. It signs requests and is never sent.", "HW_SECRET_KEY", "OS_SECRET_KEY", "HUAWEICLOUD_SDK_SK", "CLOUD_SDK_SK"),
        Secret(
            SecurityToken,
            "Security token of a temporary access key, sent with each request. Needed for temporary keys alone.",
            "HW_SECURITY_TOKEN",
            "HUAWEICLOUD_SDK_SECURITY_TOKEN"),
        Secret(AuthToken, "A ready-made IAM token, in place of keys. It is used as it is and not renewed, so it ends after 24 hours at the latest.", "HW_AUTH_TOKEN", "OS_AUTH_TOKEN"),
        Credential(UserName, "Name of the IAM user who logs in with a password. Needs `huaweiPassword` and `huaweiDomainName`.", "HW_USER_NAME", "OS_USERNAME"),
        Secret(Password, "Password of the IAM user. It is exchanged for tokens.", "HW_USER_PASSWORD", "OS_PASSWORD"),
        new(AgencyName, "Agency whose permissions are assumed on top of the credentials. Default: none. Needs `huaweiAgencyDomainName`.") { Variables = ["HW_ASSUME_ROLE_AGENCY_NAME", "OS_AGENCY_NAME"] },
        new(AgencyDomainName, "Name of the account that delegates through the agency. Needed with `huaweiAgencyName`.")
        {
            Variables = ["HW_ASSUME_ROLE_DOMAIN_NAME", "OS_AGENCY_DOMAIN_NAME"],
        },
        Credential(
            IdpId,
            "Identity provider that issued the identity token of a pipeline (OpenID Connect). Needs `huaweiIdTokenFile` or `huaweiIdToken`.",
            "HW_ASSUME_ROLE_IDP_ID",
            "HUAWEICLOUD_SDK_IDP_ID"),
        Secret(IdToken, "Identity token of a pipeline, exchanged for tokens of IAM. A file is better, since a long run can renew it.", "HW_ASSUME_ROLE_ID_TOKEN"),
        Credential(
            IdTokenFile,
            "File with the identity token of a pipeline, read again at each renewal.",
            "HW_ASSUME_ROLE_ID_TOKEN_FILE",
            "HUAWEICLOUD_SDK_ID_TOKEN_FILE"),
        new(Cloud, "Domain of the addresses of Huawei Cloud. Default: `myhuaweicloud.com`, and `myhuaweicloud.eu` for `eu-west-1xx`.")
        {
            Variables = ["HW_CLOUD"],
        },
        new(Profile, "Profile of the hcloud configuration file that is read for what nothing else names. Default: the file's current one.") { Variables = ["HW_PROFILE"] },
        new(SharedConfigFile, "Configuration file of the hcloud command. Default: `~/.hcloud/config.json`.")
        {
            Variables = ["HW_SHARED_CONFIG_FILE"],
        },
        Credential(ClientId, "Client id of an Atlas service account, which is exchanged for tokens. Needs `atlasClientSecret`.", "MONGODB_ATLAS_CLIENT_ID"),
        Secret(ClientSecret, "Client secret of the Atlas service account.", "MONGODB_ATLAS_CLIENT_SECRET"),
        Credential(
            PublicKey,
            "Public part of an Atlas API key (HTTP Digest). Needs `atlasPrivateKey`.",
            "MONGODB_ATLAS_PUBLIC_API_KEY",
            "MONGODB_ATLAS_PUBLIC_KEY",
            "MCLI_PUBLIC_API_KEY"),
        Secret(
            PrivateKey,
            "Private part of the Atlas API key. It is never sent itself.",
            "MONGODB_ATLAS_PRIVATE_API_KEY",
            "MONGODB_ATLAS_PRIVATE_KEY",
            "MCLI_PRIVATE_API_KEY"),
        Secret(AccessToken, "A ready-made access token of Atlas, in place of a service account. It is used as it is and not renewed.", "MONGODB_ATLAS_ACCESS_TOKEN"),
        new(BaseUrl, "Address of the Atlas API. Default: `https://cloud.mongodb.com`; for government `https://cloud.mongodbgov.com`.")
        {
            Variables = ["MONGODB_ATLAS_BASE_URL", "MCLI_OPS_MANAGER_URL"],
        },
        new(Endpoints, "Addresses to use instead of the cloud's own, by service: `eg`, `ga`, `kms`, `css`, `iam`. Default: the cloud's, by region.")
        {
            Kind = SettingKind.Map,
        },
        new(MaxRetries, "How often a failed request is repeated at most, 0 to 1000. Default: as often as fits into the operation's time limit.")
        {
            Kind = SettingKind.Number, Most = 1000, Variables = ["HW_MAX_RETRIES"],
        },
        new(RequestTimeoutSeconds, "Seconds to wait for the answer to one request before it is repeated, 1 to 3600. Default: 60.")
        {
            Kind = SettingKind.Number, Least = 1, Most = 3600,
        },
        new(AllowInsecureEndpoints, "Whether addresses may use plain http on other machines than this one, which shows credentials to the network. Default: `false`.")
        {
            Kind = SettingKind.Flag,
        },
        new(PreviewReads, "Whether previews read the clouds: `auto`, or `never` for previews without credentials or network. Default: `auto`.")
        {
            Allowed = ["auto", "never"],
        },
    ];

    private static readonly Dictionary<string, SettingKey> s_byName = All
        .Append(new SettingKey(AgencyDomainId, "The id of the account that delegates through the agency.")
        {
            Variables = ["HW_ASSUME_ROLE_DOMAIN_ID"],
        })
        .ToDictionary(key => key.Name);

    /// <summary>The key of that name.</summary>
    /// <param name="name">One of the constants of this class.</param>
    public static SettingKey Get(string name) => s_byName[name];

    private static SettingKey Credential(string name, string description, params string[] variables) =>
        new(name, description) { IsCredential = true, Variables = variables };

    private static SettingKey Secret(string name, string description, params string[] variables) =>
        Credential(name, description, variables) with { IsSecret = true };
}
