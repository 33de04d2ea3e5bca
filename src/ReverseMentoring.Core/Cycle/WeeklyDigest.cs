using ReverseMentoring.Core.Cycle.Phases;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Programme;

namespace ReverseMentoring.Core.Cycle;

/// <summary>Has the programme manager told each Monday morning of the cohort's week, from its first Monday after the start to the report.</summary>
internal static class WeeklyDigest
{
    /// <returns>When the next is due; null: none is.</returns>
    public static async Task<DateTimeOffset?> Queue(StepContext context, CancellationToken cancel)
    {
        var (cohort, state) = (context.Cohort, context.State);
        if (!cohort.Settings.Digest || state.Phase == PhaseNames.Preparation || !PhaseCatalogue.IsBefore(state.Phase, PhaseNames.Report))
        {
            return null;
        }

        var zone = cohort.Zone;
        var monday = MondayOf(zone.DateAt(context.Now));
        var due = zone.At(monday, Preparation.FirstMail);
        if (context.Now >= due && monday > cohort.Settings.Start && !(state.DigestedAt >= due))
        {
            var mail = new Mail { Name = Names.Join(MailKind.WeeklyDigest.Slug(), $"{monday:yyyyMMdd}", "manager"), Kind = MailKind.WeeklyDigest, QueuedAt = context.Now, Until = due.AddDays(5) };
            await context.Save(state with { DigestedAt = context.Now }, mail.Insert(), cancel);
        }

        return context.Now < due ? due : zone.At(monday.AddDays(7), Preparation.FirstMail);
    }

    private static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
