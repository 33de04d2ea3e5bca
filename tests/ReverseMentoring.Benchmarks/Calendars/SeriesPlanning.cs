using System.Diagnostics;
using System.Globalization;
using ReverseMentoring.Core.Scheduling.Planning;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Benchmarks.Calendars;

/// <summary>How long it takes to plan the series of many pairs on a number of processors, and how it grows.</summary>
public static class SeriesPlanning
{
    private static readonly string[] Zones = ["Europe/Berlin", "Europe/London", "America/New_York", "Asia/Kolkata", "Asia/Singapore"];

    /// <summary>
    /// Prints one line: pairs, days, raster, seconds, seconds of processor time (which others who use the machine don't
    /// lengthen much), sessions found, sum of costs.
    /// </summary>
    public static void Measure(int pairs, int days, int raster, int processors)
    {
        var requests = Requests(pairs, days, raster);
        var (watch, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var series = SeriesRound.Plan(requests, new() { MaxDegreeOfParallelism = processors });
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{pairs} pairs, {days} days, raster {raster} min, {processors} processors: {watch.Elapsed.TotalSeconds:0.00} s, {(Environment.CpuUsage.TotalTime - before).TotalSeconds:0.00} s of processor time, "
            + $"{series.Sum(found => found.Sessions.Count)} sessions of {6 * pairs}, cost {series.Sum(found => found.Cost.Total)}"));
    }

    /// <summary>Every third mentor has two mentees; calendars are half full; a third of the pairs spans two zones.</summary>
    private static SeriesRequest[] Requests(int pairs, int days, int raster)
    {
        var random = new Random(5);
        var plan = new SessionPlan { EarliestStart = new(2026, 2, 2), LatestEnd = new DateOnly(2026, 2, 2).AddDays(days), RasterMinutes = raster };
        var mentors = Enumerable.Range(0, pairs).Select(i => Person(new PersonId($"mentor{i}"), Zones[random.Next(Zones.Length)])).ToArray();
        return [.. Enumerable.Range(0, pairs).Select(i =>
        {
            var mentor = mentors[i % 4 == 3 ? i - 1 : i];
            var zone = i % 3 == 0 ? Zones[random.Next(Zones.Length)] : mentor.Whereabouts[0].Zone.Id;
            return new SeriesRequest(plan, [Person(new PersonId($"mentee{i}"), zone), mentor]);
        })];

        Attendee Person(PersonId id, string zone) => new(id, Zone.Find(zone), WorkingHours.EveryWeekday(new(8, 0), new(18, 0)))
        {
            Busy = [.. Enumerable.Range(0, days * 3).Select(_ => Meeting())],
        };

        Interval Meeting()
        {
            var start = new DateTimeOffset(plan.EarliestStart.AddDays(random.Next(days)), new(random.Next(6, 18), 0), TimeSpan.Zero);
            return new(start, start.AddMinutes(30 * random.Next(1, 5)));
        }
    }
}
