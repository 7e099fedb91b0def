using System.Net.Http.Headers;
using System.Text;
using CloudUpdate.Emulator;
using CloudUpdate.Provider.Clouds;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Tests.Lifecycles.Support;

/// <summary>Sends each request once, with the demo token; no retries.</summary>
internal sealed class PlainCloudClient(Uri address, HttpMessageHandler handler) : ICloudClient
{
    private readonly HttpClient _http = new(handler) { BaseAddress = address };

    public async Task<CloudResponse> SendAsync(CloudRequest request, CancellationToken cancellationToken)
    {
        var path = request.PathTemplate.Replace("{project_id}", request.ProjectId ?? DemoCredentials.ProjectId, StringComparison.Ordinal);
        foreach (var (name, value) in request.PathValues)
        {
            path = path.Replace($"{{{name}}}", Uri.EscapeDataString(value), StringComparison.Ordinal);
        }

        var query = string.Join("&", request.Query.Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}"));
        using var message = new HttpRequestMessage(request.Method, query.Length == 0 ? path : $"{path}?{query}");
        message.Headers.Add("X-Auth-Token", DemoCredentials.AuthToken);
        if (request.Body is not null)
        {
            message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(request.Body.ToString(Newtonsoft.Json.Formatting.None)));
            message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        using var answer = await _http.SendAsync(message, cancellationToken);
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        var body = text.Length == 0 ? null : JToken.Parse(text);
        return answer.IsSuccessStatusCode ? new CloudResponse((int)answer.StatusCode, body) : throw new CloudException(
            new CloudError(Kind((int)answer.StatusCode), request.Service, request.Operation)
            {
                Status = (int)answer.StatusCode,
                Code = (string?)body?.SelectToken("..error_code"),
                CloudMessage = (string?)body?.SelectToken("..error_msg"),
            });
    }

    public Task<EffectiveLocation> LocateAsync(string service, string? region, string? projectId, CancellationToken cancellationToken) =>
        Task.FromResult(new EffectiveLocation(region ?? DemoCredentials.Region, projectId ?? DemoCredentials.ProjectId));

    private static CloudErrorKind Kind(int status) => status switch
    {
        404 => CloudErrorKind.NotFound,
        401 or 403 => CloudErrorKind.Denied,
        409 => CloudErrorKind.Conflict,
        >= 500 => CloudErrorKind.Unavailable,
        _ => CloudErrorKind.InvalidInput,
    };
}
