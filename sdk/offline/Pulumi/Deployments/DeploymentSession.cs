namespace Pulumi;

/// <summary>One run of a program: what it talks to and what is still going on.</summary>
internal sealed class DeploymentSession
{
    private static readonly AsyncLocal<DeploymentSession?> s_current = new();

    public DeploymentSession(DeploymentSettings settings, IMonitor monitor, IEngine engine)
    {
        Settings = settings;
        Monitor = monitor;
        Features = new MonitorFeatures(monitor);
        Log = new EngineLog(engine, Tasks);
        Registrar = new ResourceRegistrar(this);
        Invoker = new Invoker(this);
        Instance = new DeploymentInstance(this);
    }

    /// <summary>The run that the caller is part of, or null.</summary>
    public static DeploymentSession? CurrentOrNull => s_current.Value;

    /// <summary>The run that the caller is part of.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static DeploymentSession Current
        => s_current.Value ?? throw new InvalidOperationException("Trying to acquire Deployment.Instance before 'Run' was called.");

    public DeploymentSettings Settings { get; }

    public IMonitor Monitor { get; }

    public MonitorFeatures Features { get; }

    public TaskTracker Tasks { get; } = new();

    public EngineLog Log { get; }

    public ResourceRegistrar Registrar { get; }

    public Invoker Invoker { get; }

    public DeploymentInstance Instance { get; }

    /// <summary>The root of all resources.</summary>
    public Stack Stack
    {
        get => field ?? throw new InvalidOperationException("Trying to acquire Deployment.Stack before 'Run' was called.");
        set;
    }

    /// <summary>Makes this the run that the caller, and all that it starts, is part of.</summary>
    /// <exception cref="InvalidOperationException">The caller is part of another run.</exception>
    public void Enter()
    {
        if (s_current.Value is not null)
        {
            throw new InvalidOperationException("Deployment.Instance should only be set once at the beginning of a 'Run' call.");
        }

        s_current.Value = this;
    }
}
