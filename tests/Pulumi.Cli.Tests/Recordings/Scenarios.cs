using System.Collections.Immutable;
using CloudUpdate.Protocol.Values;
using Pulumi.Cli.Display.Model;
using Pulumi.Engine.Events;
using Pulumi.Engine.State;

namespace Pulumi.Cli.Tests.Recordings;

/// <summary>Runs as they happen to users.</summary>
internal static class Scenarios
{
    private static readonly string s_cluster = Recording.UrnOf("cloudupdate:eventgrid:EventStreamCluster", "events");
    private static readonly string s_group = Recording.UrnOf("cloudupdate:globalaccelerator:EndpointGroup", "front");
    private static readonly string s_component = Recording.UrnOf("proj:index:Alerts", "alerts");
    private static readonly string s_notification = Recording.UrnOf("cloudupdate:csms:EventNotification", "rotation", s_component);
    private static readonly string s_connection = Recording.UrnOf("cloudupdate:mongodbatlas:StreamConnection", "orders");

    private static readonly PropertyMap s_clusterInputs = Bag(
        ("clusterId", "c-0123"), ("name", "events-prod"), ("description", "line one\nline two"), ("tags", Bag(("team", "blue"), ("env", "prod"))), ("empty", ""),
        ("__ownership", "adopted"));

    private static readonly PropertyMap s_connectionInputs = Bag(
        ("groupId", "g-1"), ("connectionName", "orders"), ("type", "Kafka"),
        ("authentication", Bag(("mechanism", "PLAIN"), ("username", "app"), ("password", PropertyValue.Secret(PropertyValue.Of("hunter2"))))));

    private static readonly ResourceState s_stack = new() { Urn = Recording.StackUrn, Type = Engine.Urn.RootStackType };

    public static IEnumerable<string> Names => All.Keys;

    public static IReadOnlyDictionary<string, Func<Recording>> All { get; } = new SortedDictionary<string, Func<Recording>>(StringComparer.Ordinal)
    {
        ["first-preview"] = FirstPreview,
        ["change-preview"] = ChangePreview,
        ["empty-preview"] = () => new Recording(OperationVerb.Update, isPreview: true).Step(Same(s_stack)).Finish(),
        ["no-change-preview"] = NoChangePreview,
        ["failed-preview"] = FailedPreview,
        ["update"] = Update,
        ["failed-update"] = FailedUpdate,
        ["interrupted-update"] = InterruptedUpdate,
        ["refresh"] = Refresh,
        ["preview-after-refresh"] = PreviewAfterRefresh,
        ["destroy"] = Destroy,
        ["import"] = Import,
    };

    private static Recording FirstPreview()
    {
        var run = new Recording(OperationVerb.Update, isPreview: true);
        run.Begin(Created(s_stack));
        var provider = new ResourceState { Urn = Recording.UrnOf("pulumi:providers:cloudupdate", "default_0_1_0"), Type = "pulumi:providers:cloudupdate", Custom = true };
        run.Step(Created(provider) with { Internal = true });
        run.Step(Created(Recording.State(s_cluster) with { Inputs = s_clusterInputs, Protect = true }));
        run.Say(s_cluster, DiagnosticSeverity.Info, "adopts cluster c-0123 and changes 2 of its properties:\nname: \"events\" => \"events-prod\"\ntags.team: \"red\" => \"blue\"");
        run.Step(Created(Component()));
        run.Step(Created(Recording.State(s_notification, parent: s_component) with { Inputs = Bag(("eventName", "rotation"), ("status", "ENABLED"), ("targets", List("a", "b"))) }));
        run.Step(Created(Recording.State(s_connection) with { Inputs = s_connectionInputs }));
        run.Say(s_connection, DiagnosticSeverity.Warning, "type 'Kafka' sends credentials in clear unless security.protocol is SASL_SSL");
        run.Say(string.Empty, DiagnosticSeverity.Info, "a line that the program printed\n");
        run.Step(Created(s_stack));
        run.Outputs = Bag(("clusterId", PropertyValue.Unknown), ("endpoint", "https://example.test"), ("token", PropertyValue.Secret(PropertyValue.Of("t0ken"))));
        return run.Finish();
    }

    private static Recording ChangePreview()
    {
        var run = new Recording(OperationVerb.Update, isPreview: true);
        run.Begin(Same(s_stack));
        run.Step(Change(run, StepOperation.Update));
        run.Step(Same(Component()));
        run.Step(Same(Recording.State(s_notification, "rotation", s_component)));
        foreach (var operation in new[] { StepOperation.CreateReplacement, StepOperation.Replace })
        {
            run.Step(Replacement(operation));
        }

        run.Step(Deleted(Recording.State(s_group, "eg-1") with { Inputs = Bag(("name", "front"), ("trafficDial", 20.0)) }));
        run.Step(Replacement(StepOperation.DeleteReplaced));
        run.Step(Same(s_stack));
        run.OldOutputs = Bag(("count", 1.0), ("old", "x"), ("token", PropertyValue.Secret(PropertyValue.Of("t0ken"))), ("url", "http://a"));
        run.Outputs = Bag(("count", 2.0), ("new", List("y")), ("token", PropertyValue.Secret(PropertyValue.Of("t0ken"))), ("url", "http://a"));
        return run.Finish();
    }

    private static Recording NoChangePreview()
    {
        var run = new Recording(OperationVerb.Update, isPreview: true);
        run.Begin(Same(s_stack)).Step(Same(Recording.State(s_cluster, "c-0123"))).Step(Same(s_stack));
        run.OldOutputs = run.Outputs = Bag(("url", "http://a"));
        return run.Finish();
    }

    private static Recording FailedPreview()
    {
        var run = new Recording(OperationVerb.Update, isPreview: true);
        run.Begin(Same(s_stack));
        run.Say(s_cluster, DiagnosticSeverity.Error, "cloudupdate:eventgrid:EventStreamCluster resource 'events': property name value {{}} has a problem: it must have 1 to 128 characters");
        run.Say(s_cluster, DiagnosticSeverity.Error, "cloudupdate:eventgrid:EventStreamCluster resource 'events': property tags has a problem: at most 20 tags");
        run.Say(string.Empty, DiagnosticSeverity.Error, "preview failed");
        return run.Finish(UpdateOutcome.Failed);
    }

    private static Recording Update()
    {
        var run = new Recording(OperationVerb.Update, isPreview: false);
        run.Begin(Created(s_stack)).Begin(Created(Component()));
        var cluster = Recording.State(s_cluster, "c-0123") with { Inputs = s_clusterInputs, Outputs = s_clusterInputs.With("status", PropertyValue.Of("ACTIVE")) };
        run.Begin(Created(cluster with { Id = string.Empty }));
        run.Say(s_cluster, DiagnosticSeverity.Info, "waits for the cluster: UPDATING", ephemeral: true).Pass(TimeSpan.FromSeconds(12));
        var connection = Recording.State(s_connection, "g-1/t/orders") with { Inputs = s_connectionInputs };
        run.Step(Created(connection)).End(Created(cluster)).End(Created(Component())).End(Created(s_stack));
        run.Outputs = Bag(("clusterId", "c-0123"), ("connection", Bag(("name", "orders"), ("size", 3.0))));
        return run.Finish();
    }

    private static Recording FailedUpdate()
    {
        var run = new Recording(OperationVerb.Update, isPreview: false);
        run.Begin(Same(s_stack));
        var change = Change(run, StepOperation.Update);
        run.Begin(change);
        run.Say(s_cluster, DiagnosticSeverity.Error, "EG.10100011: quota exceeded (request id 7f3a)\nAsk for a higher quota, or remove a cluster.");
        run.Fail(change);
        run.Say(string.Empty, DiagnosticSeverity.Error,
            "Running program '/p.dll' failed with an unhandled exception:\nGrpc.Core.RpcException: Status(StatusCode=\"Unavailable\", Detail=\"resource monitor shut down while waiting on step's done channel\")");
        run.Say(string.Empty, DiagnosticSeverity.Error, "update failed");
        return run.Finish();
    }

    private static Recording InterruptedUpdate()
    {
        var run = new Recording(OperationVerb.Update, isPreview: false);
        run.Begin(Same(s_stack)).Begin(Change(run, StepOperation.Update)).Pass(TimeSpan.FromSeconds(3));
        run.Say(string.Empty, DiagnosticSeverity.Error, "update canceled");
        return run.Finish(UpdateOutcome.Canceled);
    }

    private static Recording Refresh()
    {
        var run = new Recording(OperationVerb.Refresh, isPreview: false);
        run.Step(Same(s_stack));
        var old = Recording.State(s_cluster, "c-0123") with { Inputs = s_clusterInputs, Outputs = s_clusterInputs };
        var found = old.Outputs.With("name", PropertyValue.Of("renamed by hand"));
        var read = new StepMetadata { Operation = StepOperation.Refresh, Urn = s_cluster, Type = old.Type, Old = old, New = old };
        run.Begin(read).End(read with
        {
            Operation = StepOperation.Update,
            New = old with { Inputs = found, Outputs = found },
            ChangedKeys = ["name"],
            DetailedDiff = Detailed(("name", PropertyChangeKind.Update)),
        });
        var gone = Recording.State(s_connection, "g-1/t/orders") with { Inputs = s_connectionInputs };
        var lost = new StepMetadata { Operation = StepOperation.Refresh, Urn = s_connection, Type = gone.Type, Old = gone, New = gone };
        run.Begin(lost).End(lost with { Operation = StepOperation.Delete, New = null });
        run.OldOutputs = run.Outputs = Bag(("url", "http://a"));
        return run.Finish();
    }

    private static Recording PreviewAfterRefresh()
    {
        var run = new Recording(OperationVerb.Update, isPreview: true);
        var old = Recording.State(s_cluster, "c-0123") with { Inputs = s_clusterInputs, Outputs = s_clusterInputs };
        var found = old.Outputs.With("name", PropertyValue.Of("renamed by hand"));
        var read = new StepMetadata { Operation = StepOperation.Refresh, Urn = s_cluster, Type = old.Type, Old = old, New = old, InRefreshPhase = true };
        run.Begin(read).End(read with { Operation = StepOperation.Update, New = old with { Outputs = found }, DetailedDiff = Detailed(("name", PropertyChangeKind.Update)) });
        var group = Recording.State(s_group, "eg-1");
        var other = read with { Urn = s_group, Type = group.Type, Old = group, New = group };
        run.Begin(other).End(other with { Operation = StepOperation.Same });
        run.Begin(Same(s_stack)).Step(Same(old)).Step(Same(group)).Step(Same(s_stack));
        return run.Finish();
    }

    private static Recording Destroy()
    {
        var run = new Recording(OperationVerb.Destroy, isPreview: false);
        run.Step(Deleted(Recording.State(s_connection, "g-1/t/orders") with { Inputs = s_connectionInputs }));
        run.Step(Deleted(Recording.State(s_cluster, "c-0123") with { RetainOnDelete = true }));
        run.Say(s_group, DiagnosticSeverity.Warning, "the endpoint group eg-1 stays as it is, since onDelete is Retain\nSet onDelete to Delete to remove it.");
        run.Step(Deleted(Recording.State(s_group, "eg-1")));
        run.Step(Deleted(s_stack));
        return run.Finish();
    }

    private static Recording Import()
    {
        var run = new Recording(OperationVerb.Import, isPreview: true);
        run.Step(Same(s_stack));
        var imported = Recording.State(s_connection, "g-1/t/orders") with { Inputs = s_connectionInputs, Protect = true };
        run.Step(new StepMetadata { Operation = StepOperation.Import, Urn = s_connection, Type = imported.Type, New = imported, Provider = Recording.Provider });
        return run.Finish();
    }

    private static ResourceState Component() => new() { Urn = s_component, Type = "proj:index:Alerts", Parent = Recording.StackUrn };

    private static StepMetadata Change(Recording run, StepOperation operation)
    {
        _ = run;
        var old = Recording.State(s_cluster, "c-0123") with { Inputs = s_clusterInputs, Outputs = s_clusterInputs, Protect = true };
        var news = s_clusterInputs.With("name", PropertyValue.Of("events-eu")).With("tags", PropertyValue.Of(Bag(("env", "prod"), ("owner", "ada"), ("team", "green"))))
            .With("policy", PropertyValue.Of("""{"allow":["a","b"],"deny":[]}"""))
            .With("secretKey", PropertyValue.Secret(PropertyValue.Of("new-key")));
        var olds = old.Outputs.With("policy", PropertyValue.Of("""{"allow":["a"],"deny":[]}""")).With("secretKey", PropertyValue.Of("old-key"));
        return new StepMetadata
        {
            Operation = operation,
            Urn = s_cluster,
            Type = old.Type,
            Old = old with { Outputs = olds },
            New = old with { Inputs = news, Protect = false },
            ChangedKeys = ["name", "policy", "secretKey", "tags"],
            DetailedDiff = Detailed(
                ("name", PropertyChangeKind.Update), ("policy", PropertyChangeKind.Update), ("secretKey", PropertyChangeKind.Update),
                ("tags.owner", PropertyChangeKind.Add), ("tags.team", PropertyChangeKind.Update), ("description", PropertyChangeKind.Delete)),
            Provider = Recording.Provider,
        };
    }

    private static StepMetadata Replacement(StepOperation operation)
    {
        var old = Recording.State(s_connection, "g-1/t/orders") with { Inputs = s_connectionInputs, Outputs = s_connectionInputs };
        var fresh = old with { Id = string.Empty, Inputs = s_connectionInputs.With("connectionName", PropertyValue.Of("orders-v2")).With("networking", PropertyValue.Unknown) };
        return new StepMetadata
        {
            Operation = operation,
            Urn = s_connection,
            Type = old.Type,
            Old = old,
            New = operation == StepOperation.DeleteReplaced ? null : fresh,
            ReplaceKeys = ["connectionName"],
            ChangedKeys = ["connectionName", "networking"],
            DetailedDiff = Detailed(("connectionName", PropertyChangeKind.UpdateReplace), ("networking", PropertyChangeKind.Add)),
            Provider = Recording.Provider,
        };
    }

    private static StepMetadata Created(ResourceState state) =>
        new() { Operation = StepOperation.Create, Urn = state.Urn, Type = state.Type, New = state, Provider = state.Provider };

    private static StepMetadata Same(ResourceState state) =>
        new() { Operation = StepOperation.Same, Urn = state.Urn, Type = state.Type, Old = state, New = state, Provider = state.Provider };

    private static StepMetadata Deleted(ResourceState state) =>
        new() { Operation = StepOperation.Delete, Urn = state.Urn, Type = state.Type, Old = state, Provider = state.Provider };

    private static ImmutableSortedDictionary<string, PropertyChange> Detailed(params IEnumerable<(string Path, PropertyChangeKind Kind)> changes) =>
        changes.ToImmutableSortedDictionary(change => change.Path, change => new PropertyChange(change.Kind, InputDiff: false), StringComparer.Ordinal);

    private static PropertyMap Bag(params (string Key, object Value)[] members) =>
        PropertyMap.Of(members.Select(member => KeyValuePair.Create(member.Key, Value(member.Value))));

    private static PropertyValue List(params string[] items) => PropertyValue.Of(items.Select(PropertyValue.Of));

    private static PropertyValue Value(object value) => value switch
    {
        PropertyValue already => already,
        PropertyMap map => PropertyValue.Of(map),
        double number => PropertyValue.Of(number),
        bool flag => PropertyValue.Of(flag),
        _ => PropertyValue.Of((string)value),
    };
}
