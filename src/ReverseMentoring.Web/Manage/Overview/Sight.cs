using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Web.Look.Pages;
using ReverseMentoring.Web.Look.Signs;
using ReverseMentoring.Web.Manage.Frame;

namespace ReverseMentoring.Web.Manage.Overview;

/// <summary>One figure, where it leads, and how it stands.</summary>
public sealed record Tile(string Label, string Value, string? Of = null, string? Note = null, string? Href = null, Mood Mood = Mood.Plain);

/// <summary>One cohort at a glance.</summary>
/// <param name="Answered">Of those asked in this phase; null where nobody is asked.</param>
/// <param name="Waiting">Commands that are stored and not applied yet.</param>
public sealed record Sight(
    DeskAtCohort Desk, Schedule Schedule, (int Answered, int Asked)? Answered, IReadOnlyList<Tile> Tiles, IReadOnlyList<Link> Attention,
    IReadOnlyList<CohortCommand> Waiting)
{
    /// <summary>Phases as they are shown: matching is a moment, and erasure the end of the last.</summary>
    private IEnumerable<string> Shown => PhaseNames.Of(Desk.Cohort).Where(phase => phase is not (PhaseNames.Matching or PhaseNames.Report or PhaseNames.Erased));

    public IReadOnlyList<Step> Steps => [.. Shown.Select(phase => new Step(Phase.NameOf(Desk, phase), StateOf(phase), WhenOf(phase)))];

    private StepState StateOf(string phase)
    {
        var here = Desk.State.Phase switch
        {
            PhaseNames.Matching => PhaseNames.OffersAndWishes,
            PhaseNames.Report => PhaseNames.Retention,
            var other => other,
        };
        return phase == here
            ? Desk.State.Status is CycleStatus.Running && here != PhaseNames.Erased ? StepState.Now : StepState.Stopped
            : PhaseNames.IsBefore(phase, here)
                ? Desk.State.Status is CycleStatus.Cancelled && !WasIn(phase) ? StepState.Stopped : StepState.Done
                : StepState.Coming;
    }

    private bool WasIn(string phase) => Desk.State.Past.Any(past => past.Name == phase);

    private string? WhenOf(string phase)
    {
        if (Desk.State.Status is CycleStatus.Cancelled or CycleStatus.Erased)
        {
            return null;
        }

        if (phase == Desk.State.Phase)
        {
            return Schedule.Ends is { } ends ? Desk.Say("When.until", ("day", Short(ends.AddMinutes(-1)))) : null;
        }

        return Desk.State.Past.LastOrDefault(past => past.Name == phase) is { } record ? Short(record.ClosedAt)
            : Schedule.Begins.TryGetValue(phase, out var begins) ? Desk.Say("When.about", ("day", Short(begins)))
            : null;
    }

    private string Short(DateTimeOffset moment) => Desk.Zone.Local(moment).ToString("d MMM", Desk.Culture);
}
