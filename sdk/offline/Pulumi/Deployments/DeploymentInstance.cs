using System.Collections.Immutable;

namespace Pulumi;

/// <summary>The deployment that a program is part of.</summary>
public sealed class DeploymentInstance
{
    private readonly DeploymentSession _session;

    internal DeploymentInstance(DeploymentSession session) => _session = session;

    /// <summary>The organization that the stack belongs to.</summary>
    public string OrganizationName => _session.Settings.Organization;

    /// <summary>The project's name.</summary>
    public string ProjectName => _session.Settings.Project;

    /// <summary>The stack's name, without organization and project.</summary>
    public string StackName => _session.Settings.Stack;

    /// <summary>The directory of the project file.</summary>
    /// <exception cref="InvalidOperationException">The engine did not say.</exception>
    public string RootDirectory
        => _session.Settings.RootDirectory
            ?? throw new InvalidOperationException(
                "The Pulumi CLI version does not support root directory. Please update the Pulumi CLI.");

    /// <summary>Whether this is a preview.</summary>
    public bool IsDryRun => _session.Settings.IsDryRun;

    /// <summary>Calls a function; the result is an output that depends on what the arguments depend on.</summary>
    /// <param name="token">The function's token.</param>
    /// <param name="args">The arguments. While part of them is unknown the function is not called and the result is unknown.</param>
    /// <param name="options">The options.</param>
    /// <typeparam name="T">The type of the result.</typeparam>
    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOptions? options = null)
        => new(_session.Invoker.CallWhenKnownAsync<T>(token, args, options));

    /// <summary>Calls a function once other resources are there.</summary>
    /// <param name="token">The function's token.</param>
    /// <param name="args">The arguments.</param>
    /// <param name="options">The options.</param>
    /// <typeparam name="T">The type of the result.</typeparam>
    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOutputOptions options)
        => new(_session.Invoker.CallWhenKnownAsync<T>(token, args, options));

    /// <summary>Calls a function whose answer is a single value.</summary>
    /// <param name="token">The function's token.</param>
    /// <param name="args">The arguments.</param>
    /// <param name="options">The options.</param>
    /// <typeparam name="T">The type of the value.</typeparam>
    public Output<T> InvokeSingle<T>(string token, InvokeArgs args, InvokeOptions? options = null)
        => Invoke<ImmutableDictionary<string, T>>(token, args, options).Apply(answer => answer.Values.First());

    /// <summary>Calls a function whose answer is a single value, once other resources are there.</summary>
    /// <param name="token">The function's token.</param>
    /// <param name="args">The arguments.</param>
    /// <param name="options">The options.</param>
    /// <typeparam name="T">The type of the value.</typeparam>
    public Output<T> InvokeSingle<T>(string token, InvokeArgs args, InvokeOutputOptions options)
        => Invoke<ImmutableDictionary<string, T>>(token, args, options).Apply(answer => answer.Values.First());

    /// <summary>Calls a function that answers nothing.</summary>
    /// <param name="token">The function's token.</param>
    /// <param name="args">The arguments.</param>
    /// <param name="options">The options.</param>
    public Task InvokeAsync(string token, InvokeArgs args, InvokeOptions? options = null)
        => _session.Invoker.CallAsync(token, args, options);

    /// <summary>Calls a function; what the arguments depend on, and whether the answer is secret, is lost.</summary>
    /// <param name="token">The function's token.</param>
    /// <param name="args">The arguments.</param>
    /// <param name="options">The options.</param>
    /// <typeparam name="T">The type of the result.</typeparam>
    public Task<T> InvokeAsync<T>(string token, InvokeArgs args, InvokeOptions? options = null)
        => _session.Invoker.CallAsync<T>(token, args, options);

    /// <summary>Calls a function whose answer is a single value; its dependencies and secrecy are lost.</summary>
    /// <param name="token">The function's token.</param>
    /// <param name="args">The arguments.</param>
    /// <param name="options">The options.</param>
    /// <typeparam name="T">The type of the value.</typeparam>
    public async Task<T> InvokeSingleAsync<T>(string token, InvokeArgs args, InvokeOptions? options = null)
        => (await InvokeAsync<ImmutableDictionary<string, T>>(token, args, options).ConfigureAwait(false)).Values.First();
}
