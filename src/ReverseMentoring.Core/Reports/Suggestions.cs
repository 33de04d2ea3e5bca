using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports.Disclosure;
using ReverseMentoring.Core.Reports.Waves;
using ReverseMentoring.Core.Statistics;
using ReverseMentoring.Core.Surveys;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Reports;

/// <summary>What to keep and what to change next time. Each is one line in <see cref="All"/>; none says anything where the gate has shown nothing.</summary>
public static class Suggestions
{
    /// <summary>So many topics, or rules, are named.</summary>
    private const int MostNamed = 3;

    /// <summary>Where so much of what was planned took place, it is worth keeping; of pairs likewise.</summary>
    private const double Good = 0.8;

    /// <summary>Where less of it did, something stands in the way.</summary>
    private const double Poor = 0.6;

    /// <summary>A larger share without a partner than this is more than a remainder.</summary>
    private const double Many = 0.2;

    /// <summary>Of five: most would say yes.</summary>
    private const double Willing = 4, Unwilling = 3;

    private const string Unwanted = "ask-why-not", Reached = "goal-rose", FindTopic = "find-topic";

    /// <summary>In the order in which pages tell them: what to do first, then what to keep.</summary>
    private static IReadOnlyList<Func<Facts, IEnumerable<Suggestion>>> All { get; } =
    [
        facts => Again(facts).Where(one => one.Code == Unwanted), facts => Goal(facts).Where(one => one.Code != Reached), Without, facts => Topics(facts).Where(one => one.Code == FindTopic),
        Rules, AskAgain, Waiting, Lost, Partings, Turnout, Moves, facts => Topics(facts).Where(one => one.Code != FindTopic),
        facts => Goal(facts).Where(one => one.Code == Reached), Sessions, Pairs, GoOn, facts => Again(facts).Where(one => one.Code != Unwanted),
    ];

    /// <returns>None while the closing survey is open.</returns>
    public static IReadOnlyList<Suggestion> For(Report report, CohortGoal? goal = null) =>
        report.Wave(WaveNames.End) is { } end ? [.. All.SelectMany(suggest => suggest(new(report, end, goal)))] : [];

    /// <summary>
    /// Whether all that was to measure the goal rose. What is not shown may not have, and what rose no further than among those whom a draw made wait may have risen
    /// without the programme.
    /// </summary>
    private static IEnumerable<Suggestion> Goal(Facts facts)
    {
        Outcome[] measured = [.. Outcomes.Of(facts.Report).Where(outcome => facts.Goal?.Promises.Contains(outcome.Item.Promise) is true && outcome.Change is not null)];
        if (!measured.Any(outcome => outcome.Change is { State: FigureState.Shown }))
        {
            return [];
        }

        var (rose, fell) = (measured.Where(outcome => outcome.Change!.Word is ChangeWord.Rose).ToArray(), measured.Where(outcome => outcome.Change!.Word is ChangeWord.Fell).ToArray());
        var noMore = rose.Where(outcome => outcome.Compared is { State: FigureState.Shown, Word: not ChangeWord.Rose }).ToArray();
        return fell.Length > 0 ? [About("goal-fell", fell)]
            : rose.Length == 0 ? [About("goal-stood-still", measured)]
            : rose.Length < measured.Length ? [About("goal-partly", measured.Except(rose)) with { Count = rose.Length, Of = measured.Length }]
            : noMore.Length > 0 ? [About("goal-rose-anyway", noMore)]
            : [new(Reached)];

        static Suggestion About(string code, IEnumerable<Outcome> outcomes) => new(code) { Outcomes = [.. outcomes], Promises = [.. outcomes.Select(outcome => outcome.Item.Promise).Distinct()] };
    }

    /// <summary>Where many of one side stayed without a partner, there were too few of the other, or rules stood in the way.</summary>
    private static IEnumerable<Suggestion> Without(Facts facts) =>
        from figure in facts.Shown(WaveCatalogue.Without)
        where figure.Value > Many * figure.Of
        select new Suggestion(figure.Cell == Cells.Mentors ? "find-mentees" : "find-mentors") { Count = figure.Value, Of = figure.Of };

    /// <summary>
    /// What was wished for and not met is no lack of people who offer it: most wish for several topics, and a partner brings one or two. People are to be looked for only where more
    /// wished for it in vain than offered it, or few offered it at all.
    /// </summary>
    private static IEnumerable<Suggestion> Topics(Facts facts) =>
        from figure in facts.Shown(WaveCatalogue.UnmetTopics).Take(MostNamed)
        let about = new Suggestion("unmet-topic") { Count = figure.Value, About = figure.Title ?? figure.Cell, Topic = new(figure.Cell) }
        select facts.End.Find(WaveCatalogue.OfferedTopics, figure.Cell) switch
        {
            { State: FigureState.Few } few => about with { Code = FindTopic, Fewer = few.Least },
            { Value: { } places } => about with { Code = figure.Value > places ? FindTopic : "match-topic", Of = places },
            _ => about,
        };

    /// <summary>Those whom a draw made wait are on the next list already, if it is made from this cohort.</summary>
    private static IEnumerable<Suggestion> Waiting(Facts facts) =>
        facts.Report.Draw is { Waiting: > 0 and var waiting } ? [new("invite-waiting") { Count = waiting }] : [];

    /// <summary>Where many pairs did not last, or many people left, that comes before what else there is to mend.</summary>
    private static IEnumerable<Suggestion> Lost(Facts facts)
    {
        if (Completed(facts) is { Completed: var completed, Formed: var formed } && completed < Good * formed)
        {
            yield return new("pairs-ended") { Count = formed - completed, Of = formed };
        }

        if (facts.End.Find(WaveCatalogue.Left, Cells.All) is { State: FigureState.Shown, Value: { } left } && left > Many * facts.Report.Participants)
        {
            yield return new("people-left") { Count = left, Of = facts.Report.Participants };
        }
    }

    private static IEnumerable<Suggestion> Rules(Facts facts) =>
        facts.Shown(WaveCatalogue.UnmatchedBecause).Take(MostNamed).Select(figure => new Suggestion("soften-rule") { Count = figure.Value, About = figure.Cell });

    private static IEnumerable<Suggestion> AskAgain(Facts facts) =>
        facts.Shown(WaveCatalogue.AloneAgain).Select(figure => new Suggestion("ask-again") { Count = figure.Value });

    private static IEnumerable<Suggestion> Partings(Facts facts) =>
        facts.Shown(WaveCatalogue.PartedBecause).OrderByDescending(figure => figure.Value).Take(1).Select(figure => new Suggestion($"parted-{figure.Cell}") { Count = figure.Value });

    private static IEnumerable<Suggestion> Turnout(Facts facts) => new[] { Cells.Mentors, Cells.Mentees }
        .Select(cell => facts.End.Find(WaveCatalogue.Answered, cell)).OfType<PublishedFigure>()
        .Where(figure => figure is { Value: { } answered, Of: { } all } && answered < Poor * all).Take(1)
        .Select(figure => new Suggestion(facts.End.Find(WaveCatalogue.Without, figure.Cell) is { Value: not null } ? "raise-turnout" : "raise-turnout-listed") { Count = figure.Value, Of = figure.Of });

    private static IEnumerable<Suggestion> Sessions(Facts facts)
    {
        if (facts.Report.Sessions is { Held: { } held, Planned: > 0 and var kept, FirstPlanned: var planned })
        {
            if (held >= Good * planned)
            {
                yield return new("keep-rhythm") { Count = held, Of = planned };
            }
            else if (held < Poor * kept)
            {
                yield return new("fewer-sessions") { Count = held, Of = planned };
            }
        }
    }

    private static IEnumerable<Suggestion> Moves(Facts facts)
    {
        if (facts.Report.Sessions is { Moved: { } moved, Planned: > 0 and var planned } && 2 * moved > planned)
        {
            yield return new("other-times") { Count = moved, Of = planned };
        }
    }

    private static IEnumerable<Suggestion> Pairs(Facts facts) =>
        Completed(facts) is { Completed: var completed, Formed: var formed } && completed >= Good * formed ? [new("keep-matching") { Count = completed, Of = formed }] : [];

    private static (double Completed, int Formed)? Completed(Facts facts) =>
        (facts.Report.Circles?.Formed ?? facts.Report.PairsFormed, facts.End.Find(WaveCatalogue.Meetings, WaveCatalogue.Completed)) is (> 0 and var formed, { State: FigureState.Shown, Value: { } completed })
            ? (completed, formed)
            : null;

    private static IEnumerable<Suggestion> GoOn(Facts facts)
    {
        if (facts.End.Find(WaveCatalogue.GoOn, Cells.All) is { State: FigureState.Shown, Value: { } pairs })
        {
            yield return new("they-go-on") { Count = pairs };
        }
    }

    private static IEnumerable<Suggestion> Again(Facts facts) =>
        from outcome in Outcomes.Of(facts.Report)
        where outcome.Item.Promise is Promise.Again && outcome.Cell == Cells.All
        let value = outcome.After?.Value
        where value is >= Willing or <= Unwilling
        select new Suggestion(value >= Willing ? "invite-again" : Unwanted) { Count = value, Of = outcome.Item.Highest, IsMean = true };

    private sealed record Facts(Report Report, PublishedWave End, CohortGoal? Goal)
    {
        public IEnumerable<PublishedFigure> Shown(string table) =>
            End.Tables.FirstOrDefault(one => one.Name == table)?.Figures.Where(figure => figure is { State: FigureState.Shown, Value: > 0 }) ?? [];
    }
}
