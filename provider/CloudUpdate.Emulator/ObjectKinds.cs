namespace CloudUpdate.Emulator;

/// <summary>Kinds of objects that the emulator holds, with the parts of their keys. Key parts are percent-encoded and joined by slashes.</summary>
public static class ObjectKinds
{
    /// <summary>Account. Key: domain id.</summary>
    public const string IamDomain = "iam.domain";

    /// <summary>Project. Key: project id.</summary>
    public const string IamProject = "iam.project";

    /// <summary>User with a password. Key: user id.</summary>
    public const string IamUser = "iam.user";

    /// <summary>Access key, permanent or temporary. Key: access key id.</summary>
    public const string IamAccessKey = "iam.accessKey";

    /// <summary>Agency that another account may assume. Key: domain id, agency name.</summary>
    public const string IamAgency = "iam.agency";

    /// <summary>Identity provider with the identity tokens it vouches for. Key: provider id.</summary>
    public const string IamIdentityProvider = "iam.identityProvider";

    /// <summary>Issued or given token. Key: the token.</summary>
    public const string IamToken = "iam.token";

    /// <summary>EventGrid professional event stream cluster. Key: project id, cluster id.</summary>
    public const string EventGridCluster = "eg.cluster";

    /// <summary>Global accelerator. Key: id.</summary>
    public const string Accelerator = "ga.accelerator";

    /// <summary>Listener of an accelerator. Key: id.</summary>
    public const string Listener = "ga.listener";

    /// <summary>Endpoint group of a listener. Key: id.</summary>
    public const string EndpointGroup = "ga.endpointGroup";

    /// <summary>Endpoint of a group. Key: group id, endpoint id.</summary>
    public const string Endpoint = "ga.endpoint";

    /// <summary>Health check of a group. Key: id.</summary>
    public const string HealthCheck = "ga.healthCheck";

    /// <summary>CSMS event notification. Key: project id, event name.</summary>
    public const string CsmsEvent = "kms.event";

    /// <summary>Secret that may subscribe to an event. Key: project id, secret name.</summary>
    public const string CsmsSecret = "kms.secret";

    /// <summary>Delivery record of an event. Key: project id, record id.</summary>
    public const string CsmsRecord = "kms.record";

    /// <summary>CSS cluster. Key: project id, cluster id.</summary>
    public const string CssCluster = "css.cluster";

    /// <summary>VPC-endpoint connection of a CSS cluster. Key: project id, cluster id, endpoint id.</summary>
    public const string CssConnection = "css.connection";

    /// <summary>Atlas project. Key: group id.</summary>
    public const string AtlasGroup = "atlas.group";

    /// <summary>Stream workspace. Key: group id, workspace name.</summary>
    public const string AtlasWorkspace = "atlas.workspace";

    /// <summary>Stream connection. Key: group id, workspace name, connection name.</summary>
    public const string AtlasConnection = "atlas.connection";

    /// <summary>Service account. Key: client id.</summary>
    public const string AtlasServiceAccount = "atlas.serviceAccount";

    /// <summary>API key for Digest. Key: public key.</summary>
    public const string AtlasApiKey = "atlas.apiKey";

    /// <summary>Issued or given bearer token. Key: the token.</summary>
    public const string AtlasToken = "atlas.token";
}
