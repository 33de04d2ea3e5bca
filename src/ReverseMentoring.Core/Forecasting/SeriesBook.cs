using System.Collections.Concurrent;
using ReverseMentoring.Core.Meetings.Sessions;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Scheduling.Planning;
using ReverseMentoring.Core.Time;

namespace ReverseMentoring.Core.Forecasting;

/// <summary>
/// Times for sessions by the planner. People with the same zones, hours and days off who begin on the same day get the same times, so each
/// is planned once for all draws. What somebody has in another pair is left aside.
/// </summary>
internal sealed class SeriesBook(Cohort cohort, bool areFarApart)
{
    private static readonly TimeSpan Notice = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<(string Clocks, DateOnly First), IReadOnlyList<Interval>> series = [];
    private readonly ConcurrentDictionary<(string Clocks, DateTimeOffset Fell, DateOnly Day, DateTimeOffset By, DateTimeOffset? Before, DateTimeOffset? Next), IReadOnlyList<Interval>> others = [];
    private readonly ConcurrentDictionary<(string Clocks, DateTimeOffset Start), bool> suiting = [];

    /// <summary>Some zones share too few hours, so that people are asked for early and late ones.</summary>
    public bool AreFarApart => areFarApart;

    private SessionPlan Plan => cohort.Settings.Sessions;

    /// <param name="people">Who meet, first the one whose clock the series keeps.</param>
    /// <param name="confirmed">When they were sure of each other.</param>
    /// <returns>In order; fewer than the plan asks for where there is no time for more.</returns>
    public IReadOnlyList<Interval> Series(IReadOnlyList<DrawnPerson> people, DateTimeOffset confirmed)
    {
        var first = SeriesLength.FirstDay(cohort, people[0].Person.ZoneAt(confirmed).DateAt(confirmed));
        return series.GetOrAdd((ClocksOf(people), first), _ =>
        {
            var request = new SeriesRequest(Plan.From(cohort, first), Attendees(people));
            var forAll = SeriesPlanner.Plan(request);
            return forAll.Shortfall is not null && cohort.HasCircles && TimesForMost.Series(request, people) is var most && most.Count > forAll.Sessions.Count ? most : forAll.Sessions;
        });
    }

    /// <summary>Other times for a session that fell, the best first.</summary>
    /// <param name="people">Who meet.</param>
    /// <param name="fell">Its time until now.</param>
    /// <param name="now">When it fell.</param>
    /// <param name="by">When it is to be over.</param>
    /// <param name="before">When the session before it began.</param>
    /// <param name="next">When the next begins.</param>
    /// <param name="had">Times that it has had: these are not taken again.</param>
    public IReadOnlyList<Interval> Others(
        IReadOnlyList<DrawnPerson> people, Interval fell, DateTimeOffset now, DateTimeOffset by, DateTimeOffset? before, DateTimeOffset? next, IReadOnlyCollection<Interval> had)
    {
        // Worked out for the end of the day on which it fell, so that all that fell on a day share it.
        var day = cohort.Zone.DateAt(now);
        var times = others.GetOrAdd((ClocksOf(people), fell.Start, day, by, before, next), _ =>
        {
            var earliest = cohort.Zone.EndOf(day.AddDays(-1)) + Notice;
            if (earliest >= by)
            {
                return [];
            }

            var request = new SeriesRequest(Plan, Attendees(people));
            Interval[] forAll = [.. SessionRescheduler.Reschedule(new(request, fell.Start, earliest, by) { Previous = before, Next = next }).Proposals.Select(proposal => proposal.Time)];
            return forAll.Length == 0 && cohort.HasCircles && TimesForMost.Other(request, people, fell, earliest, by, [before, next]) is { } most ? [most] : forAll;
        });
        return [.. times.Where(time => time.Start >= now + Notice && !had.Any(time.Overlaps))];
    }

    /// <summary>Whether all can come at a time that somebody proposes.</summary>
    /// <param name="people">Who meet.</param>
    /// <param name="time">Which.</param>
    /// <param name="now">When it is proposed.</param>
    public bool Suits(IReadOnlyList<DrawnPerson> people, Interval time, DateTimeOffset now) => time.Start >= now + Notice
        && suiting.GetOrAdd((ClocksOf(people), time.Start), _ => SessionCheck.Missing(new(Plan, Attendees(people)), time).Count == 0);

    private Attendee[] Attendees(IReadOnlyList<DrawnPerson> people)
    {
        var counting = CountingHours.Of([.. people.Select(person => new StatedTime(person.Id, person.Person.Role, person.Person.Zone, person.Week))], cohort.Settings, cohort.Settings.Start);
        return [.. people.Select(person => person.AttendeeWith(counting[person.Id]))];
    }

    private static string ClocksOf(IReadOnlyList<DrawnPerson> people) => string.Join('+', people.Select(person => person.Clock));
}
