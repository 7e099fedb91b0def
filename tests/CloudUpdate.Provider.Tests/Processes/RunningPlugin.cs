using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using CloudUpdate.Protocol.Rpc;
using CloudUpdate.Protocol.Transport;
using CloudUpdate.TestKit.Providers;
using CloudUpdate.TestKit.Time;
using Google.Protobuf.WellKnownTypes;
using Grpc.Net.Client;

namespace CloudUpdate.Provider.Tests.Processes;

/// <summary>A plugin in a process of its own, as an engine starts it.</summary>
internal sealed class RunningPlugin : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;
    private Task<string> _output = Task.FromResult(string.Empty);

    private RunningPlugin(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>The bytes of the first line, line feed included.</summary>
    public byte[] FirstLine { get; private set; } = [];

    /// <summary>The port it said.</summary>
    public int Port => int.Parse(Encoding.ASCII.GetString(FirstLine), NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture);

    /// <summary>The number the operating system gave it.</summary>
    public int Id => _process.Id;

    /// <summary>Whether it has ended.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>Starts the provider that ships, as built.</summary>
    public static Task<RunningPlugin> StartAsync(IEnumerable<string> args, IReadOnlyDictionary<string, string>? environment = null)
    {
        var name = OperatingSystem.IsWindows() ? "pulumi-resource-cloudupdate.exe" : "pulumi-resource-cloudupdate";
        return StartAsync(Path.Combine(AppContext.BaseDirectory, name), args, environment);
    }

    /// <summary>Starts <see cref="TestPlugin"/>.</summary>
    public static Task<RunningPlugin> StartTestPluginAsync(params IEnumerable<string> args) =>
        StartAsync("dotnet", [typeof(TestPlugin).Assembly.Location, .. args], null);

    /// <summary>A client; its connection is closed with the channel.</summary>
    public ResourceProvider.ResourceProviderClient Connect(out GrpcChannel channel)
    {
        channel = LoopbackChannel.Create($"127.0.0.1:{Port}");
        return new ResourceProvider.ResourceProviderClient(channel);
    }

    /// <summary>Sends a signal by its short name.</summary>
    public Task SignalAsync(string name) => SignalAsync(Id, name);

    /// <summary>Sends a process a signal by its short name.</summary>
    public static async Task SignalAsync(int process, string name)
    {
        using var kill = Process.Start("kill", ["-s", name, process.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync().OrTimeout();
    }

    /// <summary>Waits for the end.</summary>
    /// <returns>The exit code, and everything written to the standard streams after the first line.</returns>
    public async Task<(int Code, string Output, string Errors)> ExitAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
        return (_process.ExitCode, await _output.OrTimeout(), await _errors.OrTimeout());
    }

    /// <summary>Ends it as an engine does, and waits for the end.</summary>
    public async Task<(int Code, string Output, string Errors)> EndAsync()
    {
        await Connect(out var channel).CancelAsync(new Empty()).OrTimeout();
        channel.Dispose();
        if (!OperatingSystem.IsWindows())
        {
            await SignalAsync("INT");
        }

        return await ExitAsync();
    }

    /// <summary>Kills it, if it still runs.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private static async Task<RunningPlugin> StartAsync(string file, IEnumerable<string> args, IReadOnlyDictionary<string, string>? environment)
    {
        var start = new ProcessStartInfo(file, args)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..")) },
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        var plugin = new RunningPlugin(Process.Start(start)!);
        await plugin.ReadFirstLineAsync().OrTimeout();
        return plugin;
    }

    private async Task ReadFirstLineAsync()
    {
        var stream = _process.StandardOutput.BaseStream;
        var line = new List<byte>();
        var one = new byte[1];
        while (!line.Contains((byte)'\n') && await stream.ReadAsync(one) > 0)
        {
            line.Add(one[0]);
        }

        FirstLine = [.. line];
        _output = _process.StandardOutput.ReadToEndAsync();
    }
}
