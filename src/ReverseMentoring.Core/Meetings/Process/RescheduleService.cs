using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Meetings.Sessions;
using ReverseMentoring.Core.Meetings.Steps;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Scheduling.Calendars;
using ReverseMentoring.Core.Scheduling.Planning;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Meetings.Process;

internal sealed class RescheduleService(IStore store, MeetingLoading loading, SessionBooking booking, RhythmBooking rhythms, Wakes wakes, TimeProvider clock) : IRescheduleService
{
    public async Task<Proposal?> FindProposal(CohortId cohort, PersonId person, MeetingId meeting, int number, CancellationToken cancel = default)
    {
        if (await Open(cohort, person, meeting, number, cancel) is not (var context, var session))
        {
            return null;
        }

        var free = await Times(context, session, cancel);
        return new(session, free.Best, free.All, [.. context.Others(number).Where(other => other.HasTime && other.Time.Start > context.Now)],
            SeriesLength.LatestEnd(context), context.Meeting.RhythmWish is { Rhythm: not null } wish ? wish : null);
    }

    public async Task<bool> Choose(
        CohortId cohort, PersonId person, MeetingId meeting, int number, DateTimeOffset start, CancellationToken cancel = default)
    {
        if (await FindProposal(cohort, person, meeting, number, cancel) is not { } proposal
            || proposal.Times.Concat(proposal.Free).Where(time => time.Start == start).Distinct().ToArray() is not [var to])
        {
            return false;
        }

        await Send(cohort, meeting, new(MeetingCommandKind.Move, person, number, to, proposal.Session.Sequence), cancel);
        return true;
    }

    public async Task<bool> Agree(CohortId cohort, PersonId person, MeetingId meeting, int number, DateTimeOffset start, CancellationToken cancel = default)
    {
        if (await Open(cohort, person, meeting, number, cancel) is not (var context, var session))
        {
            return false;
        }

        var to = new Interval(start, start + (session.Time.End - session.Time.Start));
        if (!await booking.CanAgree(context, session, to, cancel))
        {
            return false;
        }

        await Send(cohort, meeting, new(MeetingCommandKind.Move, person, number, to, session.Sequence) { Agreed = true }, cancel);
        return true;
    }

    public async Task<bool> Suggest(CohortId cohort, PersonId person, MeetingId meeting, int number, DateTimeOffset start, CancellationToken cancel = default)
    {
        if (await Choose(cohort, person, meeting, number, start, cancel))
        {
            return true;
        }

        if (await Open(cohort, person, meeting, number, cancel) is not (var context, var session))
        {
            return false;
        }

        var to = new Interval(start, start + (session.Time.End - session.Time.Start));
        if (!await booking.SuitsAll(context, session, to, cancel))
        {
            return false;
        }

        await Send(cohort, meeting, new(MeetingCommandKind.Move, person, number, to, session.Sequence), cancel);
        return true;
    }

    public async Task<IReadOnlyList<int>> Clashes(
        CohortId cohort, PersonId person, MeetingId meeting, IReadOnlyList<(int Number, DateTimeOffset Start)> times, CancellationToken cancel = default)
    {
        var (clashes, taken) = (new List<int>(), new List<Interval>());
        foreach (var (number, start) in times)
        {
            if (await Open(cohort, person, meeting, number, cancel) is not (var context, var session))
            {
                clashes.Add(number);
                continue;
            }

            var to = new Interval(start, start + (session.Time.End - session.Time.Start));
            clashes.AddRange(taken.Exists(to.Overlaps) || !await booking.CanAgree(context, session, to, cancel) ? [number] : Array.Empty<int>());
            taken.Add(to);
        }

        return clashes;
    }

    public async Task<bool> WishRhythm(CohortId cohort, PersonId person, MeetingId meeting, int number, FixedRhythm rhythm, CancellationToken cancel = default)
    {
        if (await Open(cohort, person, meeting, number, cancel) is not (var context, _) || context.Meeting.Kind is not MeetingKind.Pair
            || !await rhythms.Fits(context, rhythm, cancel))
        {
            return false;
        }

        await Send(cohort, meeting, new(MeetingCommandKind.WishRhythm, person) { Rhythm = rhythm }, cancel);
        return true;
    }

    public async Task<bool> AnswerRhythm(CohortId cohort, PersonId person, MeetingId meeting, int number, bool takes, CancellationToken cancel = default)
    {
        if (await Open(cohort, person, meeting, number, cancel) is not (var context, _)
            || context.Meeting.RhythmWish is not { Rhythm: { } rhythm } wish || !wish.AwaitsAnswerOf(person)
            || (takes && !await rhythms.Fits(context, rhythm, cancel)))
        {
            return false;
        }

        await Send(cohort, meeting, new(MeetingCommandKind.AnswerRhythm, person) { Rhythm = rhythm, Agreed = takes }, cancel);
        return true;
    }

    public async Task<bool> Cancel(
        CohortId cohort, PersonId person, MeetingId meeting, int number, DateTimeOffset? start, IReadOnlyList<DateTimeOffset>? refused = null, CancellationToken cancel = default)
    {
        if (await FindProposal(cohort, person, meeting, number, cancel) is not { } proposal)
        {
            return false;
        }

        var chosen = proposal.Times.Where(time => time.Start == start).ToArray();
        if (start is not null && chosen.Length == 0)
        {
            return false;
        }

        await Send(
            cohort, meeting, new(MeetingCommandKind.Cancel, person, number, chosen is [var to] ? to : null, proposal.Session.Sequence) { Refused = refused }, cancel);
        return true;
    }

    /// <returns>The meeting with a session that can be moved; null where there is nothing to say any more.</returns>
    private async Task<(MeetingContext Context, Session Session)?> Open(CohortId cohort, PersonId person, MeetingId meeting, int number, CancellationToken cancel) =>
        await loading.Load(cohort, meeting, cancel) is { Meeting.Status: MeetingStatus.Running } context
        && context.State.Status is CycleStatus.Running or CycleStatus.Paused && context.Meeting.Has(person)
        && context.Series.FirstOrDefault(session => session.Number == number) is { HasTime: true } found && found.Time.Start > context.Now
            ? (context, found)
            : null;

    /// <summary>
    /// Nobody waits at a page for calendars that want to be left alone, or can't be reached: what we know without them is
    /// shown, and the meeting looks again before it counts.
    /// </summary>
    private async Task<FreeTimes> Times(MeetingContext context, Session session, CancellationToken cancel)
    {
        try
        {
            return await booking.Propose(context, session, cancel);
        }
        catch (Exception failure) when (CalendarFailure.IsPassing(failure, cancel))
        {
            // Shown without them; whatever else goes wrong is the page's error, and logged as one.
            return await booking.Propose(context, session, cancel, asksCalendars: false);
        }
    }

    private async Task Send(CohortId cohort, MeetingId meeting, MeetingCommand command, CancellationToken cancel)
    {
        var wake = await wakes.Announce(ProcessId.OfMeeting(cohort, meeting), cancel);
        await store.Write(Rows.Partition(cohort), [Documents.Put(command.SessionKey(meeting, clock.GetUtcNow()), command)], cancel);
        await wake.Now(cancel);
    }
}
