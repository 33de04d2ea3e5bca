using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Meetings.Steps;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Meetings.Process;

/// <summary>
/// The members of a meeting that is proposed are asked; one no, or silence until the deadline, and it is not formed. A no is acted on when its day is over
/// where the cohort is, so that whoever watches the list doesn't see who of two in different zones has just spoken; whoever had said yes hears it then. A pair that the manager has locked takes until the
/// deadline with every no: a yes of both that doesn't count, because they are kept apart, then looks like a no of one.
/// </summary>
internal static class Acceptance
{
    public static void Advance(MeetingContext context)
    {
        if (context.Meeting.ProposedAt is null)
        {
            context.AskAll(FormKind.Confirmation, MailKind.Introduction);
            context.Write(context.People.Select(person => MeetingRepository.Member(person.Id, context.Id)));
            context.Meeting = context.Meeting with { ProposedAt = context.Now };
            context.WakeBy(context.Now.AddHours(1));
            return;
        }

        var answers = context.People.Select(person => context.FindAnswer<ConfirmationAnswer>(context.Ask(FormKind.Confirmation, person.Id))).ToArray();
        var accepted = answers.All(answer => answer is { Value.Accepts: true }) && !context.Meeting.KeptApart;
        var ends = context.Meeting.Wanted ? null : answers.Where(answer => answer is { Value.Accepts: false }).Min(answer => DayOver(context, answer!.At));
        if (ends <= context.Now || context.Together is { IsOff: true })
        {
            Decline(context);
        }
        else if (accepted && context.Together is not { IsOn: false })
        {
            Confirm(context);
        }
        else
        {
            RemindOrDecline(context, waits: accepted);
            if (ends is { } then)
            {
                context.WakeBy(then);
            }
        }
    }

    private static DateTimeOffset? DayOver(MeetingContext context, DateTimeOffset moment) => context.Cohort.Zone.EndOf(context.Cohort.Zone.DateAt(moment));

    /// <param name="context">The meeting's.</param>
    /// <param name="waits">Its own two have accepted, and it hangs on another pair.</param>
    private static void RemindOrDecline(MeetingContext context, bool waits)
    {
        var inConfirmation = context.State.Phase == PhaseNames.Confirmation;
        var extra = inConfirmation ? context.State.ExtraDays : 0;
        var days = context.Cohort.Settings.Phases.Confirmation + extra;
        var review = new AskReview(context.Cohort, days, context.Now);
        foreach (var ask in context.Asks)
        {
            review.Add(ask);
        }

        // Who has answered is asked no more: where nobody is, the days count from the proposal. Of a swap two may have accepted
        // and wait for the others.
        var asked = context.Asks.Count > 0 ? review.Ends : new Deadline(context.Cohort, context.Meeting.ProposedAt!.Value, days).End;
        if ((inConfirmation && context.State.CloseNow) || (!review.Waiting && asked <= context.Now && !waits))
        {
            Decline(context);
            return;
        }

        context.Write(review.Due.SelectMany(due => Reminders.RowsFor(due, context.Now, context.Id)));
        context.WakeBy(waits ? context.Now.AddDays(1) : review.Next ?? asked);
    }

    private static void Confirm(MeetingContext context)
    {
        context.Meeting = context.Meeting with { Status = MeetingStatus.Running, StartedAt = context.Now };
        context.Write(Waiting.End(MeetingStatus.Proposed, context.Id), Waiting.Begin(MeetingStatus.Running, context.Id));
        var replaced = context.Meeting.Replaces ?? [];
        context.Write(replaced.Select(MeetingCommand.Replace));
        context.Woken.UnionWith(replaced);
        WakeOther(context);
        context.Again = true;
    }

    private static void Decline(MeetingContext context)
    {
        context.Meeting = context.Meeting with { Status = MeetingStatus.Declined, EndedAt = context.Now };
        context.Write(Waiting.End(MeetingStatus.Proposed, context.Id));
        context.Withdraw();
        foreach (var person in context.People.Where(person => person.IsActive && context.AnswerOf<ConfirmationAnswer>(context.Ask(FormKind.Confirmation, person.Id)) is { Accepts: true }))
        {
            context.Tell(person, MailKind.NotFormed);
        }

        WakeOther(context);
        if (context.State.Phase == PhaseNames.Sessions)
        {
            // Before, the confirmation matches them anew itself, as often as the cohort allows. Who still has a partner has no room.
            context.SeekAnew();
        }
    }

    private static void WakeOther(MeetingContext context)
    {
        if (context.Together is { } other)
        {
            context.Woken.Add(other.Id);
        }
    }
}
