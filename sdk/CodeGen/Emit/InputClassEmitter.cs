using CloudUpdate.CodeGen.Model;

namespace CloudUpdate.CodeGen.Emit;

/// <summary>Writes classes that programs fill in.</summary>
internal static class InputClassEmitter
{
    /// <summary>Writes a class.</summary>
    public static void Emit(InputClass type, CodeWriter writer)
    {
        writer.Docs(type.Docs);
        using (writer.Block($"public sealed class {type.Name} : global::Pulumi.{type.BaseClass}"))
        {
            foreach (var property in type.Properties)
            {
                EmitProperty(property, writer);
                writer.Line();
            }
            EmitConstructor(type, writer);
            writer.Line();
            writer.Summary("A new set of arguments in which nothing has been set.");
            writer.Line($"public static new {type.Name} Empty => new {type.Name}();");
        }
    }

    private static void EmitConstructor(InputClass type, CodeWriter writer)
    {
        writer.Summary(type.Defaults.Count == 0
            ? "Creates a set of arguments in which nothing has been set."
            : "Creates a set of arguments in which nothing but the defaults has been set.");
        using (writer.Block($"public {type.Name}()"))
        {
            AssignmentEmitter.Emit(type.Defaults, "", writer);
        }
    }

    private static void EmitProperty(InputProperty property, CodeWriter writer)
    {
        if (property.Field is { } field)
        {
            EmitBacked(property, field, writer);
            return;
        }

        writer.Docs(property.Docs)
            .Line(Attribute(property))
            .Obsolete(property.Deprecation)
            .Line($"public {property.Type} {property.Name} {{ get; set; }}{(property.StartsAsNull ? " = null!;" : "")}");
    }

    private static string Attribute(InputProperty property)
    {
        var required = property.IsRequired ? ", required: true" : "";
        var json = property.IsJson ? ", json: true" : "";
        return $"[Input({CSharpText.Quote(property.WireName)}{required}{json})]";
    }

    private static void EmitBacked(InputProperty property, BackingField field, CodeWriter writer)
    {
        writer.Line(Attribute(property))
            .Line($"private {field.Type}? {field.Name};")
            .Line()
            .Docs(property.Docs)
            .Obsolete(property.Deprecation);
        using (writer.Block($"public {property.Type} {property.Name}"))
        {
            writer.Line($"get => {Getter(field)};");
            if (field.Secret is { } secret)
            {
                EmitSecretSetter(field, secret, writer);
            }
            else
            {
                writer.Line($"set => {field.Name} = value;");
            }
        }
    }

    /// <summary>A secret collection that is filled without being set is secret from the start.</summary>
    private static string Getter(BackingField field) => field switch
    {
        { IsCollection: false } => field.Name,
        { Secret: { } secret } => $"{field.Name} ?? ({field.Name} = Output.CreateSecret({secret.Empty}))",
        _ => $"{field.Name} ?? ({field.Name} = new {field.Type}())",
    };

    private static void EmitSecretSetter(BackingField field, SecretMark secret, CodeWriter writer)
    {
        using (writer.Block("set"))
        {
            writer.Line($"var emptySecret = Output.CreateSecret({secret.Empty});");
            writer.Line(secret.IsCollection
                ? $"{field.Name} = Output.All(value, emptySecret).Apply(v => v[0]);"
                : $"{field.Name} = Output.Tuple<{field.Type}?, int>(value, emptySecret).Apply(t => t.Item1);");
        }
    }
}
