using ReverseMentoring.Core.Mails;

namespace ReverseMentoring.Core.Cycle.Phases;

/// <summary>HR looks at the pairs or circles. Waits for the manager, with reminders, unless the cohort says to go on after the deadline.</summary>
public sealed class Review : IPhase
{
    public string Name => PhaseNames.Review;

    public async Task<Move> Advance(Turn turn, CancellationToken cancel)
    {
        var settings = turn.Cohort.Settings;
        if (turn.State.OpenedAt is null)
        {
            await turn.Save(
                turn.State with { OpenedAt = turn.Now, RemindedAt = turn.Now, Invited = 1 },
                turn.ToManager(MailKind.ReviewReady), cancel);
        }

        var opened = turn.State.OpenedAt!.Value;
        var deadline = turn.Cohort.EndOfDay(opened, settings.Phases.Review + turn.State.ExtraDays);
        var unattended = settings.Review.GoOnAfterDeadline && turn.Now >= deadline;
        if (turn.State.Approved || turn.State.CloseNow || unattended)
        {
            // In circles nobody accepts or declines: everybody can leave at any time.
            return Move.GoTo(turn.Cohort.HasCircles ? PhaseNames.Sessions : PhaseNames.Confirmation, answered: unattended ? 0 : 1);
        }

        var reminder = NextReminder(turn, deadline);
        if (reminder <= turn.Now)
        {
            var number = (int)(turn.Now - opened).TotalDays;
            await turn.Save(turn.State with { RemindedAt = turn.Now }, turn.ToManager(MailKind.ReviewReminder, number), cancel);
            reminder = NextReminder(turn, deadline);
        }

        return Move.Wait(settings.Review.GoOnAfterDeadline && deadline < reminder ? deadline : reminder);
    }

    /// <summary>Every other morning, and from the deadline on every morning: ten thousand people may wait for this.</summary>
    private static DateTimeOffset NextReminder(Turn turn, DateTimeOffset deadline)
    {
        var last = turn.State.RemindedAt!.Value;
        var zone = turn.Cohort.Zone;
        return zone.At(zone.DateAt(last).AddDays(last < deadline ? 2 : 1), Preparation.FirstMail);
    }
}
