using CloudUpdate.CodeGen.Model;

namespace CloudUpdate.CodeGen.Emit;

/// <summary>Writes the class that reads the package's configuration.</summary>
internal static class ConfigEmitter
{
    private const string Holder = """
        [global::System.Diagnostics.CodeAnalysis.SuppressMessage(
            "Microsoft.Design", "IDE1006", Justification = "Two underscores keep clear of the names of variables.")]
        private sealed class __Value<T>
        {
            private readonly Func<T> _read;
            private T _override = default!;
            private bool _isOverridden;

            public __Value(Func<T> read)
            {
                _read = read;
            }

            public T Get() => _isOverridden ? _override : _read();

            public void Set(T value)
            {
                _override = value;
                _isOverridden = true;
            }
        }
        """;

    /// <summary>Writes the class.</summary>
    public static void Emit(ConfigClass config, CodeWriter writer)
    {
        writer.Docs(config.Docs);
        using (writer.Block("public static class Config"))
        {
            writer.Lines(Holder)
                .Line()
                .Line("private static readonly global::Pulumi.Config __config ="
                    + $" new global::Pulumi.Config({CSharpText.Quote(config.PackageName)});");
            foreach (var variable in config.Variables)
            {
                writer.Line();
                EmitVariable(variable, writer);
            }
            if (config.Types.Count > 0)
            {
                writer.Line();
                EmitTypes(config.Types, writer);
            }
        }
    }

    private static void EmitVariable(ConfigVariable variable, CodeWriter writer)
    {
        var holder = $"__Value<{variable.Type}>";
        writer.Line($"private static readonly {holder} {variable.Field} = new {holder}(() => {variable.Expression});")
            .Line()
            .Docs(variable.Docs);
        using (writer.Block($"public static {variable.Type} {variable.Name}"))
        {
            writer.Line($"get => {variable.Field}.Get();").Line($"set => {variable.Field}.Set(value);");
        }
    }

    private static void EmitTypes(IReadOnlyList<ConfigType> types, CodeWriter writer)
    {
        writer.Summary("The structures of configuration values.");
        using (writer.Block("public static class Types"))
        {
            for (var index = 0; index < types.Count; index++)
            {
                if (index > 0)
                {
                    writer.Line();
                }
                EmitType(types[index], writer);
            }
        }
    }

    private static void EmitType(ConfigType type, CodeWriter writer)
    {
        writer.Docs(type.Docs);
        using (writer.Block($"public class {type.Name}"))
        {
            foreach (var property in type.Properties)
            {
                writer.Docs(property.Docs)
                    .Line($"public {property.Type} {property.Name} {{ get; set; }}{(property.StartsAsNull ? " = null!;" : "")}");
            }
        }
    }
}
