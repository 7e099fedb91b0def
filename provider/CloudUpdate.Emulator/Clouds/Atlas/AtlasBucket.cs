using System.Globalization;
using CloudUpdate.Emulator.Http;

namespace CloudUpdate.Emulator.Clouds.Atlas;

/// <summary>The token bucket that all streams calls of a project share. Callers hold the state's lock.</summary>
internal sealed class AtlasBucket
{
    private const int Capacity = 1200;
    private const double RefillPerSecond = 10;
    private readonly Dictionary<string, (double Tokens, DateTimeOffset At)> _groups = new(StringComparer.Ordinal);

    /// <summary>Takes one token; an answer means that there is none and that the limit is enforced.</summary>
    public Reply? Take(Call call, string group)
    {
        var (tokens, at) = _groups.TryGetValue(group, out var entry) ? entry : (Capacity, call.Now);
        tokens = Math.Min(Capacity, tokens + (Math.Max(0, (call.Now - at).TotalSeconds) * RefillPerSecond));
        if (tokens < 1 && call.Settings.AtlasEnforcesRateLimit)
        {
            _groups[group] = (tokens, call.Now);
            return AtlasErrors.Throttled("api/atlas/v2/groups/{groupId}/streams", 1).With("Retry-After", "1");
        }

        _groups[group] = (Math.Max(0, tokens - 1), call.Now);
        return null;
    }

    public Reply Label(Reply reply, string group) => reply
        .With("ratelimit-limit", Capacity.ToString(CultureInfo.InvariantCulture))
        .With("ratelimit-remaining", ((int)_groups[group].Tokens).ToString(CultureInfo.InvariantCulture));
}
