using System.Collections.Concurrent;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Users.Item.Calendar.GetSchedule;
using ReverseMentoring.Core.Scheduling.Calendars;
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
        var addresses = people.Select(person => person.Address).Distinct(StringComparer.OrdinalIgnoreCase);
        var calls = from mailboxes in addresses.Chunk(MostMailboxes) from part in Parts(window) select (mailboxes, part);
        var answers = new ConcurrentBag<(ScheduleInformation Schedule, Interval Part)>();
        await Parallel.ForEachAsync(
            calls,
            new ParallelOptions { MaxDegreeOfParallelism = MailboxLimiter.AtATime, CancellationToken = cancellation },
            async (call, token) =>
            {
                foreach (var schedule in await AskAsync(call.mailboxes, call.part, token))
                {
                    answers.Add((schedule, call.part));
                }
            });
        var byAddress = answers.ToLookup(answer => answer.Schedule.ScheduleId!, StringComparer.OrdinalIgnoreCase);
        return [.. people.Select(person => byAddress[person.Address].FirstOrDefault(answer => answer.Schedule.Error is not null) is { Schedule: { } refused }
            ? new PersonBusy(person.Id, [], refused.Error!.ResponseCode ?? "unknown")
            : new PersonBusy(person.Id, [.. byAddress[person.Address].SelectMany(answer => Taken(answer.Schedule, answer.Part))
                .Order(Comparer<Interval>.Create((one, other) => one.Start != other.Start ? one.Start.CompareTo(other.Start) : one.End.CompareTo(other.End)))]))];
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
            cancellation)) ?? throw new CalendarException("no such mailbox");
        var schedules = answer.Value ?? [];
        return [.. addresses.Select(address => schedules.Find(found => address.Equals(found.ScheduleId, StringComparison.OrdinalIgnoreCase))
            ?? new() { ScheduleId = address, Error = new() { ResponseCode = "missing" } })];
    }

    /// <summary>The items where they are shown, else the view's digits: who hides details still shows when they are taken.</summary>
    private static IEnumerable<Interval> Taken(ScheduleInformation schedule, Interval window) =>
        schedule.ScheduleItems is { Count: > 0 } items
            ? items.Where(item => item.Status is not (FreeBusyStatus.Free or FreeBusyStatus.WorkingElsewhere))
                .Select(item => GraphTime.Parse(item.Start, item.End)).OfType<Interval>()
            : Intervals.Union((schedule.AvailabilityView ?? "").Select((digit, i) => (Taken: digit is '1' or '2' or '3', Start: window.Start.AddMinutes(i * ViewMinutes)))
                .Where(step => step.Taken).Select(step => new Interval(step.Start, step.Start.AddMinutes(ViewMinutes))));

    private static IEnumerable<Interval> Parts(Interval window)
    {
        for (var start = window.Start; start < window.End; start += LongestWindow)
        {
            yield return new(start, start + LongestWindow < window.End ? start + LongestWindow : window.End);
        }
    }
}
