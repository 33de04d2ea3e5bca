using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace ReverseMentoring.Functions.Tests.Telemetry;

/// <summary>
/// Hears all that is told of a run: each log record with its values, scopes and exception, each activity of any source with
/// its tags and events, each measurement of any meter with its tags.
/// </summary>
internal sealed class Overheard : ILoggerProvider, ISupportExternalScope
{
    private readonly ActivityListener activities;
    private readonly MeterListener meters = new();
    private IExternalScopeProvider scopes = new LoggerExternalScopeProvider();

    public Overheard()
    {
        activities = new()
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Hear,
        };
        ActivitySource.AddActivityListener(activities);
        meters.InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Hear(instrument, value, tags));
        meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Hear(instrument, value, tags));
        meters.Start();
    }

    public ConcurrentQueue<Record> Logs { get; } = new();

    public ConcurrentQueue<Activity> Activities { get; } = new();

    public ConcurrentQueue<string> Measurements { get; } = new();

    /// <summary>Everything as text.</summary>
    public ConcurrentQueue<string> All { get; } = new();

    public ILogger CreateLogger(string categoryName) => new Listener(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

    public void Dispose()
    {
        activities.Dispose();
        meters.Dispose();
    }

    private void Hear(Activity activity)
    {
        Activities.Enqueue(activity);
        All.Enqueue(
            $"{activity.Source.Name} {activity.DisplayName} {activity.StatusDescription} {Join(activity.TagObjects)} {Join(activity.Baggage.Select(pair => KeyValuePair.Create(pair.Key, (object?)pair.Value)))} "
            + string.Join(' ', activity.Events.Select(one => $"{one.Name} {Join(one.Tags)}")));
    }

    private void Hear(Instrument instrument, object value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var line = $"{instrument.Meter.Name} {instrument.Name} {value} {Join(tags.ToArray())}";
        Measurements.Enqueue(line);
        All.Enqueue(line);
    }

    private static string Join(IEnumerable<KeyValuePair<string, object?>> tags) => string.Join(' ', tags.Select(tag => $"{tag.Key}={tag.Value}"));

    /// <summary>A log record.</summary>
    /// <param name="Values">What stands in the message's places.</param>
    public sealed record Record(string Category, LogLevel Level, EventId Event, string Message, bool HasException, IReadOnlyList<KeyValuePair<string, object?>> Values);

    private sealed class Listener(Overheard all, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => all.scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel level, EventId id, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var message = formatter(state, exception);
            all.Logs.Enqueue(new(category, level, id, message, exception is not null, [.. state as IEnumerable<KeyValuePair<string, object?>> ?? []]));
            all.All.Enqueue($"{category} {message} {exception} {(state is IEnumerable<KeyValuePair<string, object?>> values ? Join(values) : state)}");
            all.scopes.ForEachScope(
                (scope, lines) => lines.Enqueue($"{category} {(scope is IEnumerable<KeyValuePair<string, object?>> values ? Join(values) : scope)}"), all.All);
        }
    }
}
