using CloudUpdate.Provider.Resources;
using CloudUpdate.Provider.Schema;
using CloudUpdate.Provider.Schema.Package;

namespace CloudUpdate.Provider.Documents;

/// <summary>The page of a data function.</summary>
internal static class FunctionPage
{
    /// <summary>A link from the page of a resource.</summary>
    public static string Link(FunctionDefinition function) => $"[`{Name(function)}`](../functions/{Name(function)}.md)";

    /// <summary>The function's name without package and module.</summary>
    public static string Name(FunctionDefinition function) => function.Token.Split(':')[2];

    /// <summary>The page.</summary>
    public static string Write(FunctionDefinition function)
    {
        var module = Tokens.Module(function.Token);
        var resource = function.Resource.Name;
        return new MarkdownText()
            .Heading(1, Name(function))
            .Part($"Token `{function.Token}`, in C# `Pulumi.CloudUpdate.{Languages.Namespace(module)}.{Naming.Capital(Name(function))}`.")
            .Part($"{function.Description} It reads and changes nothing; [{resource}](../resources/{resource}.md) manages such an object.")
            .Heading(2, "Example Usage").Block("csharp", Example(function, Languages.Namespace(module)))
            .Heading(2, "Arguments")
            .Part(function.Inputs.IsEmpty ? "None." : string.Empty)
            .Properties("Argument", function.Inputs, marksRequired: function.Inputs.Any(input => input.Required))
            .Heading(2, "Result").Properties("Member", function.Outputs)
            .SupportingTypes([.. function.Inputs, .. function.Outputs])
            .ToString();
    }

    private static string Example(FunctionDefinition function, string @namespace)
    {
        var name = Naming.Capital(Name(function));
        var required = function.Inputs.Where(input => input.Required).ToList();
        var shown = function.Outputs.First(output => !output.IsInput || function.Inputs.All(input => input.Name != output.Name)).Name;
        var config = required.Count == 0 ? string.Empty : "    var config = new Config();\n";
        var arguments = required.Count == 0
            ? "()"
            : $"(new {name}InvokeArgs\n    {{\n{string.Concat(required.Select(input => $"        {Naming.Capital(input.Name)} = config.Require(\"{input.Name}\"),\n"))}    }})";
        return $$"""
            using System.Collections.Generic;
            using Pulumi;
            using Pulumi.CloudUpdate.{{@namespace}};

            return await Deployment.RunAsync(() =>
            {
            {{config}}    var found = {{name}}.Invoke{{arguments}};
                return new Dictionary<string, object?> { ["{{shown}}"] = found.Apply(result => result.{{Naming.Capital(shown)}}) };
            });
            """;
    }
}
