using System.Collections.Immutable;
using Pulumi.Testing;

namespace Pulumi;

public sealed partial class Deployment
{
    /// <summary>Runs a program that is a class against mocks.</summary>
    /// <param name="mocks">What the engine would answer.</param>
    /// <param name="options">What the program is told about its deployment.</param>
    /// <typeparam name="TStack">The class.</typeparam>
    /// <returns>The resources that the program declared, the stack included.</returns>
    /// <exception cref="RunException">The program logged an error or failed.</exception>
    /// <exception cref="AggregateException">It logged several errors.</exception>
    public static Task<ImmutableArray<Resource>> TestAsync<TStack>(IMocks mocks, TestOptions? options = null)
        where TStack : Stack, new()
        => TestAsync(mocks, options, runner => runner.RunAsync<TStack>());

    /// <summary>Runs a program that is a class, which a service provider creates, against mocks.</summary>
    /// <param name="mocks">What the engine would answer.</param>
    /// <param name="serviceProvider">The service provider.</param>
    /// <param name="options">What the program is told about its deployment.</param>
    /// <typeparam name="TStack">The class.</typeparam>
    /// <returns>The resources that the program declared, the stack included.</returns>
    /// <exception cref="RunException">The program logged an error or failed.</exception>
    /// <exception cref="AggregateException">It logged several errors.</exception>
    public static Task<ImmutableArray<Resource>> TestWithServiceProviderAsync<TStack>(
        IMocks mocks, IServiceProvider serviceProvider, TestOptions? options = null)
        where TStack : Stack
        => TestAsync(mocks, options, runner => runner.RunAsync<TStack>(serviceProvider));

    /// <summary>Runs a program that is a function against mocks.</summary>
    /// <param name="testMocks">What the engine would answer.</param>
    /// <param name="testOptions">What the program is told about its deployment.</param>
    /// <param name="createResources">The program.</param>
    /// <returns>The resources that the program declared, without the stack.</returns>
    /// <exception cref="RunException">The program logged an error or failed.</exception>
    /// <exception cref="AggregateException">It logged several errors.</exception>
    public static Task<ImmutableArray<Resource>> TestAsync(IMocks testMocks, TestOptions testOptions, Action createResources)
        => TestAsync(testMocks, testOptions, () =>
        {
            createResources();
            return Task.CompletedTask;
        });

    /// <summary>Runs a program that is an asynchronous function against mocks.</summary>
    /// <param name="testMocks">What the engine would answer.</param>
    /// <param name="testOptions">What the program is told about its deployment.</param>
    /// <param name="createResources">The program.</param>
    /// <returns>The resources that the program declared, without the stack.</returns>
    /// <exception cref="RunException">The program logged an error or failed.</exception>
    /// <exception cref="AggregateException">It logged several errors.</exception>
    public static async Task<ImmutableArray<Resource>> TestAsync(IMocks testMocks, TestOptions testOptions, Func<Task> createResources)
    {
        var (resources, _) = await TestAsync(testMocks, testOptions, async () =>
        {
            await createResources().ConfigureAwait(false);
            return NoOutputs;
        }).ConfigureAwait(false);
        return resources;
    }

    /// <summary>Runs a program that is a function against mocks.</summary>
    /// <param name="testMocks">What the engine would answer.</param>
    /// <param name="testOptions">What the program is told about its deployment.</param>
    /// <param name="createResources">The program, which returns the stack outputs.</param>
    /// <returns>The resources that the program declared, without the stack, and the stack outputs.</returns>
    /// <exception cref="RunException">The program logged an error or failed.</exception>
    /// <exception cref="AggregateException">It logged several errors.</exception>
    public static Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks, TestOptions testOptions, Func<IDictionary<string, object?>> createResources)
        => TestAsync(testMocks, testOptions, () => Task.FromResult(createResources()));

    /// <summary>Runs a program that is an asynchronous function against mocks.</summary>
    /// <param name="testMocks">What the engine would answer.</param>
    /// <param name="testOptions">What the program is told about its deployment.</param>
    /// <param name="createResources">The program, which returns the stack outputs.</param>
    /// <returns>The resources that the program declared, without the stack, and the stack outputs.</returns>
    /// <exception cref="RunException">The program logged an error or failed.</exception>
    /// <exception cref="AggregateException">It logged several errors.</exception>
    public static async Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks, TestOptions testOptions, Func<Task<IDictionary<string, object?>>> createResources)
    {
        Stack? stack = null;
        var outputs = NoOutputs;
        var resources = await TestAsync(testMocks, testOptions, runner => runner.RunAsync(
            stack = new Stack(), async () => outputs = await createResources().ConfigureAwait(false))).ConfigureAwait(false);
        return (resources.Remove(stack!), outputs);
    }

    // Asynchronous in itself, so that the deployment that it enters ends with it and does not become the caller's.
    private static async Task<ImmutableArray<Resource>> TestAsync(
        IMocks mocks, TestOptions? options, Func<ProgramRunner, Task<int>> run)
    {
        var monitor = new MockMonitor(mocks);
        var engine = new MockEngine();
        var session = new DeploymentSession(Settings(options ?? new TestOptions()), monitor, engine);
        session.Enter();
        await run(new ProgramRunner(session)).ConfigureAwait(false);
        return engine.Errors switch
        {
            [] => monitor.Resources,
            [var only] => throw new RunException(only),
            var several => throw new AggregateException(several.Select(error => new RunException(error))),
        };
    }

    private static DeploymentSettings Settings(TestOptions options)
        => new(options.ProjectName ?? "project", options.StackName ?? "stack")
        {
            Organization = options.OrganizationName ?? "organization",
            RootDirectory = options.RootDirectory,
            IsDryRun = options.IsPreview ?? true,
            IsInline = true,
            Config = ProgramEnvironment.ReadConfig(),
        };
}
