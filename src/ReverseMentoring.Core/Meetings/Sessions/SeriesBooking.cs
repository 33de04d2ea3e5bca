using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Meetings.Steps;
using ReverseMentoring.Core.Scheduling.Planning;
using ReverseMentoring.Core.Time;

namespace ReverseMentoring.Core.Meetings.Sessions;

/// <summary>
/// Finds times for a whole series and holds them. Where there is no time for all, and the meeting can do without somebody, it
/// takes the times at which most can come.
/// </summary>
internal sealed class SeriesBooking(MeetingTimes times)
{
    /// <summary>The series of a meeting that begins.</summary>
    /// <returns>In order; fewer than the plan asks for where there is no time for more.</returns>
    public async Task<IReadOnlyList<Session>> Plan(MeetingContext context, CancellationToken cancel)
    {
        var plan = context.Cohort.Settings.Sessions.From(context.Cohort, FirstDay(context));
        var read = await times.ReadTimes(context, Window(context, plan.LatestEnd), cancel);
        var found = Find(context, new(plan, read.People), [.. Enumerable.Range(1, plan.Sessions)]);
        Session[] series = [.. found.Select((time, index) => Session.Planned(context.Id, index + 1, time.Time, time.Without) with { Clock = SessionClock.Of(context.People[0].ZoneAt(time.Time.Start), time.Time) })];
        await times.Keep(context, read, series, cancel);
        return series;
    }

    /// <summary>New times for sessions that are still to come, so many days apart as wished; held instead of the old ones.</summary>
    /// <returns>
    /// The sessions at them; null, and nothing is changed, where there is not enough time for all before the sessions end, or
    /// they would end no later than they do.
    /// </returns>
    public async Task<IReadOnlyList<Session>?> Replan(MeetingContext context, IReadOnlyList<Session> sessions, int idealDays, CancellationToken cancel)
    {
        var whole = context.Cohort.Settings.Sessions;
        var end = SeriesLength.LastDay(context);
        var plan = (whole with { Sessions = sessions.Count, IdealDays = idealDays }).From(context.Cohort, FirstDay(context));
        var before = context.Series.Where(session => session.Time.Start <= context.Now && !sessions.Contains(session)).Select(session => (DateTimeOffset?)session.Time.Start).Max();
        var earliest = before is { } last ? context.People[0].ZoneAt(last).DateAt(last).AddDays(whole.MinimumDays) : plan.EarliestStart;
        plan = plan with
        {
            EarliestStart = plan.EarliestStart > earliest ? plan.EarliestStart : earliest,
            LatestEnd = plan.LatestEnd < end ? plan.LatestEnd : end,
        };
        if (plan.LatestEnd < plan.EarliestStart)
        {
            return null;
        }

        var kept = context.Series.Where(session => session.HasTime && !sessions.Contains(session)).ToArray();
        var read = await times.ReadTimes(context, Window(context, plan.LatestEnd), cancel);
        var found = Find(context, new(plan, read.With(kept.Select(session => session.Time))), [.. sessions.Select(session => session.Number)]);
        if (found.Count < sessions.Count || found[^1].Time.Start <= sessions.Max(session => session.Time.Start))
        {
            return null;
        }

        Session[] planned = [.. sessions.Zip(found, (session, time) => session.At(time.Time, time.Without) with { FirstTime = time.Time, Clock = SessionClock.Of(context.People[0].ZoneAt(time.Time.Start), time.Time) })];
        await times.Keep(context, read, kept.Concat(planned).OrderBy(session => session.Number), cancel);
        return planned;
    }

    private static IReadOnlyList<AttendedTime> Find(MeetingContext context, SeriesRequest request, int[] numbers)
    {
        var forAll = SeriesPlanner.Plan(request);
        AttendedTime[] whole = [.. forAll.Sessions.Select(time => new AttendedTime(time, []))];
        if (forAll.Shortfall is null || context.Policy.NeedsEverybody)
        {
            return whole;
        }

        var most = OneByOne(context, request, numbers);
        return most.Count > whole.Length ? most : whole;
    }

    private static List<AttendedTime> OneByOne(MeetingContext context, SeriesRequest request, int[] numbers)
    {
        var (plan, search, found) = (request.Plan, new Attendance(request), new List<AttendedTime>());
        foreach (var number in numbers)
        {
            var before = found.Count > 0 ? search.DateAt(found[^1].Time.Start) : (DateOnly?)null;
            var first = before?.AddDays(plan.MinimumDays) ?? plan.EarliestStart;
            var last = before?.AddDays(plan.MaximumDays) ?? plan.EarliestStart.AddDays(SeriesLength.Slack);
            var wished = before?.AddDays(plan.IdealDays) ?? plan.EarliestStart;
            if (context.BestFor(search, number, first, last < plan.LatestEnd ? last : plan.LatestEnd, wished, _ => true) is not { } time)
            {
                break;
            }

            found.Add(time);
        }

        return found;
    }

    private static DateOnly FirstDay(MeetingContext context) => SeriesLength.FirstDay(context.Cohort, context.People[0].ZoneAt(context.Now).DateAt(context.Now));

    private static Interval Window(MeetingContext context, DateOnly last) => new(context.Now, context.Cohort.Zone.EndOf(last.AddDays(1)));
}
