using ReverseMentoring.Core.Enrolment;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Meetings.Circles;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Meetings.Sessions;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Cycle.Acts;

/// <summary>Says what a manager's act would do before it is done. It reads and changes nothing.</summary>
public sealed class ActPreviews(IStore store, TimeProvider clock)
{
    public const string HasLeft = "has-left", TakesPart = "takes-part", IsOver = "is-over";

    /// <summary>Whether people can be taken out and brought back at all.</summary>
    public static bool IsOpen(CycleState state) => state.Status is CycleStatus.Running or CycleStatus.Paused && state.Phase != PhaseNames.Retention;

    public async Task<ActPreview> TakeOut(StandingCohort cohort, Person person, bool tell, CancellationToken cancel = default)
    {
        if (!person.IsActive || !IsOpen(cohort.State))
        {
            return new() { Refused = person.IsActive ? IsOver : HasLeft };
        }

        var meetings = await Live(cohort, person.Id, cancel);
        Meeting[] ending = [.. meetings.Where(meeting => meeting.Kind is MeetingKind.Pair)];
        var mails = new List<PreviewedMail>();
        if (tell)
        {
            mails.Add(new(MailKind.TakenOut, person.Id));
        }

        foreach (var pair in ending)
        {
            mails.AddRange(await Farewell(cohort, pair, pair.Others(person.Id), cancel));
            mails.AddRange(tell ? await Cancelled(cohort, pair, [person.Id], cancel) : []);
        }

        var closing = new List<Meeting>();
        foreach (var circle in meetings.Where(meeting => meeting.Kind is MeetingKind.Circle))
        {
            mails.AddRange(tell ? await Cancelled(cohort, circle, [person.Id], cancel) : []);
            if (await Stay(cohort, circle, [person.Id], mails, cancel) is false)
            {
                closing.Add(circle);
            }
        }

        return new()
        {
            Ends = [.. ending.Concat(closing).Select(meeting => meeting.Id)],
            Seeking = [.. ending.Concat(closing).SelectMany(meeting => meeting.Others(person.Id)).Distinct()],
            Mails = mails,
            SessionsUntil = ending.Length > 0 ? Until(cohort) : null,
            CanBeUndone = true,
            IsQuiet = !tell,
        };
    }

    /// <summary>Everybody in a pair hears who it is with and is asked; in circles nobody is asked, and who is in none hears that too.</summary>
    public async Task<ActPreview> Approve(StandingCohort cohort, CancellationToken cancel = default)
    {
        var found = await new MeetingRepository(store, cohort.Id).All(cancel).Select(row => row.Value).Where(meeting => meeting.Status is MeetingStatus.Draft).ToListAsync(cancel);
        if (!cohort.Cohort.HasCircles)
        {
            return new()
            {
                Introduced = [.. found.Select(pair => new PairIds(pair.Mentor, pair.Mentee))],
                Mails = [.. found.SelectMany(pair => pair.People).Select(person => new PreviewedMail(MailKind.Introduction, person))],
            };
        }

        var placed = found.SelectMany(circle => circle.People).ToHashSet();
        var drawn = await store.ReadWaiting(cohort.Cohort, cancel);
        var without = await store.Query<Person>(cohort.Partition, KeyRange.Prefix(Rows.Person), cancel).Select(row => row.Value)
            .Where(person => person.IsActive && !placed.Contains(person.Id) && !drawn.Contains(person.Id)).ToListAsync(cancel);
        return new()
        {
            Mails =
            [
                .. placed.Select(person => new PreviewedMail(MailKind.CircleIntroduction, person)),
                .. without.Select(person => new PreviewedMail(MailKind.Unmatched, person.Id)),
            ],
        };
    }

    /// <summary>What the list says of somebody is corrected: two who stand in one line then part.</summary>
    public async Task<ActPreview> Correct(StandingCohort cohort, PersonCorrection correction, CancellationToken cancel = default)
    {
        var (ends, seeking) = (new List<Meeting>(), new List<PersonId>());
        var (mails, perhaps) = (new List<PreviewedMail>(), new List<PreviewedMail>());
        foreach (var (meeting, leaving) in correction.Crossed.Where(one => one.Meeting.Status is not MeetingStatus.Draft))
        {
            if (meeting.Kind is MeetingKind.Pair)
            {
                ends.Add(meeting);
                seeking.AddRange(meeting.People);
                mails.AddRange(await Farewell(cohort, meeting, meeting.People, cancel));
                continue;
            }

            seeking.AddRange(leaving);
            mails.AddRange(await Cancelled(cohort, meeting, leaving, cancel));
            perhaps.AddRange(leaving.Select(person => new PreviewedMail(MailKind.Unmatched, person)));
            if (await Stay(cohort, meeting, leaving, mails, cancel) is false)
            {
                ends.Add(meeting);
                seeking.AddRange(meeting.People.Except(leaving));
            }
        }

        if (correction.After.Email != correction.Before.Email)
        {
            perhaps.Add(new(MailKind.AddressChanged, correction.After.Id));
        }

        return new()
        {
            Ends = [.. ends.Select(meeting => meeting.Id)],
            Seeking = [.. seeking.Distinct()],
            Mails = mails,
            MailsPerhaps = perhaps,
            Fields = correction.Fields,
            FindsAnew = correction.Crossed.Any(one => one.Meeting.Status is MeetingStatus.Draft),
            SessionsUntil = ends.Any(meeting => meeting.Kind is MeetingKind.Pair) ? Until(cohort) : null,
        };
    }

    /// <summary>What those who are left of a circle hear.</summary>
    /// <returns>Whether they are enough to go on, as things stand.</returns>
    private async Task<bool> Stay(StandingCohort cohort, Meeting circle, IReadOnlyList<PersonId> leaving, List<PreviewedMail> mails, CancellationToken cancel)
    {
        PersonId[] staying = [.. circle.People.Except(leaving)];
        if (CanGoOn(cohort, circle, leaving))
        {
            mails.AddRange(circle.SessionsPlanned > 0 ? staying.Select(other => new PreviewedMail(MailKind.CircleChanged, other)) : []);
            return true;
        }

        mails.AddRange(await Farewell(cohort, circle, staying, cancel));
        return false;
    }

    /// <summary>Whether those who are left are enough, as things stand.</summary>
    private bool CanGoOn(StandingCohort cohort, Meeting circle, IReadOnlyList<PersonId> leaving) => CircleQuorum.CanGoOn(
        [.. circle.Members.Where(member => !leaving.Contains(member.Person)).Select(member => member.Role)], cohort.Cohort, SeriesLength.TakesNewcomers(cohort.Cohort, cohort.State, clock.GetUtcNow()));

    public static ActPreview BringBack(StandingCohort cohort, Person person) =>
        person.IsActive || person.IsGone || !PhaseCatalogue.IsBefore(cohort.State.Phase, PhaseNames.Feedback) || !IsOpen(cohort.State)
            ? new() { Refused = person.IsActive ? TakesPart : IsOver }
            : new() { Mails = [new(MailKind.BroughtBack, person.Id)], Seeking = [person.Id], CanBeUndone = true };

    public async Task<ActPreview> End(StandingCohort cohort, Meeting meeting, CancellationToken cancel = default) =>
        meeting.Status is not (MeetingStatus.Proposed or MeetingStatus.Running) || !IsOpen(cohort.State)
            ? new() { Refused = IsOver }
            : new() { Ends = [meeting.Id], Seeking = [.. meeting.People], SessionsUntil = meeting.Kind is MeetingKind.Pair ? Until(cohort) : null, Mails = await Farewell(cohort, meeting, meeting.People, cancel) };

    /// <summary>
    /// The sessions of all are closed: who hears of which that are still to come, who is asked how it was, and who that nobody is looked for any more. Of these it is
    /// not told of whom it holds: it would tell who had answered.
    /// </summary>
    /// <param name="cohort">Whose they are.</param>
    /// <param name="active">Who takes part.</param>
    /// <param name="meetings">All of the cohort.</param>
    /// <param name="sessions">All of these.</param>
    /// <param name="cancel">Cancels reads.</param>
    public async Task<ActPreview> CloseSessions(
        StandingCohort cohort, IEnumerable<PersonId> active, IReadOnlyCollection<Meeting> meetings, IEnumerable<Session> sessions, CancellationToken cancel = default)
    {
        var (now, series) = (clock.GetUtcNow(), sessions.ToLookup(session => session.Meeting));
        var lots = await store.ReadLots(cohort.Cohort, cancel);
        var met = meetings.Where(meeting => meeting.StartedAt is not null).SelectMany(meeting => meeting.Everybody).ToHashSet();
        Meeting[] running = [.. meetings.Where(meeting => meeting.Status is MeetingStatus.Running)];
        PersonId[] there = [.. active];
        return new()
        {
            CalledOff = running.SelectMany(meeting => series[meeting.Id]).Count(session => session.IsOpen && !(session.HasTime && session.Time.End <= now)),
            // Of each in a circle the same, whoever can't come to some.
            Mails =
            [
                .. running.SelectMany(meeting => meeting.People.Select(person => new PreviewedMail(
                    MailKind.SessionCancelled, person,
                    series[meeting.Id].Count(session => session.InvitedSequence is not null && session.HasTime && session.Time.Start > now))))
                    .Where(mail => mail.Count > 0),
                .. there.Where(person => met.Contains(person) || lots.ContainsKey(person)).Select(person => new PreviewedMail(MailKind.FeedbackInvitation, person)),
            ],
            MailsPerhaps = cohort.State.WaitingEnded ? [] : [.. there.Where(person => !met.Contains(person) && !lots.ContainsKey(person)).Select(person => new PreviewedMail(MailKind.WaitingOver, person))],
            IsClosing = true,
        };
    }

    public async Task<ActPreview> Propose(StandingCohort cohort, PairWeigher weigher, IReadOnlyList<ProposedPair> pairs, CancellationToken cancel = default)
    {
        if (weigher.WhyNot(pairs) is { } why)
        {
            return new() { Refused = why };
        }

        PersonId[] asked = [.. pairs.SelectMany(pair => new[] { pair.Mentor, pair.Mentee })];
        var ending = pairs.SelectMany(pair => new[] { pair.Mentor, pair.Mentee }).SelectMany(weigher.MeetingsOf)
            .Where(meeting => pairs.Any(pair => pair.Replaces.Contains(meeting.Id))).DistinctBy(meeting => meeting.Id).ToArray();
        var then = new List<PreviewedMail>();
        foreach (var pair in ending)
        {
            then.AddRange(await Farewell(cohort, pair, pair.People, cancel));
        }

        return new()
        {
            Ends = [.. ending.Select(pair => pair.Id)],
            Seeking = [.. ending.SelectMany(pair => pair.People).Distinct().Except(asked)],
            Next = ending.Length > 0 ? weigher.Mending(pairs) : [],
            Introduced = [.. pairs.Select(pair => new PairIds(pair.Mentor, pair.Mentee))],
            Mails = [.. asked.Select(person => new PreviewedMail(MailKind.Introduction, person))],
            MailsThen = then,
            SessionsUntil = SeriesLength.LikelyEnd(cohort.Cohort, clock.GetUtcNow()),
        };
    }

    /// <summary>Partners are looked for as long as there is time left for sessions; null: not any more.</summary>
    private DateTimeOffset? Until(StandingCohort cohort) =>
        SeriesLength.TakesNewcomers(cohort.Cohort, cohort.State, clock.GetUtcNow()) ? SeriesLength.LikelyEnd(cohort.Cohort, clock.GetUtcNow()) : null;

    private async Task<IReadOnlyList<Meeting>> Live(StandingCohort cohort, PersonId person, CancellationToken cancel) =>
        await new MeetingRepository(store, cohort.Id).OfPerson(person, cancel)
            .Where(meeting => meeting.Has(person) && meeting.Status is MeetingStatus.Proposed or MeetingStatus.Running).ToListAsync(cancel);

    /// <summary>That it has ended, to those who had heard of it, and for each session that stands in their calendars that it is not to be.</summary>
    private async Task<IReadOnlyList<PreviewedMail>> Farewell(StandingCohort cohort, Meeting meeting, IEnumerable<PersonId> people, CancellationToken cancel)
    {
        PersonId[] told = [.. people];
        return
        [
            .. meeting.ProposedAt is null && meeting.Kind is MeetingKind.Pair ? [] : told.Select(person => new PreviewedMail(MailKind.MeetingEnded, person)),
            .. await Cancelled(cohort, meeting, told, cancel),
        ];
    }

    private async Task<IReadOnlyList<PreviewedMail>> Cancelled(StandingCohort cohort, Meeting meeting, IReadOnlyList<PersonId> people, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var sessions = await new MeetingRepository(store, cohort.Id).Sessions(meeting.Id, cancel).Select(row => row.Value)
            .Where(session => session.InvitedSequence is not null && session.HasTime && session.Time.Start > now).ToListAsync(cancel);
        return
        [
            // Of each the same: who is not invited has said that they can't come, or can't by their calendar, and hears of it only where they were.
            .. people.Select(person => new PreviewedMail(MailKind.SessionCancelled, person, sessions.Count)).Where(mail => mail.Count > 0),
        ];
    }
}
