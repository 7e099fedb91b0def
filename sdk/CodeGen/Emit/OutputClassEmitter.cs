using CloudUpdate.CodeGen.Model;

namespace CloudUpdate.CodeGen.Emit;

/// <summary>Writes classes that programs read.</summary>
internal static class OutputClassEmitter
{
    /// <summary>Writes a class.</summary>
    public static void Emit(OutputClass type, CodeWriter writer)
    {
        writer.Docs(type.Docs).Line("[OutputType]");
        using (writer.Block($"public sealed class {type.Name}"))
        {
            foreach (var field in type.Fields)
            {
                writer.Docs(field.Docs).Obsolete(field.Deprecation).Line($"public readonly {field.Type} {field.Name};");
            }
            if (type.Fields.Count > 0)
            {
                writer.Line();
            }
            EmitConstructor(type, writer);
        }
    }

    private static void EmitConstructor(OutputClass type, CodeWriter writer)
    {
        writer.Line("[OutputConstructor]");
        var obsolete = type.Fields.Any(field => field.Deprecation.Length > 0);
        if (obsolete)
        {
            writer.Line("#pragma warning disable CS0612, CS0618");
        }
        EmitSignature(type, writer);
        using (writer.Open())
        {
            foreach (var field in type.Fields)
            {
                var target = field.Name == field.Parameter ? $"this.{field.Name}" : field.Name;
                writer.Line($"{target} = {field.Parameter};");
            }
        }
        if (obsolete)
        {
            writer.Line("#pragma warning restore CS0612, CS0618");
        }
    }

    private static void EmitSignature(OutputClass type, CodeWriter writer)
    {
        if (type.Fields.Count < 2)
        {
            writer.Line($"private {type.Name}({string.Concat(type.Fields.Select(Parameter))})");
            return;
        }

        writer.Line($"private {type.Name}(");
        using (writer.Indent())
        {
            for (var index = 0; index < type.Fields.Count; index++)
            {
                var isLast = index == type.Fields.Count - 1;
                writer.Line(Parameter(type.Fields[index]) + (isLast ? ")" : ","));
                if (!isLast)
                {
                    writer.Line();
                }
            }
        }
    }

    /// <summary>The runtime fills parameters by name; one that could not have its wire name says which it stands for.</summary>
    private static string Parameter(OutputField field)
    {
        var isRenamed = field.Parameter.TrimStart('@') != field.WireName;
        return $"{(isRenamed ? $"[OutputConstructorParameter({CSharpText.Quote(field.WireName)})] " : "")}{field.Type} {field.Parameter}";
    }
}
