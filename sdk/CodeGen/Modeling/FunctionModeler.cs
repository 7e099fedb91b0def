using CloudUpdate.CodeGen.Docs;
using CloudUpdate.CodeGen.Model;
using CloudUpdate.CodeGen.Naming;
using CloudUpdate.CodeGen.Schema;

namespace CloudUpdate.CodeGen.Modeling;

/// <summary>Models functions: the static class, its arguments in both forms, and the result where it is defined in place.</summary>
internal sealed class FunctionModeler(ModelContext context)
{
    private readonly InputClassModeler _inputs = new(context);
    private readonly OutputClassModeler _outputs = new(context);

    /// <summary>The declarations of a function's file.</summary>
    public IReadOnlyList<Declaration> Model(FunctionSchema function)
    {
        var moduleNamespace = context.Naming.ModuleNamespaceOf(function.Token);
        var isForeign = context.Naming.TokenNamespace(function.Token) != moduleNamespace;
        var inputs = new TypeContext(moduleNamespace, TypeContext.Inputs) { IsForeignFile = isForeign };
        var outputs = new TypeContext(moduleNamespace, TypeContext.Outputs) { IsForeignFile = isForeign };
        var main = Class(function, inputs, outputs);
        return [main, .. Args(function, main, inputs), .. Result(function, main, outputs)];
    }

    private FunctionClass Class(FunctionSchema function, TypeContext inputs, TypeContext outputs)
    {
        var name = PackageNaming.FunctionClass(function.Token);
        var takesArgs = function.EventualInputs is { Properties.Count: > 0 } && !function.IsPositional;
        return new FunctionClass(name, MarkdownDocs.Comment(function.Description, $"The function {XmlText.Code(function.Token)}."))
        {
            Token = function.Token,
            Deprecation = function.Deprecation,
            Result = ResultType(function, name, outputs),
            ReturnsSingleValue = function.ReturnType is not (null or ObjectType),
            PlainArgs = function.PlainInputs is null || function.IsPositional ? null : name + "Args",
            EventualArgs = takesArgs ? name + "InvokeArgs" : null,
            ArgsAreOptional = function.PlainInputs?.Properties.Any(input => input.IsRequired) != true,
            Positional = function.IsPositional ? [.. Positional(function, inputs)] : null,
        };
    }

    private string? ResultType(FunctionSchema function, string name, TypeContext outputs) => function switch
    {
        { ReturnType: null } => null,
        { ReturnsInlineObject: true } => name + "Result",
        { ReturnType: var type } => context.Types.Render(type, outputs),
    };

    private IEnumerable<PositionalParameter> Positional(FunctionSchema function, TypeContext inputs) =>
        function.PlainInputs!.Properties.Zip(function.EventualInputs!.Properties, (plain, _) => new PositionalParameter(
            plain.Name,
            Identifiers.Escape(Identifiers.Down(plain.Name)),
            context.Types.Render(plain.Type, inputs with { IsMutable = true }),
            context.Types.Render(Eventual(plain), inputs with { IsMutable = true }),
            plain.IsRequired,
            MarkdownDocs.Comment(plain.Description, $"The argument {XmlText.Code(plain.Name)}.")));

    /// <summary>A parameter that may be left out may also become null later.</summary>
    private static SchemaType Eventual(PropertySchema property) =>
        property.IsRequired ? new InputType(property.Type) : new OptionalType(new InputType(property.Type));

    private IEnumerable<InputClass> Args(FunctionSchema function, FunctionClass main, TypeContext types)
    {
        var see = $"<see cref=\"{main.Name}\"/>";
        if (main.PlainArgs is { } plain)
        {
            yield return _inputs.Model(
                plain,
                Comment(function.PlainInputs!, $"The arguments of {see}, with values that are known."),
                "InvokeArgs",
                function.PlainInputs!.Properties,
                types,
                isInputShape: false);
        }
        if (main is { EventualArgs: { } eventual, Result: not null })
        {
            yield return _inputs.Model(
                eventual,
                Comment(function.EventualInputs!, $"The arguments of {see}, with values that may become known later."),
                "InvokeArgs",
                function.EventualInputs!.Properties,
                types,
                isInputShape: true);
        }
    }

    private IEnumerable<OutputClass> Result(FunctionSchema function, FunctionClass main, TypeContext types)
    {
        if (function is { ReturnsInlineObject: true, ReturnType: ObjectType result })
        {
            yield return _outputs.Class(
                main.Name + "Result", Comment(result, $"The result of <see cref=\"{main.Name}\"/>."), result.Properties, types);
        }
    }

    private static DocComment Comment(ObjectType type, string fallback) => MarkdownDocs.Comment(type.Description, fallback);
}
