using CloudUpdate.Provider.Hosting;

namespace CloudUpdate.Provider.Tests.Hosting;

internal sealed class PluginArgumentsTests
{
    [TestCase("", null, false, 0, null)]
    [TestCase("127.0.0.1:1", "127.0.0.1:1", false, 0, null)]
    [TestCase("--logtostderr -v=9 --tracing X 127.0.0.1:1", "127.0.0.1:1", true, 9, "X")]
    [TestCase("-logtostderr -v 3 -tracing=http://x 127.0.0.1:1", "127.0.0.1:1", true, 3, "http://x")]
    [TestCase("--logtostderr=false -v=12 127.0.0.1:1", "127.0.0.1:1", false, 9, null)]
    [TestCase("-v 127.0.0.1:1", "127.0.0.1:1", false, 0, null)]
    [TestCase("-v=loud 127.0.0.1:1", "127.0.0.1:1", false, 0, null)]
    [TestCase("--unknown --other=x -z something 127.0.0.1:1", "127.0.0.1:1", false, 0, null)]
    [TestCase("127.0.0.1:1 --logtostderr", "127.0.0.1:1", true, 0, null)]
    [TestCase("- -- --tracing", null, false, 0, null)]
    public void Parse_CommandLine_IsUnderstood(string line, string? address, bool logToStderr, int verbosity, string? tracing)
    {
        var arguments = PluginArguments.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.That(arguments, Is.EqualTo(new PluginArguments(address, logToStderr, verbosity, tracing)));
    }
}
