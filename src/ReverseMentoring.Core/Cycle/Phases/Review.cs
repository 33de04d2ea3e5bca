using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Time;

namespace ReverseMentoring.Core.Cycle.Phases;

/// <summary>HR looks at the pairs or circles. Waits for the manager, with reminders, unless the cohort says to go on after the deadline.</summary>
public sealed class Review : IPhase
{
    public string Name => PhaseNames.Review;

    public async Task<PhaseTransition> Advance(StepContext context, CancellationToken cancel)
    {
        var settings = context.Cohort.Settings;
        if (context.State.OpenedAt is null)
        {
            await context.Save(
                context.State with { OpenedAt = context.Now, RemindedAt = context.Now, Invited = 1 },
                context.ToManager(MailKind.ReviewReady), cancel);
        }

        var opened = context.State.OpenedAt!.Value;
        var deadline = context.Cohort.EndOfDay(opened, settings.Phases.Review + context.State.ExtraDays);
        var unattended = settings.Review.GoOnAfterDeadline && context.Now >= deadline;
        if (context.State.Approved || context.State.CloseNow || unattended)
        {
            // In circles nobody accepts or declines: everybody can leave at any time.
            return PhaseTransition.GoTo(context.Cohort.HasCircles ? PhaseNames.Sessions : PhaseNames.Confirmation, answered: unattended ? 0 : 1);
        }

        var reminder = NextReminder(context, deadline);
        if (reminder <= context.Now)
        {
            var number = (int)(context.Now - opened).TotalDays;
            await context.Save(context.State with { RemindedAt = context.Now }, context.ToManager(MailKind.ReviewReminder, number), cancel);
            reminder = NextReminder(context, deadline);
        }

        return PhaseTransition.Wait(settings.Review.GoOnAfterDeadline && deadline < reminder ? deadline : reminder);
    }

    /// <summary>Every other morning, and from the deadline on every morning: ten thousand people may wait for this.</summary>
    private static DateTimeOffset NextReminder(StepContext context, DateTimeOffset deadline)
    {
        var last = context.State.RemindedAt!.Value;
        var zone = context.Cohort.Zone;
        return zone.At(zone.DateAt(last).AddDays(last < deadline ? 2 : 1), Preparation.FirstMail);
    }
}
