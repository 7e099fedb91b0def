using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Logging;
using NUnit.Framework;

namespace CloudUpdate.TestKit.Logging;

/// <summary>
/// Keeps everything that is logged, at every level. Disposing it, usually in a test's tear-down, fails the test if an error was logged that the
/// test had not announced with <see cref="Expect"/>.
/// </summary>
public sealed class LogCollector : ILoggerFactory, ILoggerProvider
{
    private readonly ConcurrentQueue<LogEntry> _entries = new();
    private readonly ConcurrentBag<Func<LogEntry, bool>> _expected = [];

    /// <summary>Everything logged so far, oldest first.</summary>
    public IReadOnlyCollection<LogEntry> Entries => _entries;

    /// <summary>Everything logged so far as text.</summary>
    public string Text => string.Join('\n', _entries);

    /// <summary>Announces errors that belong to the test.</summary>
    /// <param name="filter">True for an entry that is expected.</param>
    public void Expect(Func<LogEntry, bool> filter) => _expected.Add(filter);

    /// <summary>The entries of an event, oldest first.</summary>
    /// <param name="eventName">The event's name.</param>
    public IReadOnlyList<LogEntry> Of(string eventName) => [.. _entries.Where(entry => entry.Event.Name == eventName)];

    /// <summary>Fails the test if there are errors that it did not announce.</summary>
    public void Verify()
    {
        var unexpected = _entries.Where(entry => entry.Level >= LogLevel.Error && !_expected.Any(filter => filter(entry))).ToList();
        Assert.That(unexpected, Is.Empty, "errors were logged that the test does not expect");
    }

    /// <inheritdoc />
    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    /// <summary>Not used: the collector is the only provider.</summary>
    public void AddProvider(ILoggerProvider provider)
    {
    }

    /// <summary>Fails the test if there are errors that it did not announce.</summary>
    public void Dispose() => Verify();

    private sealed class Logger(LogCollector owner, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var values = new Dictionary<string, string?>();
            foreach (var (name, value) in state as IEnumerable<KeyValuePair<string, object?>> ?? [])
            {
                values[name] = Convert.ToString(value, CultureInfo.InvariantCulture);
            }

            owner._entries.Enqueue(new LogEntry(category, logLevel, eventId, formatter(state, exception), values, exception?.ToString()));
        }
    }
}
