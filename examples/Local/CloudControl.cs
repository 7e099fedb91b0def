using System.Net.Http.Headers;
using System.Text;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Examples.Local;

/// <summary>The emulator's control interface: looks at the clouds, and changes them behind the provider's back.</summary>
internal sealed class CloudControl(Uri emulator) : IDisposable
{
    private readonly HttpClient _client = new() { BaseAddress = emulator };

    /// <summary>How many requests that write the clouds have got so far.</summary>
    public async Task<int> CountWritesAsync()
    {
        var journal = await GetAsync("_emulator/journal");
        return journal["entries"]!.Count(entry => (string?)entry["method"] is "PUT" or "POST" or "PATCH" or "DELETE" && !IsLogin((string)entry["path"]!));
    }

    /// <summary>The members of an object.</summary>
    public async Task<JObject> ObjectAsync(string kind, string key) =>
        (JObject)await GetAsync($"_emulator/objects/{kind}/{key}");

    /// <summary>Changes members of an object as somebody else would.</summary>
    public async Task ChangeAsync(string kind, string key, JObject members)
    {
        using var content = new StringContent(members.ToString(), Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        using var response = await _client.PatchAsync(new Uri($"_emulator/objects/{kind}/{key}", UriKind.Relative), content);
        response.EnsureSuccessStatusCode();
    }

    // A log-in is a POST too, and changes no object.
    private static bool IsLogin(string path) => path.Contains("/oauth/", StringComparison.Ordinal) || path.Contains("/auth/", StringComparison.Ordinal);

    public void Dispose() => _client.Dispose();

    private async Task<JToken> GetAsync(string path) => JToken.Parse(await _client.GetStringAsync(new Uri(path, UriKind.Relative)));
}
