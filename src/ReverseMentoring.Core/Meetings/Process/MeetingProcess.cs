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
    IStore store, MeetingLoading loading, MeetingSeries series, SessionBooking booking, MeetingCalendar calendar, Wakes wakes) : IProcess
{
    private static readonly TimeSpan PausedLook = TimeSpan.FromDays(1);

    public string Kind => ProgrammeProcesses.MeetingKind;

    public async Task<StepResult> Step(ProcessId id, CancellationToken cancel)
    {
        if (await loading.Load(id.Cohort, id.Meeting!.Value, cancel) is not { } context)
        {
            return await calendar.Settle(id.Cohort, id.Meeting!.Value, cancel) is { } later ? new(later) : StepResult.Never;
        }

        if (context.IsHolding)
        {
            await booking.Mend(context, cancel);
        }

        if (context.State.Status is CycleStatus.Paused)
        {
            // It is woken when the cohort goes on. Where that was lost it looks by itself.
            return new(context.Now + PausedLook);
        }

        try
        {
            return await Step(context, cancel);
        }
        catch (CalendarBusyException busy)
        {
            // Nothing was decided yet: the same step comes again, and other meetings go on meanwhile.
            return new(context.Now + busy.RetryAfter, context.Meeting.Status.Slug());
        }
        catch (CalendarException)
        {
            // The same where calendars can't be reached.
            return new(context.Now + CalendarFailure.TryAgainAfter, context.Meeting.Status.Slug());
        }
    }

    private async Task<StepResult> Step(MeetingContext context, CancellationToken cancel)
    {
        var before = context.Meeting.Status;
        await context.Policy.ChangeMembers(context, cancel);
        if (MeetingEnding.WhyEnd(context) is { } end)
        {
            await booking.Release(context, cancel);
            MeetingEnding.End(context, end);
        }
        else if (context.Meeting.Status is MeetingStatus.Proposed)
        {
            Acceptance.Advance(context);
        }
        else
        {
            await series.Advance(context, cancel);
        }

        ProcessId[] others = [.. context.Woken.Select(other => ProcessId.OfMeeting(context.Cohort.Id, other))];

        // What they are to see goes with this write, and a second run of this step would not know of them.
        await wakes.Announce(others, cancel);
        await Write(context, cancel);
        var settles = await calendar.Settle(context.Cohort.Id, context.Id, cancel);
        var wakeAt = context.Again ? context.Now : settles is { } later && !(context.WakeAt < later) ? later : context.WakeAt;
        return new(wakeAt, context.Meeting.Status.Slug(), context.Meeting.IsOver && settles is null)
        {
            Starts =
            [
                .. others,
                .. context.HasMail ? [ProcessId.Outbox] : Array.Empty<ProcessId>(),
                .. await CohortWaits(context, before, cancel) ? [ProcessId.OfCohort(context.Cohort.Id)] : Array.Empty<ProcessId>(),
            ],
        };
    }

    /// <summary>Where many are written to of several sessions at once, the mails, which have names, go before the state.</summary>
    private async Task Write(MeetingContext context, CancellationToken cancel)
    {
        var (partition, changes) = (Rows.Partition(context.Cohort.Id), context.Changes);
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
    private async Task<bool> CohortWaits(MeetingContext context, MeetingStatus before, CancellationToken cancel) =>
        context.CohortIsToHear || context.Meeting.Status is MeetingStatus.Ended
        || (context.Meeting.Status != before
            && !await store.Query(Rows.Partition(context.Cohort.Id), KeyRange.Prefix(Waiting.KeysOf(before)), cancel).AnyAsync(cancel));
}
