using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports.Disclosure;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.LocalHost.Rehearsing;

namespace ReverseMentoring.LocalHost.Attacks;

/// <summary>
/// Keeps every figure that is ever shown, from day to day, of two cohorts that share all people but two, and adds and subtracts them: of how many people
/// is the least of what comes out? The same questions of both cohorts count as one, as if everybody had said the same twice.
/// </summary>
internal sealed class DifferencingAttack : IAttack
{
    /// <summary>A promoter score is of so many at least.</summary>
    private const int InPromoterScore = 10;

    public string Name => "differencing";

    public string Tells => "Add and subtract all figures that were ever shown, of two cohorts with nearly the same people, and see of how few people something is left";

    public async Task<AttackResult> Play(AttackPlan plan, CancellationToken cancel)
    {
        await using var programme = await AttackedProgramme.Begin(plan, new() { Effect = 0.4 }, cancel);
        CohortId[] cohorts = [programme.Rehearsal.Cohort, await programme.Rehearsal.StartBeside(plan.WithoutTwo(), cancel)];
        var seen = new Dictionary<(CohortId Cohort, ShownFigure Figure), FigureJudge>();
        var told = new Dictionary<(CohortId Cohort, ToldFigure Figure), FigureJudge>();
        var day = DateOnly.MinValue;
        await programme.RunUntil(
            async _ =>
            {
                var today = DateOnly.FromDateTime(programme.Rehearsal.Time.Now.UtcDateTime);
                var over = (await States()).All(state => state.Phase is PhaseNames.Retention or PhaseNames.Erased);
                if (today != day || over)
                {
                    day = today;
                    foreach (var cohort in cohorts)
                    {
                        await Look(cohort);
                    }
                }

                return over;
            },
            cancel);
        var least = (await programme.Store.Read<Cohort>(programme.Partition, Rows.Cohort, cancel))!.Value.MinimumGroup;
        return new(seen.Count, [.. Alone(seen, least), .. Beside(told), .. await SelectionOf(programme, cohorts, least, cancel), .. Together(seen, least, new(plan.Seed))]);

        async Task<IReadOnlyList<CycleState>> States() => await cohorts.ToAsyncEnumerable()
            .Select(async (CohortId cohort, CancellationToken _) => (await programme.Store.Read<CycleState>(Rows.Partition(cohort), Rows.State, cancel))!.Value).ToListAsync(cancel);

        async Task Look(CohortId cohort)
        {
            using var answer = await programme.Get($"/api/cohorts/{cohort}/report", cancel);
            var figures = ToldFigure.In(await answer.Content.ReadAsStringAsync(cancel)).Where(figure => !told.ContainsKey((cohort, figure))).ToArray();
            var judge = figures.Length == 0 ? null : new FigureJudge(cohort, await SaidInCohort.Read(programme.Store, cohort, cancel));
            foreach (var figure in figures)
            {
                told[(cohort, figure)] = judge!;
                if (figure is { State: ToldFigure.Shown, Value: not null })
                {
                    seen.TryAdd((cohort, figure.AsShown()), judge!);
                }
            }
        }
    }

    /// <summary>What a figure gives away by itself: it is of too few, or they all said the same.</summary>
    private static IEnumerable<string> Alone(IReadOnlyDictionary<(CohortId Cohort, ShownFigure Figure), FigureJudge> seen, int least)
    {
        foreach (var ((_, figure), judge) in seen)
        {
            var (sums, values) = (judge.SumsOf(figure), judge.ValuesOf(figure));
            var fewest = figure.HasRange ? least + 1 : least;
            foreach (var sum in sums.Where(sum => sum.People.Count < fewest))
            {
                yield return $"{figure} is {figure.Value}{(figure.Of is { } of ? $" of {of}" : "")}, of {sum.People.Count} people, fewer than {fewest}";
            }

            if (values.Count > 0 && values.CountBy(value => value).Max(same => same.Value) >= values.Count - (figure.HasRange ? 2 : 1))
            {
                yield return $"{figure} shows what all or nearly all of {values.Count} people said";
            }

            if (figure.HasRange && Math.Abs(figure.Value) > InPromoterScore && values.Count < InPromoterScore)
            {
                yield return $"{figure} is a promoter score of {values.Count} people, fewer than {InPromoterScore}";
            }
        }
    }

    /// <summary>What is told beside values: of how many a figure is, and in which state. Of a mean that too few answered follows from who did, and not from what they said.</summary>
    private static IEnumerable<string> Beside(IReadOnlyDictionary<(CohortId Cohort, ToldFigure Figure), FigureJudge> told)
    {
        foreach (var ((_, figure), judge) in told)
        {
            if (figure.State != ToldFigure.Shown && (figure.Value is not null || figure.Of is not null || figure.HasRange))
            {
                yield return $"{figure} is not shown, and says something all the same: {figure.Value} of {figure.Of}";
            }

            if (figure.Of is { } of && judge.MayBeOf(figure) is { Count: > 0 } known && !known.Contains(of))
            {
                yield return $"{figure} is of {of}, where {string.Join(" or ", known)} people are known";
            }

            if (judge.ValuesOf(figure.AsShown()) is { Count: > 0 } values && (figure.State == ToldFigure.TooFew) != (values.Count < figure.Least))
            {
                yield return $"{figure} is told as {figure.State} of {values.Count} people, where it takes {figure.Least}";
            }
        }
    }

    /// <summary>Who has found a partner, by groups of HR's own list: no group is smaller, whatever can be told from the list anyway.</summary>
    private static async Task<IReadOnlyList<string>> SelectionOf(AttackedProgramme programme, IEnumerable<CohortId> cohorts, int least, CancellationToken cancel)
    {
        var found = new List<string>();
        foreach (var cohort in cohorts)
        {
            using var answer = await programme.Get($"/api/cohorts/{cohort}/selection", cancel);
            var text = await answer.Content.ReadAsStringAsync(cancel);
            found.AddRange(
                from trait in answer.IsSuccessStatusCode ? System.Text.Json.Nodes.JsonNode.Parse(text)!["traits"]!.AsArray() : []
                from share in trait!["groups"]!.AsArray()
                where (int)share!["all"]! < least
                select $"selection {trait["trait"]} {share["group"]} is of {share["all"]} people, fewer than {least}");
        }

        return found;
    }

    private static IEnumerable<string> Together(IReadOnlyDictionary<(CohortId Cohort, ShownFigure Figure), FigureJudge> seen, int least, SeededRandom seededRandom)
    {
        foreach (var part in Connected([.. seen.SelectMany(figure => figure.Value.SumsOf(figure.Key.Figure).Select(sum => (What: $"{figure.Key.Figure}", Sum: sum)))]))
        {
            Released[] sums = [.. part.Select(one => one.Sum)];
            if (LeastGroup.Find(sums, seededRandom) is { } fewest && fewest < least)
            {
                yield return $"{part[0].What} and {part.Count - 1} others: a sum or difference of what was shown is of {fewest} people, fewer than {least}";
            }
            else if (IsolationTest.Isolates(sums, least))
            {
                yield return $"{part[0].What} and {part.Count - 1} others: a sum or difference of what was shown is of fewer than {least} people";
            }

            foreach (var alike in seen.DistinctBy(figure => figure.Key.Cohort).SelectMany(figure => figure.Value.Alike(least)).Where(sum => IsolationTest.Follows(sums, sum)))
            {
                yield return $"{part[0].What} and {part.Count - 1} others: a sum or difference of what was shown is what {alike.People.Count} people said alike to {alike.Terms[0].Variable}";
            }
        }
    }

    /// <summary>Figures that have something to do with each other: about the same question or choice, directly or by others.</summary>
    private static IEnumerable<IReadOnlyList<(string What, Released Sum)>> Connected(IReadOnlyList<(string What, Released Sum)> sums)
    {
        var part = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (_, sum) in sums)
        {
            foreach (var term in sum.Terms)
            {
                part[Root(term.Variable)] = Root(sum.Terms[0].Variable);
            }
        }

        return sums.GroupBy(sum => Root(sum.Sum.Terms[0].Variable)).Select(group => group.ToArray());

        string Root(string variable)
        {
            while (part.TryGetValue(variable, out var next) && next != variable)
            {
                variable = next;
            }

            return variable;
        }
    }
}
