using System.Collections.Immutable;
using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Resources;
using CloudUpdate.Provider.Values;

namespace CloudUpdate.Provider.Lifecycle;

/// <summary>Invoke: checks the arguments, then looks. Changes nothing.</summary>
/// <param name="context">The operation, on the function's resource.</param>
/// <param name="function">The function.</param>
/// <param name="args">The arguments.</param>
internal sealed class InvokeFlow(OperationContext context, FunctionDefinition function, PropertyMap args)
{
    /// <summary>Runs the call.</summary>
    public async Task<InvokeResult> RunAsync()
    {
        var failures = ValueCheck.Members(function.Inputs, args, PropertyPath.Root, hide: false)
            .Where(finding => !finding.IsWarning)
            .Select(finding => new CheckFailure(finding.Path.TopLevelKey ?? string.Empty, finding.Reason))
            .ToImmutableArray();
        if (!failures.IsEmpty)
        {
            return new InvokeResult(null, failures);
        }

        var location = await context.LocateAsync(args);
        var found = await function.Run(args, location, context.Scope) ?? throw new ProviderException(
            ProviderErrorCode.NotFound, $"{function.Token}: there is no such {context.Definition.Title}.");
        return new InvokeResult(Result(found, location), []);
    }

    // A result that was found by a secret argument tells the secret.
    private PropertyMap Result(PropertyMap found, Clouds.EffectiveLocation location)
    {
        if (context.Definition.IsRegional)
        {
            found = location.Region is { } region ? found.With(Settings.Region, PropertyValue.Of(region)) : found;
            found = location.ProjectId is { } project ? found.With(Settings.ProjectId, PropertyValue.Of(project)) : found;
        }

        return Marks.Like(args, Marks.ByDefinition(function.Outputs, found));
    }
}
