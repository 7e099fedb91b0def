using Microsoft.Extensions.DependencyInjection;

namespace Pulumi.Automation;

/// <summary>An inline program: a function of this process that declares resources.</summary>
public abstract class PulumiFn
{
    internal PulumiFn()
    {
    }

    internal abstract Task<int> RunAsync(ProgramRunner runner, CancellationToken cancellationToken);

    /// <summary>A program that returns its stack outputs.</summary>
    public static PulumiFn Create(Func<CancellationToken, Task<IDictionary<string, object?>>> program) => new FunctionProgram(program);

    /// <summary>A program that returns its stack outputs.</summary>
    public static PulumiFn Create(Func<Task<IDictionary<string, object?>>> program) => new FunctionProgram(_ => program());

    /// <summary>A program without stack outputs.</summary>
    public static PulumiFn Create(Func<CancellationToken, Task> program) => new FunctionProgram(async cancellationToken =>
    {
        await program(cancellationToken).ConfigureAwait(false);
        return new Dictionary<string, object?>();
    });

    /// <summary>A program without stack outputs.</summary>
    public static PulumiFn Create(Func<Task> program) => Create(_ => program());

    /// <summary>A program that returns its stack outputs.</summary>
    public static PulumiFn Create(Func<IDictionary<string, object?>> program) => new FunctionProgram(_ => Task.FromResult(program()));

    /// <summary>A program without stack outputs.</summary>
    public static PulumiFn Create(Action program) => Create(() =>
    {
        program();
        return new Dictionary<string, object?>();
    });

    /// <summary>A program that is a stack with a constructor without parameters.</summary>
    /// <typeparam name="TStack">The stack.</typeparam>
    public static PulumiFn Create<TStack>()
        where TStack : Stack, new() => new StackProgram(() => new TStack());

    /// <summary>A program that is a stack made by a service provider.</summary>
    /// <typeparam name="TStack">The stack.</typeparam>
    public static PulumiFn Create<TStack>(IServiceProvider serviceProvider)
        where TStack : Stack => Create(serviceProvider, typeof(TStack));

    /// <summary>A program that is a stack made by a service provider.</summary>
    /// <exception cref="ArgumentException">The type is not a stack.</exception>
    public static PulumiFn Create(IServiceProvider serviceProvider, Type stackType) => typeof(Stack).IsAssignableFrom(stackType)
        ? new StackProgram(() => (Stack)ActivatorUtilities.GetServiceOrCreateInstance(serviceProvider, stackType))
        : throw new ArgumentException($"Provided stack type must derive from {typeof(Stack).FullName}.", nameof(stackType));

    private sealed class FunctionProgram(Func<CancellationToken, Task<IDictionary<string, object?>>> program) : PulumiFn
    {
        internal override Task<int> RunAsync(ProgramRunner runner, CancellationToken cancellationToken) =>
            runner.RunAsync(() => program(cancellationToken));
    }

    private sealed class StackProgram(Func<Stack> create) : PulumiFn
    {
        internal override Task<int> RunAsync(ProgramRunner runner, CancellationToken cancellationToken) =>
            runner.RunStackAsync(create);
    }
}
