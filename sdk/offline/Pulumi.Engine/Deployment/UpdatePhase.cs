using Pulumi.Engine.Monitor;
using Pulumi.Engine.Plugins;
using Pulumi.Engine.Programs;
using Pulumi.Engine.Steps;

namespace Pulumi.Engine.Deployment;

/// <summary>Carries out a program, then deletes what it no longer has. Without a program everything is deleted.</summary>
internal sealed class UpdatePhase : IDisposable
{
    private static readonly TimeSpan ProgramPatience = TimeSpan.FromSeconds(10);

    private readonly DeploymentContext _context;
    private readonly RunState _state;
    private readonly TargetSet _targets;
    private readonly StepExecutor _executor;
    private readonly StepGenerator _generator;
    private readonly MonitorQueue _queue = new();
    private bool _hasErrors;

    public UpdatePhase(DeploymentContext context, RunState state)
    {
        _context = context;
        _state = state;
        var resources = state.Before.Resources;
        var options = context.Options;
        _targets = TargetSet.Of(options.Targets, options.TargetDependents, resources);
        var forced = TargetSet.Of(options.Replace, options.TargetDependents, resources);
        _executor = new StepExecutor(context, OnSuccess);
        _generator = new StepGenerator(context, state, _targets, forced, RunNowAsync);
        Monitor = new ResourceMonitorService(context, state, _queue, new ProviderResolver(options.Configuration, state, _queue));
    }

    public ResourceMonitorService Monitor { get; }

    /// <summary>Runs the phase.</summary>
    /// <returns>Whether everything succeeded.</returns>
    public async Task<bool> RunAsync(IProgram? program, ProgramRun run, CancellationToken graceful)
    {
        if (program is null && !TargetsExist())
        {
            return false;
        }

        using var interrupt = graceful.Register(_executor.Stop);
        using var termination = _context.Immediate.Register(_executor.Stop);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(_context.Immediate);
        var running = program is null ? Task.FromResult(ProgramResult.Success) : RunToEndAsync(program, run, end.Token);
        var succeeded = program is null || await FollowAsync(running, end);
        await _executor.DrainAsync();
        if (running.IsCompleted && succeeded)
        {
            succeeded = Report(await running);
        }

        succeeded &= !_executor.HasFailed && !_executor.IsStopped && !_hasErrors;
        if (succeeded)
        {
            succeeded = TargetsExist() && await DeleteAsync() && !_generator.HasErrors;
        }

        CompleteStackOutputs(succeeded);
        return await ReleaseAsync(running, end, succeeded, graceful) && succeeded && !graceful.IsCancellationRequested;
    }

    public void Dispose() => _executor.Dispose();

    private bool TargetsExist()
    {
        var missing = _context.Options.Targets.Concat(_context.Options.Replace)
            .Where(target => !target.Contains('*', StringComparison.Ordinal) && _state.Old(target) is null && !_state.News.ContainsKey(target)).ToList();
        missing.ForEach(target => _context.Events.Error(
            $"Target '{target}' could not be found in the stack.{(target.Contains('$', StringComparison.Ordinal) ? string.Empty : " Did you forget to escape $ in your shell?")}"));
        return missing.Count == 0;
    }

    // Takes the program's requests until it has no more, or until no further step begins.
    private async Task<bool> FollowAsync(Task<ProgramResult> running, CancellationTokenSource end)
    {
        var generation = GenerateAsync();
        await Task.WhenAny(generation, _executor.Stopped);
        if (!_executor.IsStopped)
        {
            return true;
        }

        // One that waits for the end need not; others are left the time to say what they have to say about refused registrations.
        Monitor.Release();
        await EndProgramAsync(running, end);
        await generation;
        return false;
    }

    // A program that waits for the end of the run goes on now, and may still fail.
    private async Task<bool> ReleaseAsync(Task<ProgramResult> running, CancellationTokenSource end, bool succeeded, CancellationToken graceful)
    {
        var waits = !running.IsCompleted;
        Monitor.Release();
        if (succeeded)
        {
            await Task.WhenAny(running, Task.Delay(Timeout.InfiniteTimeSpan, _context.Environment.Time, graceful));
        }

        await EndProgramAsync(running, end);
        return !waits || Report(await running);
    }

    private async Task<ProgramResult> RunToEndAsync(IProgram program, ProgramRun run, CancellationToken end)
    {
        try
        {
            return await program.RunAsync(run, end);
        }
        catch (OperationCanceledException)
        {
            return ProgramResult.Reported;
        }
        catch (EngineException exception)
        {
            return ProgramResult.Failure(exception.Message);
        }
        finally
        {
            _queue.Close();
        }
    }

    private async Task EndProgramAsync(Task<ProgramResult> running, CancellationTokenSource end)
    {
        try
        {
            await running.WaitAsync(ProgramPatience, _context.Environment.Time, _context.Immediate);
        }
        catch (Exception exception) when (exception is TimeoutException or OperationCanceledException)
        {
            await end.CancelAsync();
            await running;
        }
    }

    private bool Report(ProgramResult result)
    {
        if (result.Error is { } error)
        {
            _context.Events.Error(error);
        }

        return result.Succeeded;
    }

    private async Task GenerateAsync()
    {
        await foreach (var request in _queue.Reader.ReadAllAsync())
        {
            var registration = (Registration)request;
            if (_executor.IsStopped || _hasErrors)
            {
                registration.Refuse("resource monitor shut down while waiting on step's done channel");
                continue;
            }

            await GenerateAsync(registration);
        }
    }

    private async Task GenerateAsync(Registration registration)
    {
        try
        {
            var steps = registration is ReadRegistration read ? _generator.Read(read) : await _generator.RegisterAsync((ResourceRegistration)registration);
            _ = _executor.RunAsync(steps);
        }
        catch (BailException exception)
        {
            Fail(registration, exception.Unreported, exception.Urn);
        }
        catch (ProviderException exception)
        {
            Fail(registration, exception.Message, UrnOf(registration));
        }
        catch (OperationCanceledException)
        {
            Fail(registration, null, string.Empty);
        }
    }

    private void Fail(Registration registration, string? message, string urn)
    {
        if (message is not null)
        {
            _context.Events.Error(message, urn);
        }

        _hasErrors = true;
        _executor.Stop();
        registration.Refuse("resource monitor shut down while waiting on step's done channel");
    }

    private string UrnOf(Registration registration)
    {
        var goal = (registration as ResourceRegistration)?.Goal ?? ((ReadRegistration)registration).Goal;
        return Urn.Create(_context.Stack.Name, _context.Stack.Project, goal.Parent, goal.Type, goal.Name);
    }

    private Task<bool> RunNowAsync(IReadOnlyList<Step> steps) => _executor.RunAsync(steps);

    private void OnSuccess(Step step)
    {
        if (step.New is { } state && state.Urn == step.Resource.Urn)
        {
            _state.News[state.Urn] = state;
        }
    }

    private async Task<bool> DeleteAsync()
    {
        var planner = new DeletePlanner(_context, _state, _targets.IsLimited ? _targets : TargetSet.Of(_context.Options.Replace, _context.Options.TargetDependents, _state.Before.Resources));
        try
        {
            foreach (var level in planner.Plan())
            {
                await Task.WhenAll(level.Select(step => _executor.RunAsync([step])));
                if (_executor.IsStopped)
                {
                    return false;
                }
            }
        }
        catch (BailException exception)
        {
            if (exception.Unreported is { } message)
            {
                _context.Events.Error(message, exception.Urn);
            }

            return false;
        }

        return !planner.HasErrors;
    }

    // A run that failed drops no output that an earlier one had, and one that targets limit none that it does not know.
    private void CompleteStackOutputs(bool succeeded)
    {
        if (Monitor.StackOutputs is { } outputs)
        {
            var known = _context.Preview ? outputs : outputs.Where((_, value) => !value.ContainsUnknowns);
            _context.Journal.Amend(_context.RootUrn, root => root with
            {
                Outputs = root.Outputs.Where((key, _) => !succeeded || (outputs.ContainsKey(key) && !known.ContainsKey(key))).With(known),
            });
        }
    }
}
