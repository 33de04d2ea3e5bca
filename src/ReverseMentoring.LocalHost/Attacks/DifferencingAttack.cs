using System.Text.Json;
using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.LocalHost.Rehearsing;

namespace ReverseMentoring.LocalHost.Attacks;

/// <summary>
/// Keeps every figure that is ever shown, from day to day, and adds and subtracts them: of how many people is the least of what comes out? Who
/// answered what, it takes from the answers themselves, as the one who judges an attack may.
/// </summary>
internal sealed class DifferencingAttack : IAttack
{
    /// <summary>Pairs and circles are at least so many people each.</summary>
    private const int InOne = 2;

    private static readonly string[] Counted = ["answered", "earlier-answered", "left", "meetings", "topics", "unmatched-because"];

    public string Name => "differencing";

    public string Tells => "Add and subtract all figures that were ever shown, and see of how few people something is left";

    public async Task<AttackResult> Play(AttackPlan plan, CancellationToken cancel)
    {
        await using var programme = await AttackedProgramme.Begin(plan, new(), cancel);
        var seen = new Dictionary<ShownFigure, IReadOnlyList<AskId>>();
        var day = DateOnly.MinValue;
        await programme.RunUntil(
            async state =>
            {
                var today = DateOnly.FromDateTime(programme.Rehearsal.Time.Now.UtcDateTime);
                if (today != day || state.Phase is PhaseNames.Retention)
                {
                    day = today;
                    await Look();
                }

                return state.Phase is PhaseNames.Retention;
            },
            cancel);
        var least = (await programme.Store.Read<Cohort>(programme.Partition, Rows.Cohort, cancel))!.Value.MinimumGroup;
        var sides = (await programme.People(cancel)).ToDictionary(person => person.Id, person => person.Role);
        return new(seen.Count, [.. Counts(seen.Keys, least), .. Means(seen, sides, least, new(plan.Seed))]);

        async Task Look()
        {
            using var answer = await programme.Get($"/api/cohorts/{programme.Rehearsal.Cohort}/report", cancel);
            var figures = ShownFigure.In(await answer.Content.ReadAsStringAsync(cancel)).Where(figure => !seen.ContainsKey(figure)).ToArray();
            var answers = figures.Length == 0 ? [] : await programme.Store.Query(programme.Partition, KeyRange.Prefix(Rows.Answer), cancel)
                .Select(row => StoredJson.Parse<Answer<JsonElement>>(row.Body)).Where(Grades).Select(answer => answer.Id).ToListAsync(cancel);
            foreach (var figure in figures)
            {
                seen[figure] = answers;
            }
        }
    }

    private static IEnumerable<string> Counts(IEnumerable<ShownFigure> figures, int least) =>
        from figure in figures
        where Counted.Contains(figure.Table)
        let people = figure.Value * (figure.Table is "meetings" or "topics" ? InOne : 1)
        where people < least || (figure.Of is { } of && of - figure.Value is > 0 and var others && others < least)
        select $"{figure.Wave} {figure.Table} {figure.Cell} counts {figure.Value}{(figure.Of is { } all ? $" of {all}" : "")}, fewer than {least} people";

    private static IEnumerable<string> Means(
        IReadOnlyDictionary<ShownFigure, IReadOnlyList<AskId>> seen, IReadOnlyDictionary<PersonId, Role> sides, int least, SeededRandom seededRandom) =>
        from figure in seen
        where FormOf(figure.Key) is not null
        group figure by (figure.Key.Wave, figure.Key.Table) into asked
        let groups = asked.Select(figure => Whose(figure.Key, figure.Value, sides)).ToArray()
        let fewest = LeastGroup.Find(groups, seededRandom)
        where fewest < least
        select $"{asked.Key.Wave} {asked.Key.Table}: a sum or difference of what was shown is of {fewest} people, fewer than {least}";

    private static IReadOnlySet<PersonId> Whose(ShownFigure figure, IReadOnlyList<AskId> answers, IReadOnlyDictionary<PersonId, Role> sides) =>
        answers.Where(answer => answer.Form == FormOf(figure)).Select(answer => answer.Person)
            .Where(person => figure.Cell == "all" || (sides.TryGetValue(person, out var side) && side == (figure.Cell == "mentors" ? Role.Mentor : Role.Mentee))).ToHashSet();

    private static FormKind? FormOf(ShownFigure figure) => figure.Table switch
    {
        "going-well" => FormKind.HalfTime,
        "worth" => FormKind.Pulse,
        _ => null,
    };

    /// <summary>Who says that they did not meet says nothing of what it was worth.</summary>
    private static bool Grades(Answer<JsonElement> answer) => answer.Id.Form is not FormKind.Pulse || (answer.Value.TryGetProperty("worth", out var worth) && worth.ValueKind is JsonValueKind.Number);
}
