using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Meetings.Steps;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Meetings.Process;

/// <summary>The members of a meeting that is proposed are asked; one no, or silence until the deadline, and it is not formed.</summary>
internal static class Acceptance
{
    public static void Advance(MeetingContext turn)
    {
        if (turn.Meeting.ProposedAt is null)
        {
            turn.AskAll(FormKind.Confirmation, MailKind.Introduction);
            turn.Write(turn.People.Select(person => new Change.Put(MeetingRepository.MemberKey(person.Id, turn.Id), "{}")));
            turn.Meeting = turn.Meeting with { ProposedAt = turn.Now };
            turn.WakeBy(turn.Now.AddHours(1));
            return;
        }

        var answers = turn.People.Select(person => turn.AnswerOf<ConfirmationAnswer>(turn.Ask(FormKind.Confirmation, person.Id))).ToArray();
        if (answers.Any(answer => answer is { Accepts: false }))
        {
            Decline(turn);
        }
        else if (answers.All(answer => answer is { Accepts: true }))
        {
            Confirm(turn);
        }
        else
        {
            RemindOrDecline(turn);
        }
    }

    private static void RemindOrDecline(MeetingContext turn)
    {
        var inConfirmation = turn.State.Phase == PhaseNames.Confirmation;
        var extra = inConfirmation ? turn.State.ExtraDays : 0;
        var review = new AskReview(turn.Cohort, turn.Cohort.Settings.Phases.Confirmation + extra, turn.Now);
        foreach (var ask in turn.Asks)
        {
            review.Add(ask);
        }

        if ((inConfirmation && turn.State.CloseNow) || (!review.Waiting && review.Ends <= turn.Now))
        {
            Decline(turn);
            return;
        }

        turn.Write(review.Due.SelectMany(ask => Reminders.RowsFor(ask, turn.Now, turn.Id)));
        turn.WakeBy(review.Next ?? review.Ends);
    }

    private static void Confirm(MeetingContext turn)
    {
        turn.Meeting = turn.Meeting with { Status = MeetingStatus.Running, StartedAt = turn.Now };
        turn.Write(Waiting.End(MeetingStatus.Proposed, turn.Id), Waiting.Begin(MeetingStatus.Running, turn.Id));
        turn.Again = true;
    }

    private static void Decline(MeetingContext turn)
    {
        turn.Meeting = turn.Meeting with { Status = MeetingStatus.Declined, EndedAt = turn.Now };
        turn.Write(Waiting.End(MeetingStatus.Proposed, turn.Id));
        turn.Withdraw();
        if (turn.State.Phase == PhaseNames.Sessions)
        {
            // Before, the confirmation matches them anew itself, as often as the cohort allows.
            turn.SeekAnew();
        }
    }
}
