using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using ReverseMentoring.Core.Processes;

namespace ReverseMentoring.Tests.Processes;

/// <summary>Listens to the product's figures, as whatever takes telemetry does. Other tests tell some at the same time.</summary>
internal sealed class FiguresHeard : IDisposable
{
    private readonly MeterListener listener = new();
    private readonly ConcurrentBag<(string Name, double Value, string Tags)> heard = [];

    public FiguresHeard()
    {
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (instrument.Meter.Name == StepTelemetry.Name)
            {
                listening.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Hear(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Hear(instrument, value, tags));
        listener.Start();
    }

    /// <summary>Each as its name, its value and its tags.</summary>
    public IReadOnlyCollection<(string Name, double Value, string Tags)> All => heard;

    public void Dispose() => listener.Dispose();

    private void Hear(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var told = new List<string>();
        foreach (var (name, what) in tags)
        {
            told.Add($"{name}={what}");
        }

        heard.Add((instrument.Name, value, string.Join(' ', told)));
    }
}
