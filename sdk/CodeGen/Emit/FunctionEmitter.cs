using CloudUpdate.CodeGen.Docs;
using CloudUpdate.CodeGen.Model;

namespace CloudUpdate.CodeGen.Emit;

/// <summary>Writes the static class of a function.</summary>
internal sealed class FunctionEmitter(FunctionClass function, CodeWriter writer)
{
    private const string Deployment = "global::Pulumi.Deployment.Instance";
    private const string AtOnce = "Calls the function at once, with arguments that are known.";
    private const string Eventually = "Calls the function when its arguments become known.";

    private string Generic => function.Result is { } result ? $"<{result}>" : "";

    private string Method => function.ReturnsSingleValue ? "InvokeSingle" : "Invoke";

    private string Token => CSharpText.Quote(function.Token);

    /// <summary>Writes it.</summary>
    public void Emit()
    {
        writer.Docs(function.Docs).Obsolete(function.Deprecation);
        using (writer.Block($"public static class {function.Name}"))
        {
            if (function.Positional is { } parameters)
            {
                EmitPositional(parameters);
            }
            else
            {
                EmitByObject();
            }
        }
    }

    private void EmitByObject()
    {
        Docs(AtOnce, function.PlainArgs);
        writer.Line($"public static Task{Generic} InvokeAsync({Args(function.PlainArgs, function.ArgsAreOptional)}InvokeOptions? options = null)");
        EmitCall($"{Method}Async", function.PlainArgs);
        if (function.Result is null)
        {
            return;
        }

        writer.Line();
        Docs(Eventually, function.EventualArgs);
        writer.Line($"public static Output{Generic} Invoke({Args(function.EventualArgs, function.ArgsAreOptional)}InvokeOptions? options = null)");
        EmitCall(Method, function.EventualArgs);
        writer.Line();
        Docs(Eventually, function.EventualArgs);
        writer.Line($"public static Output{Generic} Invoke({Args(function.EventualArgs, isOptional: false)}InvokeOutputOptions options)");
        EmitCall(Method, function.EventualArgs);
    }

    private static string Args(string? type, bool isOptional) =>
        type is null ? "" : isOptional ? $"{type}? args = null, " : $"{type} args, ";

    private void EmitCall(string method, string? args)
    {
        var argument = args is null ? "InvokeArgs.Empty" : $"args ?? new {args}()";
        using (writer.Indent())
        {
            writer.Line($"=> {Deployment}.{method}{Generic}({Token}, {argument}, options.WithDefaults());");
        }
    }

    private void EmitPositional(IReadOnlyList<PositionalParameter> parameters)
    {
        Docs(AtOnce, parameters);
        var known = parameters.Select(parameter => Parameter(parameter, parameter.PlainType));
        using (writer.Block($"public static async Task{Generic} InvokeAsync({string.Concat(known)}InvokeOptions? invokeOptions = null)"))
        {
            EmitDictionary(parameters);
            var call = $"await {Deployment}.{Method}Async{Generic}({Token}, args, invokeOptions.WithDefaults());";
            writer.Line(function.Result is null ? call : "return " + call);
        }
        if (function.Result is null)
        {
            return;
        }

        writer.Line();
        Docs(Eventually, parameters);
        var eventual = parameters.Select(parameter => Parameter(parameter, parameter.EventualType));
        using (writer.Block($"public static Output{Generic} Invoke({string.Concat(eventual)}InvokeOptions? invokeOptions = null)"))
        {
            EmitDictionary(parameters);
            writer.Line($"return {Deployment}.{Method}{Generic}({Token}, args, invokeOptions.WithDefaults());");
        }
    }

    private static string Parameter(PositionalParameter parameter, string type) =>
        $"{type} {parameter.Name}{(parameter.IsRequired ? "" : " = null")}, ";

    private void EmitDictionary(IReadOnlyList<PositionalParameter> parameters)
    {
        writer.Line("var builder = ImmutableDictionary.CreateBuilder<string, object?>();");
        foreach (var parameter in parameters)
        {
            writer.Line($"builder[{CSharpText.Quote(parameter.WireName)}] = {parameter.Name};");
        }
        writer.Line("var args = new global::Pulumi.DictionaryInvokeArgs(builder.ToImmutableDictionary());");
    }

    private void Docs(string how, string? args)
    {
        var docs = With(how);
        docs = args is null ? docs : docs.WithParam("args", "The arguments of the function.");
        writer.Docs(WithResult(docs.WithParam("options", "How the function is called: its provider, parent and the like.")));
    }

    private void Docs(string how, IReadOnlyList<PositionalParameter> parameters)
    {
        var docs = parameters.Aggregate(
            With(how), (comment, parameter) => comment.WithParam(parameter.Name.TrimStart('@'), string.Join(' ', parameter.Docs.SummaryLines)));
        writer.Docs(WithResult(docs.WithParam("invokeOptions", "How the function is called: its provider, parent and the like.")));
    }

    /// <summary>The function's own comment, with a sentence on this way of calling it.</summary>
    private DocComment With(string how)
    {
        var end = function.Docs.Lines.ToList().IndexOf("</summary>");
        return new DocComment([.. function.Docs.Lines.Take(end), $"<para>{how}</para>", .. function.Docs.Lines.Skip(end)]);
    }

    private DocComment WithResult(DocComment docs) =>
        docs.WithReturns(function.Result is null ? "A task that ends with the call." : "The result.");
}
