using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;

namespace ReverseMentoring.Functions.Tests.Scale;

/// <summary>What a process has done so far.</summary>
/// <param name="Requests">Over the wire, by the port that they went to.</param>
/// <param name="Rows">Of them, those that the product itself made, of its own table.</param>
/// <param name="Functions">How often each ran; an orchestrator at each of its turns.</param>
/// <param name="Cpu">Seconds of a processor.</param>
internal sealed record Tally(
    IReadOnlyDictionary<string, long> Requests, long Rows, IReadOnlyDictionary<string, long> Functions, double Cpu)
{
    public static Tally None { get; } = new(new Dictionary<string, long>(), 0, new Dictionary<string, long>(), 0);

    public static Tally operator +(Tally one, Tally other) => Combine(one, other, 1);

    /// <summary>What came after another.</summary>
    public static Tally operator -(Tally one, Tally earlier) => Combine(one, earlier, -1);

    private static Tally Combine(Tally one, Tally other, int sign) => new(
        Combine(one.Requests, other.Requests, sign), one.Rows + (sign * other.Rows), Combine(one.Functions, other.Functions, sign), one.Cpu + (sign * other.Cpu));

    private static Dictionary<string, long> Combine(IReadOnlyDictionary<string, long> one, IReadOnlyDictionary<string, long> other, int sign) =>
        one.Keys.Union(other.Keys).ToDictionary(key => key, key => one.GetValueOrDefault(key) + (sign * other.GetValueOrDefault(key)));
}

/// <summary>Counts what this process asks of servers, by .NET's own figures, and which functions it runs.</summary>
internal sealed class Counter : IDisposable
{
    private readonly MeterListener listener = new();
    private readonly ConcurrentDictionary<string, long> requests = new();
    private readonly ConcurrentDictionary<string, long> functions = new();

    public Counter()
    {
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (instrument.Name == "http.client.request.duration")
            {
                listening.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<double>(Heard);
        listener.Start();
    }

    public void Ran(string function) => functions.AddOrUpdate(function, 1, (_, times) => times + 1);

    public Tally Read(long rows)
    {
        using var process = Process.GetCurrentProcess();
        return new(new Dictionary<string, long>(requests), rows, new Dictionary<string, long>(functions), process.TotalProcessorTime.TotalSeconds);
    }

    public void Dispose() => listener.Dispose();

    private void Heard(Instrument instrument, double seconds, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
    {
        foreach (var (name, value) in tags)
        {
            if (name == "server.port")
            {
                requests.AddOrUpdate(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "", 1, (_, times) => times + 1);
            }
        }
    }
}
