using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.State;

/// <summary>JSON merge patch, RFC 7386.</summary>
internal static class MergePatch
{
    public static JObject Apply(JObject target, JObject patch)
    {
        var result = (JObject)target.DeepClone();
        foreach (var (name, value) in patch)
        {
            if (value is null or { Type: JTokenType.Null })
            {
                result.Remove(name);
            }
            else if (value is JObject inner)
            {
                result[name] = Apply(result[name] as JObject ?? [], inner);
            }
            else
            {
                result[name] = value.DeepClone();
            }
        }

        return result;
    }
}
