using ReverseMentoring.Web.Manage.Layout;

namespace ReverseMentoring.Web.Manage.Wording;

/// <summary>What stands below a number of sessions wherever there is one: which are among those that were planned at first, and which are not.</summary>
internal static class SessionCountTexts
{
    /// <param name="context">The manager's.</param>
    /// <param name="sessions">As the cohort stands; in works council mode without those that a single pair has just lost.</param>
    /// <param name="note">What stands first; null: nothing does.</param>
    public static string? Beside(ManagerContext context, Core.Standings.SessionFigures sessions, string? note = null) => Beside(context, context is CohortContext { IsCouncilMode: true } ? 0 : sessions.LostEarly, sessions.CalledOff, note);

    /// <summary>The same of a report.</summary>
    public static string? Beside(ManagerContext context, Core.Reports.SessionFigures sessions, string? note = null) => Beside(context, sessions.LostEarly, sessions.CalledOff, note);

    private static string? Beside(ManagerContext context, int lostEarly, int calledOff, string? note)
    {
        string?[] said =
        [
            note is null ? null : context.Say(note),
            lostEarly > 0 ? context.Count("Report.LostEarly", lostEarly) : null,
            calledOff > 0 ? context.Count("Report.CalledOff", calledOff) : null,
        ];
        return said.OfType<string>().ToArray() is { Length: > 0 } told ? string.Join(' ', told) : null;
    }
}
