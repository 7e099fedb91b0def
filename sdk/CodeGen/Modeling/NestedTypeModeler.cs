using CloudUpdate.CodeGen.Docs;
using CloudUpdate.CodeGen.Model;
using CloudUpdate.CodeGen.Naming;
using CloudUpdate.CodeGen.Schema;

namespace CloudUpdate.CodeGen.Modeling;

/// <summary>Models the classes of named structures: one for each way in which a structure is used.</summary>
internal sealed class NestedTypeModeler(ModelContext context)
{
    private readonly InputClassModeler _inputs = new(context);
    private readonly OutputClassModeler _outputs = new(context);

    /// <summary>The classes of a structure, each with the qualifier of its namespace and the name of its file.</summary>
    public IEnumerable<(string Qualifier, string File, Declaration Class)> Model(ObjectType plain, ObjectType input)
    {
        var name = Identifiers.ClassOf(plain.Token);
        var inputs = new TypeContext(context.Naming.ModuleNamespaceOf(plain.Token), TypeContext.Inputs);
        var outputs = inputs with { Qualifier = TypeContext.Outputs };
        if (Uses(input, TypeUsage.Input))
        {
            yield return (inputs.Qualifier, name + "Args", Input(input, inputs, "ResourceArgs"));
        }
        if (Uses(plain, TypeUsage.Input))
        {
            yield return (inputs.Qualifier, name, Input(plain, inputs, "InvokeArgs"));
        }
        if (Uses(input, TypeUsage.State))
        {
            yield return (inputs.Qualifier, name + "GetArgs", Input(input, inputs with { IsState = true }, "ResourceArgs"));
        }
        if (Uses(plain, TypeUsage.Output))
        {
            yield return (outputs.Qualifier, context.Types.ClassOf(plain, outputs), Output(plain, outputs));
        }
    }

    private bool Uses(ObjectType type, TypeUsage usage) => context.Usages.Of(type).HasFlag(usage);

    private InputClass Input(ObjectType type, TypeContext types, string baseClass) =>
        _inputs.Model(context.Types.ClassOf(type, types), Docs(type), baseClass, type.Properties, types, type.IsInputShape);

    private OutputClass Output(ObjectType type, TypeContext types) =>
        _outputs.Class(context.Types.ClassOf(type, types), Docs(type), type.Properties, types);

    private static DocComment Docs(ObjectType type) =>
        MarkdownDocs.Comment(type.Description, $"The structure {XmlText.Code(Identifiers.TokenName(type.Token))}.");
}
