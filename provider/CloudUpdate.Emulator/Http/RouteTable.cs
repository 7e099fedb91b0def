using CloudUpdate.Emulator.Clouds;

namespace CloudUpdate.Emulator.Http;

/// <summary>Finds the operation for a request. The first fitting route wins, so literal paths are listed before parameters.</summary>
internal sealed class RouteTable(IReadOnlyList<CloudApi> clouds)
{
    private readonly Route[] _routes = [.. clouds.SelectMany(cloud => cloud.Routes)];

    public (Route? Route, IReadOnlyDictionary<string, string>? Parameters) Find(string method, string rawPath)
    {
        var segments = rawPath.Split('/');
        foreach (var route in _routes)
        {
            if (string.Equals(route.Method, method, StringComparison.Ordinal) && route.Path.Match(segments) is { } parameters)
            {
                return (route, parameters);
            }
        }

        return (null, null);
    }

    /// <summary>The cloud whose form of errors an unknown path gets: the one that owns its prefix, else the gateway's.</summary>
    public CloudApi? Owner(string rawPath) => clouds.FirstOrDefault(cloud => cloud.OwnsUnknown(rawPath));

    /// <summary>The methods that a path knows.</summary>
    public IEnumerable<string> Methods(string rawPath)
    {
        var segments = rawPath.Split('/');
        return _routes.Where(route => route.Path.Match(segments) is not null).Select(route => route.Method);
    }
}
