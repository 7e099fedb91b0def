using System.Collections.Frozen;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.Clouds.GlobalAccelerator;

/// <summary>Regions that endpoint groups can be in.</summary>
internal static class GaRegions
{
    private static readonly FrozenDictionary<string, string> Areas = new Dictionary<string, string>
    {
        ["cn-north-4"] = "CM",
        ["cn-north-9"] = "CM",
        ["cn-east-2"] = "CM",
        ["cn-east-3"] = "CM",
        ["cn-south-1"] = "CM",
        ["cn-southwest-2"] = "CM",
        ["ap-southeast-1"] = "OUTOFCM",
        ["ap-southeast-2"] = "OUTOFCM",
        ["ap-southeast-3"] = "OUTOFCM",
        ["ap-southeast-4"] = "OUTOFCM",
        ["af-south-1"] = "OUTOFCM",
        ["la-south-2"] = "OUTOFCM",
        ["la-north-2"] = "OUTOFCM",
        ["na-mexico-1"] = "OUTOFCM",
        ["sa-brazil-1"] = "OUTOFCM",
        ["tr-west-1"] = "OUTOFCM",
        ["me-east-1"] = "OUTOFCM",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static bool Contains(string region) => Areas.ContainsKey(region);

    public static JArray Json() => new(Areas.OrderBy(area => area.Key, StringComparer.Ordinal).Select(area => new JObject
    {
        ["region_id"] = area.Key,
        ["area"] = area.Value,
        ["supported_endpoint_types"] = new JArray("EIP"),
    }));
}
