using System.CommandLine;
using Microsoft.Extensions.Logging;

namespace CloudUpdate.Emulator;

/// <summary>The executable's command line.</summary>
internal static class EmulatorCommand
{
    public static RootCommand Create(TextWriter output, TextWriter errors)
    {
        var urls = new Option<string>("--urls")
        {
            Description = "Addresses to listen on, separated by semicolons; port 0 takes a free one.",
            DefaultValueFactory = _ => new EmulatorOptions().Urls,
        };
        var seed = new Option<FileInfo?>("--seed") { Description = "File with the objects to start with, instead of the built-in ones." };
        var data = new Option<FileInfo?>("--data") { Description = "File that keeps the objects across runs; where it exists, it is used instead of a seed." };
        var log = new Option<bool>("--log") { Description = "Write a line for each request to standard error." };
        var command = new RootCommand("Emulates EventGrid, Global Accelerator, CSMS, CSS, IAM and MongoDB Atlas stream connections on one address.")
        {
            urls, seed, data, log,
        };
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetValue(urls)!, parsed.GetValue(seed), parsed.GetValue(data), parsed.GetValue(log), output, errors, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        string urls, FileInfo? seed, FileInfo? data, bool log, TextWriter output, TextWriter errors, CancellationToken cancellation)
    {
        // Before anything else: who reads the address may ask for the end at once.
        using var end = new EndSignal();
        using var logging = LoggerFactory.Create(builder =>
        {
            if (log)
            {
                builder.AddSimpleConsole(format => format.SingleLine = true);
                builder.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
            }
        });
        try
        {
            var options = new EmulatorOptions
            {
                Urls = urls,
                Seed = seed is null ? EmulatorSeed.Defaults : EmulatorSeed.Parse(await File.ReadAllTextAsync(seed.FullName, cancellation).ConfigureAwait(false)),
                DataFile = data?.FullName,
                LoggerFactory = logging,
            };
            await using var server = await EmulatorServer.StartAsync(options, cancellation).ConfigureAwait(false);
            await output.WriteLineAsync(server.Address.GetLeftPart(UriPartial.Authority)).ConfigureAwait(false);
            await output.FlushAsync(cancellation).ConfigureAwait(false);
            await end.WaitAsync(cancellation).ConfigureAwait(false);
            return 0;
        }
        catch (Exception exception) when (exception is IOException or FormatException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync($"cloudupdate-emulator: {exception.Message}").ConfigureAwait(false);
            return 1;
        }
    }
}
