using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Pulumi.Cli.Json;

/// <summary>JSON documents with an indentation of four, as the Pulumi command writes them.</summary>
internal static class IndentedJson
{
    public static string Write(JToken document)
    {
        var text = new StringWriter { NewLine = "\n" };
        using var writer = new JsonTextWriter(text) { Formatting = Formatting.Indented, Indentation = 4 };
        document.WriteTo(writer);
        return text.ToString();
    }
}
