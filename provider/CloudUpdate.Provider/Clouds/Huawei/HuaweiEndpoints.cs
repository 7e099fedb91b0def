using CloudUpdate.Provider.Clouds.Settings;

namespace CloudUpdate.Provider.Clouds.Huawei;

/// <summary>Where Huawei Cloud's services are (Huawei Cloud, "Regions and Endpoints").</summary>
/// <param name="settings">The settings.</param>
internal sealed class HuaweiEndpoints(HuaweiSettings settings)
{
    private const string EuropeanCloud = "myhuaweicloud.eu";

    /// <summary>The address of a service.</summary>
    /// <param name="request">The request, for its service and for errors.</param>
    /// <param name="region">The region; null if none is known.</param>
    /// <exception cref="CloudException">The service is regional and no region is known, or the region is no region's name.</exception>
    public Uri AddressOf(CloudRequest request, string? region)
    {
        if (settings.Endpoints.GetValueOrDefault(request.Service) is { } configured)
        {
            return configured;
        }

        if (region is not null && !HostNames.IsPart(region))
        {
            throw Invalid(request, $"\"{region}\" is not a region");
        }

        var isEuropean = region?.StartsWith("eu-west-1", StringComparison.Ordinal) == true;
        var cloud = settings.Cloud ?? (isEuropean ? EuropeanCloud : HuaweiSettings.DefaultCloud);
        return new Uri($"https://{Host(request, region, isEuropean)}.{cloud}");
    }

    private static string Host(CloudRequest request, string? region, bool isEuropean) => (request.Service, region) switch
    {
        ("iam", null) => "iam",
        ("ga", _) when !isEuropean => "ga", // global everywhere else
        (_, null) => throw Invalid(request, $"{SettingKeys.Region} is not set, and the resource names no region"),
        ("css", "cn-north-1" or "cn-east-2") => $"es.{region}", // the service's former name
        (var service, _) => $"{service}.{region}",
    };

    private static CloudException Invalid(CloudRequest request, string message) =>
        new(new CloudError(CloudErrorKind.InvalidInput, request.Service, request.Operation) { CloudMessage = message });
}
