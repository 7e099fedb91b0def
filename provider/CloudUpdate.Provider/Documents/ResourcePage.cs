using CloudUpdate.Provider.Resources;
using CloudUpdate.Provider.Schema.Package;

namespace CloudUpdate.Provider.Documents;

/// <summary>The page of a resource: its README, with what follows from the definition between its sections.</summary>
internal static class ResourcePage
{
    /// <summary>The page.</summary>
    /// <param name="definition">The resource.</param>
    /// <param name="functions">Its data functions.</param>
    public static string Write(ResourceDefinition definition, IEnumerable<FunctionDefinition> functions)
    {
        var readme = new MarkdownSections(Documentation.Of(definition));
        var outputs = definition.Outputs.Where(output => !output.IsInput).ToList();
        return new MarkdownText()
            .Heading(1, definition.Name)
            .Part($"Token `{definition.Token}`, in C# `Pulumi.CloudUpdate.{Languages.Namespace(definition.Module)}.{definition.Name}`.")
            .Part(readme.Introduction)
            .Heading(2, "Example Usage").Part(readme.Text("Example Usage"))
            .Heading(2, "Inputs")
            .Part("An input that is not needed and is left out is left alone in the cloud. *Updates*: the object is changed in place. *Replaces*: another value is another object.")
            .Inputs(definition.Inputs)
            .Heading(2, "Outputs")
            .Part($"The inputs with the values that the cloud shows{(outputs.Count > 0 ? ", and:" : ".")}")
            .Properties("Output", outputs)
            .SupportingTypes([.. definition.Inputs, .. definition.Outputs])
            .Ownership(definition)
            .Heading(2, "Behaviour to know").Part(readme.Text("Behaviour to know"))
            .Heading(2, "Calls").Table(["Operation", "Call", "Request"], Calls(definition)).Part(Waiting(definition))
            .Heading(2, "Import").Part(readme.Text("Import"))
            .Part($"Form of the id: `{new IdCodec(definition).Form}`.")
            .Heading(2, "Functions")
            .Table(["Function", "What it answers"], functions.Select(function => new[] { FunctionPage.Link(function), function.Description }))
            .ToString();
    }

    private static IEnumerable<string[]> Calls(ResourceDefinition definition)
    {
        (string Name, Operation? Call)[] calls =
            [("read", definition.Read), ("create", definition.Create), ("update", definition.Update), ("delete", definition.Delete), ("list", definition.List)];
        return calls.Where(call => call.Call is not null).Select(call => new[] { call.Name, $"`{call.Call!.Name}`", $"`{call.Call.Method} {call.Call.Path}`" });
    }

    private static string Waiting(ResourceDefinition definition)
    {
        var limit = $"An operation takes at most {(int)definition.Timeout.TotalMinutes} minutes, unless `customTimeouts` says otherwise.";
        return definition.States is { } states
            ? $"{limit} It ends well when `{states.Member}` is {Either(states.Done)}, and fails when it is {Either(states.Failed)}."
            : $"{limit} The calls are final when they answer; nothing is waited for.";
    }

    private static string Either(IEnumerable<string> states) => string.Join(" or ", states.Order(StringComparer.Ordinal).Select(state => $"`{state}`"));
}
