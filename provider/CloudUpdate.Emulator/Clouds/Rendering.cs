using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.Clouds;

/// <summary>Turns stored data into answers.</summary>
internal static class Rendering
{
    /// <summary>A copy without the emulator's own members and without the named ones.</summary>
    public static JObject Public(JObject data, params ReadOnlySpan<string> without)
    {
        var rendered = new JObject();
        foreach (var (name, value) in data)
        {
            if (!name.StartsWith('_') && !without.Contains(name))
            {
                rendered[name] = value?.DeepClone();
            }
        }

        return rendered;
    }
}
