using ReverseMentoring.Core.Calendars.Planning;
using ReverseMentoring.Core.Pairs;
using ReverseMentoring.Core.People;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Time;

namespace ReverseMentoring.Core.Sessions;

/// <summary>Finds times in both calendars and holds them there.</summary>
public sealed class SessionBooking(IStore store)
{
    /// <summary>Days between the confirmation and the first session: time for the briefing and for what each expects.</summary>
    public const int LeadDays = 5;

    /// <summary>Days added to the longest series, so that a late first session costs none at the end.</summary>
    private const int Slack = 30;

    private readonly BookingBook bookings = new(store);

    /// <summary>The whole series of a pair, held in both calendars.</summary>
    public async Task<Series> Plan(PairTurn turn, CancellationToken cancel)
    {
        var read = await Read(turn, cancel);
        var plan = turn.Cohort.Settings.Sessions;
        var first = turn.Both[0].Zone.DateAt(turn.Now).AddDays(LeadDays);
        var dated = plan with { EarliestStart = first, LatestEnd = first.AddDays(((plan.Sessions - 1) * plan.MaximumDays) + Slack) };
        var series = SeriesPlanner.Plan(new(dated, Attendees(turn, read)));
        await Keep(turn, read, series.Sessions, cancel);
        return series;
    }

    /// <summary>Up to three other times for one session, the best first; nothing is held yet.</summary>
    public async Task<IReadOnlyList<Interval>> Propose(PairTurn turn, Session session, CancellationToken cancel) =>
        Propose(turn, session, await Read(turn, cancel));

    /// <summary>Moves a session to the best other time within its rebooking days.</summary>
    /// <returns>The new time; null where there is none.</returns>
    public async Task<Interval?> Rebook(PairTurn turn, Session session, CancellationToken cancel)
    {
        var read = await Read(turn, cancel);
        if (Propose(turn, session, read) is not [var best, ..])
        {
            return null;
        }

        await Keep(turn, read, TimesWith(turn, session, best), cancel);
        return best;
    }

    /// <summary>Moves a session to a time that somebody chose, if both are still free then.</summary>
    public async Task<bool> Move(PairTurn turn, Session session, Interval to, CancellationToken cancel)
    {
        var read = await Read(turn, cancel);
        if (to.Start <= turn.Now || read.Any(person => person.Value.Besides(turn.Pair.Id).Any(to.Overlaps)))
        {
            return false;
        }

        await Keep(turn, read, TimesWith(turn, session, to), cancel);
        return true;
    }

    /// <summary>Gives back all that is held for the pair.</summary>
    public async Task Release(PairTurn turn, CancellationToken cancel) => await Keep(turn, await Read(turn, cancel), [], cancel);

    private static IReadOnlyList<Interval> Propose(PairTurn turn, Session session, IReadOnlyList<PersonBookings> read)
    {
        var latest = session.FirstTime.End.AddDays(turn.Cohort.Settings.RebookingDays);
        var plan = turn.Cohort.Settings.Sessions with
        {
            EarliestStart = turn.Cohort.Zone.DateAt(turn.Now),
            LatestEnd = turn.Cohort.Zone.DateAt(latest),
        };
        if (plan.LatestEnd < plan.EarliestStart)
        {
            return [];
        }

        var others = turn.Sessions.Select(other => other.Value).Where(other => other.Number != session.Number).ToArray();
        var found = SessionRescheduler.Reschedule(new(
            new(plan, Attendees(turn, read, others)), session.Time.Start, turn.Now.AddDays(1), latest)
        {
            Previous = others.LastOrDefault(other => other.Number < session.Number)?.Time.Start,
            Next = others.FirstOrDefault(other => other.Number > session.Number)?.Time.Start,
            Avoid = [session.Time],
            Session = session.Number,
        });
        return [.. found.Proposals.Select(proposal => proposal.Time)];
    }

    private static IReadOnlyList<Interval> TimesWith(PairTurn turn, Session moved, Interval to) =>
        [.. turn.Sessions.Where(session => session.Value.IsOpen)
            .Select(session => session.Value.Number == moved.Number ? to : session.Value.Time)];

    private static Attendee[] Attendees(
        PairTurn turn, IReadOnlyList<PersonBookings> read, IReadOnlyList<Session>? others = null) =>
        [.. turn.Both.Zip(read, (person, booked) => new Attendee(person.Id, person.Zone, person.Hours)
        {
            Absences = person.Absences,
            Booked = [.. booked.Value.Besides(turn.Pair.Id), .. (others ?? []).Select(other => other.Time)],
        })];

    private async Task<IReadOnlyList<PersonBookings>> Read(PairTurn turn, CancellationToken cancel)
    {
        var read = new List<PersonBookings>(turn.Both.Count);
        foreach (var person in turn.Both)
        {
            read.Add(await bookings.Of(person.Id, cancel));
        }

        return read;
    }

    private async Task Keep(
        PairTurn turn, IReadOnlyList<PersonBookings> read, IReadOnlyList<Interval> times, CancellationToken cancel)
    {
        foreach (var person in read)
        {
            await bookings.Keep(person, turn.Cohort.Id, turn.Pair.Id, times, cancel);
        }
    }
}
