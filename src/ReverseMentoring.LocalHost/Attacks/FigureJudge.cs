using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports.Disclosure;
using ReverseMentoring.Core.Reports.Waves;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.LocalHost.Attacks;

/// <summary>Works out, from what people said and not from what the product kept of it, of whom each figure that is shown is a sum, and what it gives away by itself.</summary>
internal sealed class FigureJudge(CohortId cohort, SaidInCohort said)
{
    /// <summary>What a figure is a sum of; a range, and a count of which the rest is known, are a second sum over the same or the other people.</summary>
    public IReadOnlyList<Released> SumsOf(ShownFigure figure)
    {
        var (item, kind) = Parts(figure.Table);
        return figure.Table switch
        {
            SaidInCohort.GoingWell or SaidInCohort.Worth => [Sum(figure, figure.Table, said.Of(figure.Table).Keys)],
            WaveCatalogue.Answered => Choice(figure, figure.Wave == WaveNames.End ? said.Sides.Keys.Where(person => Partnered(person) || Answered(figure.Wave, person)) : Form(figure.Wave), person => Answered(figure.Wave, person)),
            WaveCatalogue.Without => Choice(figure, said.Sides.Keys, person => !Partnered(person)),
            WaveCatalogue.Left => Choice(figure, said.Sides.Keys, said.Gone.Contains),
            WaveCatalogue.Meetings when figure.Cell is WaveCatalogue.Completed => OfMeetings(figure, meeting => meeting.StartedAt is not null, meeting => meeting.RanItsCourse),
            WaveCatalogue.Meetings when figure.Cell is WaveCatalogue.Declined => OfMeetings(figure, meeting => meeting.ProposedAt is not null, meeting => meeting.Status is MeetingStatus.Declined),
            WaveCatalogue.Topics => OfMeetings(figure, meeting => meeting.StartedAt is not null, meeting => meeting.Exchange.Taught.Any(topic => topic.Topic.Value == figure.Cell)),
            _ => kind switch
            {
                "half-time" or "end" => WithRange(figure, Sum(figure, figure.Table, said.Of(figure.Table).Keys)),
                "before" => [Sum(figure, $"{item}.start", Both(item, "start"))],
                "after" => [Sum(figure, $"{item}.end", Both(item, "start"))],
                "change" => WithRange(figure, Change(figure, item, "start")),
                "since-then" => WithRange(figure, Change(figure, item, "then")),
                "silent" => [Sum(figure, $"{item}.start", said.Of($"{item}.start").Keys.Where(Partnered).Except(FeedbackGiven))],
                "no-better" => Choice(figure, Both(item, "start"), person => said.Of($"{item}.end")[person] <= said.Of($"{item}.start")[person]),
                _ => [],
            },
        };
    }

    /// <summary>The values behind a mean, or behind a change; none of what is counted.</summary>
    public IReadOnlyList<double> ValuesOf(ShownFigure figure)
    {
        var (item, kind) = Parts(figure.Table);
        var people = SumsOf(figure) is [var sum, ..] ? sum.People : new HashSet<PersonId>();
        return kind switch
        {
            "change" => [.. people.Select(person => said.Of($"{item}.end")[person] - said.Of($"{item}.start")[person])],
            "since-then" => [.. people.Select(person => said.Of($"{item}.end")[person] - said.Of($"{item}.then")[person])],
            "before" or "silent" => [.. people.Select(person => said.Of($"{item}.start")[person])],
            "after" => [.. people.Select(person => said.Of($"{item}.end")[person])],
            _ when said.Values.ContainsKey(figure.Table) => [.. people.Select(person => said.Of(figure.Table)[person])],
            _ => [],
        };
    }

    /// <summary>
    /// Of how many a figure of a side may be: of all who are listed there, or who answered at the end, of those who had a partner if both they and the others are
    /// enough. None: it is of no side.
    /// </summary>
    public IReadOnlyList<int> MayBeOf(ToldFigure figure)
    {
        if (figure.Cell is not (Cells.All or Cells.Mentors or Cells.Mentees))
        {
            return [];
        }

        var (all, partnered) = (In(figure.Cell, said.Sides.Keys).Count, In(figure.Cell, said.Sides.Keys.Where(Partnered)).Count);
        return figure is not { Wave: WaveNames.End, Table: WaveCatalogue.Answered } ? [all]
            : all - partnered >= figure.Least && partnered >= figure.Least ? [partnered]
            : all - partnered < figure.Least ? [all]
            : [];
    }

    /// <summary>What all, or all but one, of enough people said alike: nobody is to work it out.</summary>
    public IEnumerable<Released> Alike(int least) =>
        from variable in said.Values
        from cell in new[] { Cells.All, Cells.Mentors, Cells.Mentees }
        let people = In(cell, variable.Value.Keys)
        where people.Count >= least && people.CountBy(person => variable.Value[person]).Max(same => same.Value) >= people.Count - 1
        select Released.Sum(variable.Key, people);

    private IEnumerable<PersonId> FeedbackGiven => said.Values.Where(variable => variable.Key.EndsWith(".end", StringComparison.Ordinal)).SelectMany(variable => variable.Value.Keys).Distinct();

    private static (string Item, string Kind) Parts(string table) => table.LastIndexOf('.') is > 0 and var at ? (table[..at], table[(at + 1)..]) : (table, "");

    private IEnumerable<PersonId> Both(string item, string earlier) => said.Of($"{item}.{earlier}").Keys.Intersect(said.Of($"{item}.end").Keys);

    private Released Sum(ShownFigure figure, string variable, IEnumerable<PersonId> people) => Released.Sum(variable, In(figure, people));

    private Released Change(ShownFigure figure, string item, string earlier) => new([new($"{item}.end"), new($"{item}.{earlier}", -1)], In(figure, Both(item, earlier)));

    private static Released[] WithRange(ShownFigure figure, Released sum) => figure.HasRange ? [sum, Released.Sum($"{figure.Table}.range", sum.People)] : [sum];

    /// <summary>Of the sides that a figure is of, or of all.</summary>
    private HashSet<PersonId> In(ShownFigure figure, IEnumerable<PersonId> people) => In(figure.Cell, people);

    private HashSet<PersonId> In(string cell, IEnumerable<PersonId> people) =>
    [
        .. people.Where(person => said.Sides.TryGetValue(person, out var side) && (cell switch
        {
            Cells.Mentors => side is Role.Mentor,
            Cells.Mentees => side is Role.Mentee,
            _ => true,
        })),
    ];

    private Released[] Choice(ShownFigure figure, IEnumerable<PersonId> could, Func<PersonId, bool> did)
    {
        var (all, variable) = (In(figure, could), $"{cohort}.{figure.Wave}.{figure.Table}");
        return [Released.Sum(variable, all.Where(did)), Released.Sum(variable, all.Where(person => !did(person)))];
    }

    private Released[] OfMeetings(ShownFigure figure, Func<Meeting, bool> which, Func<Meeting, bool> did)
    {
        var (variable, all) = ($"{cohort}.{figure}", said.Meetings.Where(which).ToArray());
        HashSet<PersonId> chose = [.. all.Where(did).SelectMany(meeting => meeting.Everybody)], others = [.. all.SelectMany(meeting => meeting.Everybody).Where(person => !chose.Contains(person))];
        return others.Count == 0 ? [Released.Sum(variable, chose)] : [Released.Sum(variable, chose), Released.Sum(variable, others)];
    }

    private bool Partnered(PersonId person) => said.Meetings.Any(meeting => meeting.StartedAt is not null && meeting.Everybody.Contains(person));

    private IEnumerable<PersonId> Form(string wave) => said.Asked.TryGetValue(wave == WaveNames.End ? FormKind.Feedback : FormKind.HalfTime, out var asked) ? asked : [];

    private bool Answered(string wave, PersonId person) => wave == WaveNames.End ? FeedbackGiven.Contains(person) : said.Of(SaidInCohort.GoingWell).ContainsKey(person);
}
