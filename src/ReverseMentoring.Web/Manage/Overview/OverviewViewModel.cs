using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.DesignSystem.Display;
using ReverseMentoring.Web.Manage.Layout;
using ReverseMentoring.Web.Manage.Wording;

namespace ReverseMentoring.Web.Manage.Overview;

/// <summary>One figure, where it leads, and how it stands.</summary>
[Tells(Told.Aggregate)]
public sealed record Tile(string Label, string Value, string? Of = null, string? Note = null, string? Href = null, Tone Tone = Tone.Plain);

/// <summary>One cohort at a glance.</summary>
/// <param name="Turnout">How many of those asked in this phase have answered, as of this morning; null where nobody is asked.</param>
/// <param name="IsWaiting">Commands are stored and not applied yet.</param>
[Tells(Told.Aggregate)]
public sealed record OverviewViewModel(
    CohortContext Context, Schedule Schedule, Turnout? Turnout, IReadOnlyList<Tile> Tiles, IReadOnlyList<NeedLine> Needs,
    bool IsWaiting)
{
    /// <summary>Why the sessions end later than planned; null: they don't.</summary>
    public LateStart? Late { get; init; }

    /// <summary>Some who are to meet have no sessions yet, so that the end of all is only reckoned.</summary>
    public bool IsUnplanned { get; init; }

    /// <summary>How many pairs are only proposed while others meet, and when the last session is over that is booked; null: none is.</summary>
    public (int Count, DateTimeOffset Booked)? Proposed { get; init; }

    /// <summary>What approving would send; null: there is nothing to approve.</summary>
    [Tells(Told.Command)]
    public PreviewModel? Approval { get; init; }

    /// <summary>What closing the sessions would send; null: they are not on, or a works council has them named nowhere.</summary>
    [Tells(Told.Command)]
    public PreviewModel? Closing { get; init; }

    /// <summary>All sessions are past, and of some it is not known yet what became of them.</summary>
    public bool IsPast { get; init; }

    /// <summary>Phases as they are shown: matching is a moment, and erasure the end of the last.</summary>
    private IEnumerable<string> Shown => PhaseCatalogue.PhasesOf(Context.Cohort)
        .Where(phase => phase is { ShownAs: null, Ending: not PhaseEnding.Nothing }).Select(phase => phase.Name);

    public IReadOnlyList<Step> Steps => [.. Shown.Select(phase => new Step(PhaseTexts.NameOf(Context, phase), StateOf(phase), WhenOf(phase)))];

    private StepState StateOf(string phase)
    {
        var here = PhaseCatalogue.Find(Context.State.Phase).ShownAs ?? Context.State.Phase;
        return phase == here
            ? Context.State.Status is CycleStatus.Running && here != PhaseNames.Erased ? StepState.Now : StepState.Stopped
            : PhaseCatalogue.IsBefore(phase, here)
                ? Context.State.Status is CycleStatus.Cancelled && !WasIn(phase) ? StepState.Stopped : StepState.Done
                : StepState.Coming;
    }

    private bool WasIn(string phase) => Context.State.Past.Any(past => past.Name == phase);

    private string? WhenOf(string phase)
    {
        if (Context.State.Status is CycleStatus.Cancelled or CycleStatus.Erased)
        {
            return null;
        }

        if (phase == Context.State.Phase)
        {
            return Schedule.Ends is { } ends ? Context.Say("When.until", ("day", Short(ends.AddMinutes(-1)))) : null;
        }

        return Context.State.Past.LastOrDefault(past => past.Name == phase) is { } record ? Short(Context.Cohort.DayOfEnd(record.ClosedAt))
            : Schedule.Begins.TryGetValue(phase, out var begins) ? Context.Say("When.about", ("day", Short(begins)))
            : null;
    }

    private string Short(DateTimeOffset moment) => Context.DayOfMonth(moment);
}
