using ReverseMentoring.Core.Calendars.Planning;
using ReverseMentoring.Core.Sessions;
using ReverseMentoring.Core.Time;

namespace ReverseMentoring.Core.Circles;

/// <summary>
/// Finds times for all of a circle, and holds them in everybody's bookings. Where there is no time for all, it takes the one
/// at which most can come: the presenter among them, at least half of the circle, and both sides.
/// </summary>
public sealed class CircleBooking(PairTimes times)
{
    /// <summary>A late first session is better than none.</summary>
    private const int Slack = 30;

    private static readonly TimeSpan Notice = TimeSpan.FromDays(1);

    /// <summary>The whole series. Nothing is held yet.</summary>
    /// <returns>In order; fewer than the plan asks for where there is no time for more.</returns>
    public async Task<IReadOnlyList<AttendedTime>> Plan(CircleTurn turn, CancellationToken cancel)
    {
        var plan = turn.Cohort.Settings.Sessions;
        var first = turn.People[0].ZoneAt(turn.Now).DateAt(turn.Now).AddDays(SessionBooking.LeadDays);
        plan = plan with { EarliestStart = first, LatestEnd = first.AddDays(((plan.Sessions - 1) * plan.MaximumDays) + Slack) };
        var read = await times.Read(turn, new(turn.Now, turn.Cohort.Zone.EndOf(plan.LatestEnd.AddDays(1))), cancel);
        var request = new SeriesRequest(plan, read.People);
        var forAll = SeriesPlanner.Plan(request);
        return forAll.Shortfall is null
            ? [.. forAll.Sessions.Select(time => new AttendedTime(time, []))]
            : OneByOne(turn.Circle, request, forAll);
    }

    /// <summary>Another time for a session, near the one that fell; nothing is held yet.</summary>
    public async Task<AttendedTime?> Another(CircleTurn turn, Session session, CancellationToken cancel)
    {
        var by = session.FirstTime.End.AddDays(turn.Cohort.Settings.RebookingDays);
        var earliest = turn.Now + Notice;
        if (by <= earliest)
        {
            return null;
        }

        var others = turn.Others(session.Number).Where(other => other.HasTime).Select(other => other.Time).ToArray();
        var read = await times.Read(turn, new(turn.Now, by), cancel);
        var plan = turn.Cohort.Settings.Sessions;
        var search = new Attendance(new(plan, read.With(others)));
        var (first, last, wished) = (search.DateAt(earliest), search.DateAt(by), search.DateAt(session.Time.Start));
        return search.Best(first, last, wished, CircleRule.For(turn.Circle, session.Number), Allowed)
            ?? search.Best(first, last, wished, CircleRule.For(turn.Circle, null), Allowed);

        bool Allowed(Interval time) => time.Start >= earliest && time.End <= by && !time.Overlaps(session.Time)
            && others.All(other => Math.Abs(search.DateAt(other.Start).DayNumber - search.DateAt(time.Start).DayNumber) >= plan.MinimumDaysAfterRebooking);
    }

    /// <summary>Who can't come to a session any more, as far as is known.</summary>
    public async Task<IReadOnlyList<string>> Missing(CircleTurn turn, Session session, CancellationToken cancel)
    {
        var read = await times.Read(turn, new(session.Time.Start.AddHours(-1), session.Time.End.AddHours(1)), cancel);
        return new Attendance(new(turn.Cohort.Settings.Sessions, read.People)).Missing(session.Time);
    }

    /// <summary>Holds for everybody the sessions that they come to, and nothing else.</summary>
    public async Task Hold(CircleTurn turn, IReadOnlyList<Session> sessions, CancellationToken cancel)
    {
        var read = await times.Read(turn, null, cancel);
        var held = sessions.Where(session => session.HasTime).ToArray();
        await times.Keep(
            turn, read,
            person => [.. held.Where(session => session.Without?.Contains(person) is not true).Select(session => session.Time)], cancel);
    }

    public Task Release(CircleTurn turn, string person, CancellationToken cancel) => times.Release(turn, person, cancel);

    private static IReadOnlyList<AttendedTime> OneByOne(Circle circle, SeriesRequest request, Series forAll)
    {
        var (plan, search, found) = (request.Plan, new Attendance(request), new List<AttendedTime>());
        for (var number = 1; number <= plan.Sessions; number++)
        {
            var before = found.Count > 0 ? search.DateAt(found[^1].Time.Start) : (DateOnly?)null;
            var first = before?.AddDays(plan.MinimumDays) ?? plan.EarliestStart;
            var last = before?.AddDays(plan.MaximumDays) ?? plan.EarliestStart.AddDays(Slack);
            var wished = before?.AddDays(plan.IdealDays) ?? plan.EarliestStart;
            var time = search.Best(first, last, wished, CircleRule.For(circle, number), _ => true)
                ?? search.Best(first, last, wished, CircleRule.For(circle, null), _ => true);
            if (time is null)
            {
                break;
            }

            found.Add(time);
        }

        return found.Count > forAll.Sessions.Count ? found : [.. forAll.Sessions.Select(time => new AttendedTime(time, []))];
    }
}
