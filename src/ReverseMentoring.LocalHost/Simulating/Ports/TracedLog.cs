using ReverseMentoring.LocalHost.Simulating.Faults;

namespace ReverseMentoring.LocalHost.Simulating.Ports;

/// <summary>The product's log, of which failures stand in the trace: why a page or a step failed is read there.</summary>
internal sealed class TracedLog(Trace trace) : ILoggerProvider, ILogger
{
    private const int Most = 1200;

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel) && formatter(state, exception) is var text)
        {
            trace.Log(text[..Math.Min(text.Length, Most)]);
        }
    }

    public void Dispose()
    {
    }
}
