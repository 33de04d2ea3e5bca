using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Forms;
using ReverseMentoring.Core.Mails;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Pairs;

/// <summary>Both are asked; one no, or silence until the deadline, and the pair is not formed.</summary>
internal static class PairConfirmation
{
    public static void Advance(PairTurn turn)
    {
        if (turn.Pair.ProposedAt is null)
        {
            turn.AskAll(FormKind.Confirmation, 0, MailKind.Introduction);
            turn.Write(turn.Both.Select(person => new Change.Put(PairBook.KeyOf(person.Id, turn.Pair.Id), "{}")));
            turn.Pair = turn.Pair with { ProposedAt = turn.Now };
            turn.WakeBy(turn.Now.AddHours(1));
            return;
        }

        var answers = turn.Both
            .Select(person => turn.AnswerOf<ConfirmationAnswer>(FormKind.Confirmation, 0, person.Id)).ToArray();
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

    private static void RemindOrDecline(PairTurn turn)
    {
        var inConfirmation = turn.State.Phase == Cycle.PhaseNames.Confirmation;
        var extra = inConfirmation ? turn.State.ExtraDays : 0;
        var review = new AskReview(turn.Cohort, turn.Cohort.Settings.Phases.Confirmation + extra, turn.Now);
        foreach (var ask in turn.Asks)
        {
            review.Look(ask);
        }

        if ((inConfirmation && turn.State.CloseNow) || (!review.Waiting && review.Ends <= turn.Now))
        {
            Decline(turn);
            return;
        }

        turn.Write(review.Due.SelectMany(ask => Reminders.Of(ask, turn.Now, turn.Pair.Id)));
        turn.WakeBy(review.Next ?? review.Ends);
    }

    private static void Confirm(PairTurn turn)
    {
        turn.Pair = turn.Pair with { Status = PairStatus.Running, ConfirmedAt = turn.Now };
        turn.Write(Waiting.End(PairStatus.Proposed, turn.Pair.Id), Waiting.Begin(PairStatus.Running, turn.Pair.Id));
        turn.Again = true;
    }

    private static void Decline(PairTurn turn)
    {
        turn.Pair = turn.Pair with { Status = PairStatus.Declined, EndedAt = turn.Now };
        turn.Write(Waiting.End(PairStatus.Proposed, turn.Pair.Id));
        turn.Withdraw();
        if (turn.State.Phase == Cycle.PhaseNames.Sessions)
        {
            // Before, the confirmation matches them anew itself, as often as the cohort allows.
            turn.SeekAnew();
        }
    }
}
