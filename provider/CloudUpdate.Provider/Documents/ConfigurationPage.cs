using System.Collections.Immutable;
using CloudUpdate.Provider.Clouds.Settings;
using CloudUpdate.Provider.Schema;

namespace CloudUpdate.Provider.Documents;

/// <summary>The page about the provider itself: how it is installed, and every key of its configuration.</summary>
internal static class ConfigurationPage
{
    /// <summary>The page.</summary>
    /// <param name="version">Version of the provider (semver).</param>
    /// <param name="config">The keys.</param>
    public static string Write(string version, ImmutableArray<PropertyDefinition> config) => new MarkdownText()
        .Heading(1, "Installation and configuration")
        .Heading(2, "Installation")
        .Part("The package is `Pulumi.CloudUpdate` for .NET; the plugin is an executable named `pulumi-resource-cloudupdate`. Both are built from this repository:")
        .Block("sh", $"""
            dotnet publish provider/CloudUpdate.Provider -p:PublishProfile=FrameworkDependent -o artifacts/plugin
            dotnet pack sdk/dotnet -c Release -o artifacts/packages -p:UsePublishedPackages=true
            pulumi plugin install resource cloudupdate {version} --file artifacts/plugin
            """)
        .Part("Instead of the last command, a project may name the folder of the plugin, under `plugins.providers` in its `Pulumi.yaml`.")
        .Heading(2, "Configuration")
        .Part("Keys of a stack's configuration have `cloudupdate:` in front of their name. An explicit provider takes the same keys in camel case as inputs, and a resource uses it through the option `Provider`:")
        .Block("sh", """
            pulumi config set cloudupdate:huaweiRegion cn-north-4
            pulumi config set cloudupdate:huaweiAccessKey ACCESSKEY --secret
            pulumi config set cloudupdate:huaweiSecretKey SECRETKEY --secret
            pulumi config set --path cloudupdate:endpoints.ga http://127.0.0.1:8080
            """)
        .Block("csharp", """
            using Pulumi;
            using Pulumi.CloudUpdate;
            using Pulumi.CloudUpdate.Css;

            return await Deployment.RunAsync(() =>
            {
                var north = new Provider("north", new ProviderArgs { HuaweiRegion = "cn-north-4" });
                _ = new VpcEndpointConnection("partners", new VpcEndpointConnectionArgs
                {
                    ClusterId = "4f3deec3-efa8-4598-bf91-560aad1377a3",
                    Action = "receive",
                    EndpointIdList = { "f132bb14-e1d5-4f25-9f7c-a29e4c8effd4" },
                }, new CustomResourceOptions { Provider = north });
            });
            """)
        .Part("The configuration wins over the environment, and the environment over the profile of the hcloud command. The environment is read when the provider is configured; nothing of it enters the state. "
            + "[How the provider talks to the clouds](clouds.md) says which credential counts when there are several.")
        .Heading(3, "Huawei Cloud").Keys(config.Where(key => key.Name.StartsWith("huawei", StringComparison.Ordinal)))
        .Heading(3, "MongoDB Atlas").Keys(config.Where(key => key.Name.StartsWith("atlas", StringComparison.Ordinal)))
        .Heading(3, "Both").Keys(config.Where(key => !key.Name.StartsWith("huawei", StringComparison.Ordinal) && !key.Name.StartsWith("atlas", StringComparison.Ordinal)))
        .ToString();

    private static MarkdownText Keys(this MarkdownText text, IEnumerable<PropertyDefinition> keys) => text.Table(
        ["Key", "Secret", "Meaning", "Environment"],
        keys.Select(key => SettingKeys.Get(key.Name)).Select(key => new[]
        {
            $"`{key.Name}`", key.IsSecret ? "yes" : string.Empty, key.Description, string.Join(", ", key.Variables.Select(variable => $"`{variable}`")),
        }));
}
