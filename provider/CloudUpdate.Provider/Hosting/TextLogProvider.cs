using System.Globalization;
using Microsoft.Extensions.Logging;

namespace CloudUpdate.Provider.Hosting;

/// <summary>The log of the process as plain lines, written at once, so that a crash loses none.</summary>
internal sealed class TextLogProvider(TextWriter writer, TimeProvider time) : ILoggerProvider
{
    private readonly Lock _lock = new();

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    /// <inheritdoc/>
    public void Dispose()
    {
        // The writer belongs to the process.
    }

    private void Write(LogLevel level, string category, string message)
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"{time.GetUtcNow():yyyy-MM-ddTHH:mm:ss.fffZ} {level} {category}: {message}");
        lock (_lock)
        {
            writer.WriteLine(line);
        }
    }

    private sealed class Logger(TextLogProvider owner, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var message = formatter(state, exception);
            owner.Write(logLevel, category, exception is null ? message : $"{message}\n{exception}");
        }
    }
}
