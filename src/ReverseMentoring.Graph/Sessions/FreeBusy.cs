using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Users.Item.Calendar.GetSchedule;
using ReverseMentoring.Core.Calendars;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Graph.Calls;

namespace ReverseMentoring.Graph.Sessions;

/// <summary>Free and busy times by <c>getSchedule</c>: at most 20 mailboxes and less than 62 days a call.</summary>
internal sealed class FreeBusy(GraphServiceClient client, string serviceMailbox)
{
    public const int MostMailboxes = 20;
    public static readonly TimeSpan LongestWindow = TimeSpan.FromDays(61);

    private const int ViewMinutes = 30;

    public async Task<IReadOnlyList<PersonBusy>> ReadAsync(
        IReadOnlyList<CalendarPerson> people, Interval window, CancellationToken cancellation)
    {
        var busy = people.Select(person => person.Address).Distinct(StringComparer.OrdinalIgnoreCase)
            .ToDictionary(address => address, _ => new List<Interval>(), StringComparer.OrdinalIgnoreCase);
        var problems = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var addresses in busy.Keys.Chunk(MostMailboxes).ToArray())
        {
            foreach (var part in Parts(window))
            {
                foreach (var schedule in await AskAsync(addresses, part, cancellation))
                {
                    if (schedule.Error is { } error)
                    {
                        problems[schedule.ScheduleId!] = error.ResponseCode ?? "unknown";
                    }
                    else if (busy.TryGetValue(schedule.ScheduleId!, out var times))
                    {
                        times.AddRange(Taken(schedule, part));
                    }
                }
            }
        }

        return [.. people.Select(person => problems.TryGetValue(person.Address, out var problem)
            ? new PersonBusy(person.Id, [], problem)
            : new PersonBusy(person.Id, Intervals.Union(busy[person.Address])))];
    }

    private async Task<IReadOnlyList<ScheduleInformation>> AskAsync(string[] addresses, Interval window, CancellationToken cancellation)
    {
        var answer = await GraphErrors.CallAsync(() => client.Users[serviceMailbox].Calendar.GetSchedule.PostAsGetSchedulePostResponseAsync(
            new GetSchedulePostRequestBody
            {
                Schedules = [.. addresses],
                StartTime = GraphTime.Write(window.Start),
                EndTime = GraphTime.Write(window.End),
                AvailabilityViewInterval = ViewMinutes,
            },
            request => request.Headers.Add("Prefer", GraphTime.PreferUtc),
            cancellation));
        var schedules = answer?.Value ?? [];
        return [.. addresses.Select(address => schedules.Find(found => address.Equals(found.ScheduleId, StringComparison.OrdinalIgnoreCase))
            ?? new() { ScheduleId = address, Error = new() { ResponseCode = "missing" } })];
    }

    /// <summary>The items where they are shown, else the view's digits: who hides details still shows when they are taken.</summary>
    private static IEnumerable<Interval> Taken(ScheduleInformation schedule, Interval window) =>
        schedule.ScheduleItems is { Count: > 0 } items
            ? items.Where(item => item.Status is not (FreeBusyStatus.Free or FreeBusyStatus.WorkingElsewhere))
                .Select(item => GraphTime.Read(item.Start, item.End)).OfType<Interval>()
            : (schedule.AvailabilityView ?? "").Select((digit, i) => (Taken: digit is '1' or '2' or '3', Start: window.Start.AddMinutes(i * ViewMinutes)))
                .Where(step => step.Taken).Select(step => new Interval(step.Start, step.Start.AddMinutes(ViewMinutes)));

    private static IEnumerable<Interval> Parts(Interval window)
    {
        for (var start = window.Start; start < window.End; start += LongestWindow)
        {
            yield return new(start, start + LongestWindow < window.End ? start + LongestWindow : window.End);
        }
    }
}
