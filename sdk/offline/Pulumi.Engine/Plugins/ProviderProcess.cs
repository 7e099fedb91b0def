using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Grpc.Core;
using Grpc.Net.Client;
using Pulumi.Engine.Monitor;
using Pulumi.Engine.Processes;

namespace Pulumi.Engine.Plugins;

/// <summary>A provider plugin as a process of ours. The first line it prints is its port; what it prints later is kept for the case that it dies.</summary>
internal sealed partial class ProviderProcess : IProviderInstance
{
    private const int KeptOutput = 64 * 1024;

    private readonly TaskCompletionSource<string> _firstLine = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly StringBuilder _output = new();
    private ChildProcess? _process;
    private GrpcChannel? _channel;

    private ProviderProcess(string directory) => Directory = directory;

    public ChannelBase Channel => _channel!;

    public string? Directory { get; }

    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    public static async Task<ProviderProcess> StartAsync(
        PluginCommand command, PluginContext context, EngineEnvironment environment, string workingDirectory, CancellationToken cancellation)
    {
        var provider = new ProviderProcess(command.Directory);
        var variables = environment.Variables.SetItem("PULUMI_PROJECT", context.Project).SetItem("PULUMI_CONFIG", context.ConfigJson);
        provider._process = ChildProcess.Start(
            command.FileName, [.. command.Arguments, context.EngineAddress], workingDirectory, variables, environment.Time, provider.OnLine);
        try
        {
            var ended = provider._process.WaitAsync(cancellation);
            await Task.WhenAny(provider._firstLine.Task, ended).WaitAsync(cancellation);
            provider._channel = Loopback.Connect(provider.Port(command));
            return provider;
        }
        catch
        {
            provider._process.Kill();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _channel?.Dispose();
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }
    }

    private int Port(PluginCommand command)
    {
        if (!_firstLine.Task.IsCompletedSuccessfully)
        {
            throw new EngineException($"could not read plugin {command.FileName}: it ended before it printed its port\n{Output}".TrimEnd());
        }

        var line = ControlSequences.Replace(_firstLine.Task.Result, string.Empty).Trim();
        return int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and < 65536
            ? port
            : throw new EngineException($"the plugin {command.FileName} wrote an invalid port to stdout: '{line}'");
    }

    private void OnLine(string line, bool isError)
    {
        if (!isError && _firstLine.TrySetResult(line))
        {
            return;
        }

        lock (_output)
        {
            if (_output.Length < KeptOutput)
            {
                _output.AppendLine(line);
            }
        }
    }

    // .NET 9 and later print progress codes to terminals they believe in.
    [GeneratedRegex(@"\x1b\][^\x1b\x07]*(\x1b\\|\x07)|\x1b\[[0-9;?]*[A-Za-z]|[\x00-\x08\x0b-\x1f]")]
    private static partial Regex ControlSequences { get; }
}
