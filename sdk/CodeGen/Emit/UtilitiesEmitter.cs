using CloudUpdate.CodeGen.Model;

namespace CloudUpdate.CodeGen.Emit;

/// <summary>Writes what all generated classes of a package share.</summary>
internal static class UtilitiesEmitter
{
    private const string Environment = """
        private static readonly string[] _truths = { "1", "t", "T", "true", "TRUE", "True" };
        private static readonly string[] _falsehoods = { "0", "f", "F", "false", "FALSE", "False" };

        public static string? GetEnv(params string[] names)
        {
            foreach (var name in names)
            {
                if (global::System.Environment.GetEnvironmentVariable(name) is { } value)
                {
                    return value;
                }
            }
            return null;
        }

        public static bool? GetEnvBoolean(params string[] names)
        {
            var value = GetEnv(names);
            if (global::System.Array.IndexOf(_truths, value) >= 0)
            {
                return true;
            }
            return global::System.Array.IndexOf(_falsehoods, value) >= 0 ? false : (bool?)null;
        }

        public static int? GetEnvInt32(params string[] names) =>
            int.TryParse(GetEnv(names), out var value) ? value : (int?)null;

        public static double? GetEnvDouble(params string[] names) =>
            double.TryParse(GetEnv(names), out var value) ? value : (double?)null;
        """;

    private const string ReadVersion = """
        private static string ReadVersion()
        {
            using var stream = typeof(Utilities).Assembly.GetManifestResourceStream(VersionResource)
                ?? throw new global::System.NotSupportedException($"The assembly lacks its embedded file {VersionResource}.");
            using var reader = new global::System.IO.StreamReader(stream);
            var text = reader.ReadToEnd().Trim();
            var lines = text.Split('\n');
            // Of two lines, the first is the name of the provider.
            return lines.Length == 2 ? lines[1].Trim() : text;
        }
        """;

    /// <summary>Writes the class and the attribute that marks resources.</summary>
    public static void Emit(UtilitiesClass utilities, CodeWriter writer)
    {
        writer.Docs(utilities.Docs);
        using (writer.Block("static class Utilities"))
        {
            writer.Line($"private const string VersionResource = {CSharpText.Quote(utilities.VersionResource)};")
                .Line()
                .Lines(Environment)
                .Line();
            EmitDefaults(utilities, writer);
            writer.Line("public static string Version { get; } = ReadVersion();")
                .Line()
                .Lines(ReadVersion);
        }
        writer.Line();
        EmitAttribute(utilities.Attribute + "Attribute", writer);
    }

    private static void EmitDefaults(UtilitiesClass utilities, CodeWriter writer)
    {
        writer.Line("[global::System.Obsolete(\"Use WithDefaults, which also sets where the plugin comes from.\")]");
        EmitDefaults("InvokeOptions", "WithVersion", "", writer);
        EmitDefaults("InvokeOptions", "WithDefaults", utilities.PluginDownloadUrl, writer);
        EmitDefaults("InvokeOutputOptions", "WithDefaults", utilities.PluginDownloadUrl, writer);
    }

    private static void EmitDefaults(string options, string method, string url, CodeWriter writer)
    {
        var type = $"global::Pulumi.{options}";
        using (writer.Block($"public static {type} {method}(this {type}? src)"))
        {
            writer.Line($"var options = src ?? new {type}();").Line("options.Version ??= Version;");
            if (url.Length > 0)
            {
                writer.Line($"options.PluginDownloadURL ??= {CSharpText.Quote(url)};");
            }
            writer.Line("return options;");
        }
        writer.Line();
    }

    private static void EmitAttribute(string name, CodeWriter writer)
    {
        using (writer.Block($"internal sealed class {name} : global::Pulumi.ResourceTypeAttribute"))
        {
            writer.Line($"public {name}(string type) : base(type, Utilities.Version)");
            writer.Line("{").Line("}");
        }
    }
}
