using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports;
using ReverseMentoring.Core.Reports.Disclosure;
using ReverseMentoring.Core.Reports.Waves;
using ReverseMentoring.Core.Statistics;
using ReverseMentoring.Core.Surveys;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Manage.Figures;
using ReverseMentoring.Web.Manage.Layout;

namespace ReverseMentoring.Web.Manage.Comparing;

/// <summary>A cohort that is over, as it stands beside others: figures that everybody may know, and what the gate has published.</summary>
[Tells(Told.Aggregate)]
public sealed record ComparedCohort(Cohort Cohort, Report Report)
{
    private IReadOnlyList<Outcome> Results { get; } = Outcomes.Of(Report);

    public PublishedWave End => Report.Wave(WaveNames.End)!;

    public int Formed => Report.Circles?.Formed ?? Report.PairsFormed;

    /// <summary>Of sessions that were planned, how many were held, per cent; null: not told.</summary>
    public double? Held => Report.Sessions is { Held: { } held, FirstPlanned: > 0 and var planned } ? Math.Round(100.0 * held / planned) : null;

    public double? Worth => End.Find(WaveCatalogue.Worth, Cells.All)?.Value;

    /// <summary>Changes that could be looked at, and of these how many rose.</summary>
    public (int Rose, int All) Changes => (Results.Count(outcome => outcome.Change?.Word is ChangeWord.Rose), Results.Count(outcome => outcome.Change is { State: FigureState.Shown }));

    /// <summary>What could be held against those whom a draw made wait, and of it what did better.</summary>
    public (int Count, int All) Better => (Results.Count(outcome => outcome.Compared?.Word is ChangeWord.Rose), Results.Count(outcome => outcome.Compared is { State: FigureState.Shown }));

    /// <summary>What was said to one of the closing questions, both sides together.</summary>
    public Outcome? At(Promise promise) => Results.FirstOrDefault(outcome => outcome.Item.Promise == promise && outcome.Cell == Cells.All);

    internal string Answered(ManagerContext context, string cell) => FigureTexts.Answered(Report.Circles is null ? context : context.InCircles, Report, cell);

    internal string Level(ManagerContext context, Promise promise) => At(promise) is { } outcome ? OutcomeTexts.Level(context, outcome.Item, outcome.After) : "–";
}
