using ReverseMentoring.Core.Meetings.Calendars;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Meetings.Sessions;
using ReverseMentoring.Core.Meetings.Steps;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Scheduling.Calendars;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Meetings.Process;

/// <summary>The way of a pair or circle: asked where its kind asks, running, over. It writes its own rows and never the cohort's.</summary>
internal sealed class MeetingProcess(
    IStore store, MeetingLoading loading, MeetingSeries series, SessionBooking booking, MeetingCalendar calendar) : IProcess
{
    public string Kind => ProcessId.MeetingKind;

    public async Task<StepResult> Step(ProcessId id, CancellationToken cancel)
    {
        if (await loading.Load(id.Cohort, id.Meeting!, cancel) is not { } turn)
        {
            return await calendar.Settle(id.Cohort, id.Meeting!, cancel) is { } later ? new(later) : StepResult.Never;
        }

        if (turn.State.Status is CycleStatus.Paused)
        {
            return new(null);
        }

        try
        {
            return await Step(turn, cancel);
        }
        catch (CalendarBusyException busy)
        {
            // Nothing was decided yet: the same step comes again, and other meetings go on meanwhile.
            return new(turn.Now + busy.RetryAfter, turn.Meeting.Status.Slug());
        }
        catch (CalendarException)
        {
            // The same where calendars can't be reached.
            return new(turn.Now + CalendarFailure.TryAgainAfter, turn.Meeting.Status.Slug());
        }
    }

    private async Task<StepResult> Step(MeetingContext turn, CancellationToken cancel)
    {
        var before = turn.Meeting.Status;
        await turn.Policy.ChangeMembers(turn, cancel);
        if (MeetingEnding.WhyEnd(turn) is { } end)
        {
            await booking.Release(turn, cancel);
            MeetingEnding.End(turn, end);
        }
        else if (turn.Meeting.Status is MeetingStatus.Proposed)
        {
            Acceptance.Advance(turn);
        }
        else
        {
            await series.Advance(turn, cancel);
        }

        await Write(turn, cancel);
        var settles = await calendar.Settle(turn.Cohort.Id, turn.Id, cancel);
        var wakeAt = turn.Again ? turn.Now : settles is { } later && !(turn.WakeAt < later) ? later : turn.WakeAt;
        return new(wakeAt, turn.Meeting.Status.Slug(), turn.Meeting.IsOver && settles is null)
        {
            Starts =
            [
                .. turn.HasMail ? [ProcessId.Outbox] : Array.Empty<ProcessId>(),
                .. await CohortWaits(turn, before, cancel) ? [ProcessId.OfCohort(turn.Cohort.Id)] : Array.Empty<ProcessId>(),
            ],
        };
    }

    /// <summary>Where many are written to of several sessions at once, the mails, which have names, go before the state.</summary>
    private async Task Write(MeetingContext turn, CancellationToken cancel)
    {
        var (partition, changes) = (Rows.Partition(turn.Cohort.Id), turn.Changes);
        if (changes.Count > StoreLimits.Changes)
        {
            await store.InsertMissing(partition, [.. changes.Where(MeetingContext.IsOfMail).Cast<Change.Insert>()], cancel);
            changes = [.. changes.Where(change => !MeetingContext.IsOfMail(change))];
        }

        if (changes.Count > 0)
        {
            await store.Write(partition, changes, cancel);
        }
    }

    /// <summary>The cohort is woken by the last meeting that it waits for, and where somebody is left alone on the way.</summary>
    private async Task<bool> CohortWaits(MeetingContext turn, MeetingStatus before, CancellationToken cancel) =>
        turn.CohortIsToHear || turn.Meeting.Status is MeetingStatus.Ended
        || (turn.Meeting.Status != before
            && !await store.Query(Rows.Partition(turn.Cohort.Id), KeyRange.Prefix(Waiting.KeysOf(before)), cancel).AnyAsync(cancel));
}
