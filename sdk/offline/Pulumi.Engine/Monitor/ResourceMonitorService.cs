using System.Collections.Concurrent;
using System.Collections.Immutable;
using CloudUpdate.Protocol.Rpc;
using CloudUpdate.Protocol.Values;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumi.Engine.Deployment;
using Pulumi.Engine.Events;
using Pulumi.Engine.Plugins;
using Pulumi.Engine.State;

namespace Pulumi.Engine.Monitor;

/// <summary>What programs talk to: registers resources, reads, invokes functions.</summary>
/// <param name="context">The run.</param>
/// <param name="state">What the run knows of resources.</param>
/// <param name="queue">Where requests wait.</param>
/// <param name="providers">Finds providers.</param>
internal sealed class ResourceMonitorService(DeploymentContext context, RunState state, MonitorQueue queue, ProviderResolver providers)
    : ResourceMonitor.ResourceMonitorBase
{
    private static readonly ImmutableHashSet<string> Features = ["secrets", "resourceReferences", "aliasSpecs", "deletedWith"];

    private readonly ConcurrentDictionary<string, StepMetadata> _openRegistrations = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource _shutdown = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _signals;

    /// <summary>The outputs that the program gave the stack; null until it does.</summary>
    public PropertyMap? StackOutputs { get; private set; }

    /// <summary>Lets a program that waits for the end of the run go.</summary>
    public void Release() => _shutdown.TrySetResult();

    public override Task<SupportsFeatureResponse> SupportsFeature(SupportsFeatureRequest request, ServerCallContext call) =>
        Task.FromResult(new SupportsFeatureResponse { HasSupport = Features.Contains(request.Id) });

    public override Task<DeploymentInfo> GetDeploymentInfo(Empty request, ServerCallContext call)
    {
        var info = new DeploymentInfo
        {
            Project = context.Stack.Project,
            Stack = context.Stack.Name,
            Organization = Backend.StackReference.Organization,
            DryRun = context.Preview,
            Parallel = context.Options.Parallel,
            SupportedFeatures =
            {
                ResourceMonitorFeature.Secrets, ResourceMonitorFeature.ResourceReferences, ResourceMonitorFeature.AliasSpecs, ResourceMonitorFeature.DeletedWith,
            },
        };
        foreach (var (key, value) in context.Options.Configuration.Values)
        {
            info.Config[key.ToString()] = value;
        }

        info.ConfigSecretKeys.AddRange(context.Options.Configuration.SecretKeys.Select(key => key.ToString()));
        return Task.FromResult(info);
    }

    public override async Task<RegisterResourceResponse> RegisterResource(RegisterResourceRequest request, ServerCallContext call)
    {
        var goal = await WithProviderAsync(request, Inherit(GoalReader.Read(request, context.Options.Project.Directory)));
        var outcome = await queue.SubmitAsync(new ResourceRegistration(goal));
        var registered = Require(outcome);
        if (!goal.Custom)
        {
            providers.RememberComponent(registered.Urn, providers.ComponentProviders(goal.Parent, request.Providers));
            _openRegistrations[registered.Urn] = outcome.Step!;
        }

        return new RegisterResourceResponse
        {
            Urn = registered.Urn,
            Id = registered.Id,
            Object = goal.Custom ? Visible(registered.Outputs, request.AcceptSecrets, request.AcceptResources, request.SupportsPartialValues) : new Struct(),
            Unknown = outcome.Unknown,
        };
    }

    public override async Task<ReadResourceResponse> ReadResource(ReadResourceRequest request, ServerCallContext call)
    {
        var goal = Inherit(GoalReader.Read(request, context.Options.Project.Directory));
        if (goal.ImportId.Length == 0 && !context.Preview)
        {
            throw GoalReader.Refusal(StatusCode.InvalidArgument, $"{request.Type} '{request.Name}' cannot be read without an id");
        }

        goal = goal with { Provider = await ResolveAsync(goal, ImmutableDictionary<string, string>.Empty, request.Version, request.PluginDownloadURL) };
        var registered = Require(await queue.SubmitAsync(new ReadRegistration(goal)));
        return new ReadResourceResponse
        {
            Urn = registered.Urn,
            Properties = Visible(registered.Outputs, request.AcceptSecrets, request.AcceptResources, partialValues: false),
        };
    }

    public override Task<Empty> RegisterResourceOutputs(RegisterResourceOutputsRequest request, ServerCallContext call)
    {
        if (!_openRegistrations.TryRemove(request.Urn, out var step) || !state.News.TryGetValue(request.Urn, out var resource))
        {
            throw GoalReader.Refusal(StatusCode.InvalidArgument, $"cannot complete a resource '{request.Urn}' whose registration isn't pending");
        }

        var outputs = GoalReader.Properties(request.Outputs);
        var completed = resource with { Outputs = outputs };
        state.News[request.Urn] = completed;
        if (resource.Type == Urn.RootStackType)
        {
            StackOutputs = outputs;
        }
        else
        {
            context.Journal.Complete(null, journal => journal.Amend(request.Urn, registered => registered with { Outputs = outputs }));
        }

        context.Events.Outputs(step with { New = completed });
        return Task.FromResult(new Empty());
    }

    public override async Task<ResourceInvokeResponse> Invoke(ResourceInvokeRequest request, ServerCallContext call)
    {
        if (request.DependsOn.Any(urn => state.News.TryGetValue(urn, out var resource) && resource is { Custom: true, Id.Length: 0 }))
        {
            return new ResourceInvokeResponse { Unknown = true };
        }

        var arguments = WireValues.DropUnknowns(GoalReader.Properties(request.Args));
        var reference = await providers.ResolveAsync(
            request.Tok, request.Provider, ImmutableDictionary<string, string>.Empty, request.Parent, request.Version, request.PluginDownloadURL, request.Tok);
        try
        {
            var provider = await (await context.Providers.GetAsync(reference)).CallsAsync();
            var outcome = await provider.InvokeAsync(request.Tok, arguments, context.Preview, context.Immediate);
            var response = new ResourceInvokeResponse { Return = Visible(outcome.Result ?? PropertyMap.Empty, acceptSecrets: true, request.AcceptResources, partialValues: true) };
            response.Failures.AddRange(outcome.Failures.Select(failure => new CheckFailure { Property = failure.Property, Reason = failure.Reason }));
            return response;
        }
        catch (ProviderException exception)
        {
            throw GoalReader.Refusal(exception.Code == StatusCode.OK ? StatusCode.Unknown : exception.Code, $"invocation of {request.Tok} returned an error: {exception.Message}");
        }
    }

    public override Task<CallResponse> Call(ResourceCallRequest request, ServerCallContext call) =>
        throw LeftOut($"methods of components ({request.Tok})");

    public override Task<Empty> RegisterStackTransform(Callback request, ServerCallContext call) => throw LeftOut("transforms");

    public override Task<Empty> RegisterStackInvokeTransform(Callback request, ServerCallContext call) => throw LeftOut("transforms of functions");

    public override Task<Empty> RegisterResourceHook(RegisterResourceHookRequest request, ServerCallContext call) => throw LeftOut("resource hooks");

    public override Task<Empty> RegisterErrorHook(RegisterErrorHookRequest request, ServerCallContext call) => throw LeftOut("error hooks");

    public override Task<RegisterPackageResponse> RegisterPackage(RegisterPackageRequest request, ServerCallContext call) => throw LeftOut("parameterized packages");

    public override async Task<Empty> SignalAndWaitForShutdown(Empty request, ServerCallContext call)
    {
        if (Interlocked.Increment(ref _signals) > 1)
        {
            throw GoalReader.Refusal(StatusCode.FailedPrecondition, "the program has already said that it registers nothing more");
        }

        queue.Close();
        await _shutdown.Task.WaitAsync(call.CancellationToken);
        return new Empty();
    }

    private static RpcException LeftOut(string what) =>
        GoalReader.Refusal(StatusCode.Unimplemented, $"{what} are not available in this engine; use the Pulumi CLI");

    private ResourceGoal Inherit(ResourceGoal goal)
    {
        if (!state.Goals.TryGetValue(goal.Parent, out var parent))
        {
            return goal;
        }

        return goal with
        {
            Protect = goal.Protect ?? parent.Protect,
            RetainOnDelete = goal.RetainOnDelete ?? parent.RetainOnDelete,
            DeletedWith = goal.DeletedWith.Length > 0 ? goal.DeletedWith : parent.DeletedWith,
        };
    }

    private async Task<ResourceGoal> WithProviderAsync(RegisterResourceRequest request, ResourceGoal goal)
    {
        if (!goal.Custom)
        {
            return goal;
        }

        return Urn.IsProviderType(goal.Type)
            ? goal with { Provider = string.Empty, Properties = ProviderResolver.WithPlugin(goal.Properties, request.Version, request.PluginDownloadURL) }
            : goal with { Provider = await ResolveAsync(goal, request.Providers, request.Version, request.PluginDownloadURL) };
    }

    private Task<string> ResolveAsync(ResourceGoal goal, IReadOnlyDictionary<string, string> given, string version, string url) => providers.ResolveAsync(
        goal.Type, goal.Provider, given, goal.Parent, version, url, Urn.Create(context.Stack.Name, context.Stack.Project, goal.Parent, goal.Type, goal.Name));

    private static ResourceState Require(RegistrationOutcome outcome) =>
        outcome.State ?? throw GoalReader.Refusal(StatusCode.Unavailable, outcome.Refusal ?? "resource monitor shut down");

    private static Struct Visible(PropertyMap outputs, bool acceptSecrets, bool acceptResources, bool partialValues)
    {
        var visible = partialValues ? outputs : outputs.Where((_, value) => !value.ContainsUnknowns);
        return new WireValues(acceptSecrets, acceptResources).Send(visible)!;
    }
}
