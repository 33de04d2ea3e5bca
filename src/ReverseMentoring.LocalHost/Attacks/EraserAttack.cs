using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Programme;

namespace ReverseMentoring.LocalHost.Attacks;

/// <summary>Somebody has themselves erased while a survey runs, and others when it has closed: whatever figure or comment goes with them was theirs.</summary>
internal sealed class EraserAttack : IAttack
{
    /// <summary>Of those who are erased behind the survey.</summary>
    private const int Erased = 3;

    public string Name => "eraser";

    public string Tells => "Have people erased while a survey runs and after it, and see which figures and comments go with them";

    public async Task<AttackResult> Play(AttackPlan plan, CancellationToken cancel)
    {
        await using var programme = await AttackedProgramme.Begin(plan, new() { Leaves = 0, Declines = 0, Answers = 0.95, DelayDays = 0.5, Words = Marks.Words }, cancel);
        var (tried, isolated) = (0, new SortedSet<string>(StringComparer.Ordinal));
        if (await programme.RunUntil(async _ => (await programme.Asked(FormKind.Feedback, cancel)).Count > 1, cancel))
        {
            var ask = (await programme.Asked(FormKind.Feedback, cancel))[0];
            await programme.AnswerSurvey(ask, low: true, Marks.Words(ask.Person.Value, "feedback", true), cancel);
            await Erase((await programme.People(cancel)).Single(person => person.Id == ask.Person), "while the survey ran");
            await programme.RunUntil(PhaseNames.Retention, cancel);
            foreach (var person in (await programme.People(cancel)).Where(person => person.Email.Length > 0).Take(Erased))
            {
                await Erase(person, "after the survey had closed");
            }
        }

        return new(tried, [.. isolated]);

        async Task Erase(Person person, string when)
        {
            var reader = new ManagerReader(programme, [], []);
            var before = await reader.Read(cancel);
            await programme.Erase(person, cancel);
            var after = await reader.Read(cancel);
            tried++;
            isolated.UnionWith(ToldFigure.By(before).Differ(ToldFigure.By(after)).Select(difference => $"a figure went with who was erased {when}: {difference}"));
            isolated.UnionWith(Marks.In(before).Except(Marks.In(after)).Select(_ => $"a comment went with who was erased {when}"));
            isolated.UnionWith(Marks.In(after).Except(Marks.In(before)).Select(_ => $"a comment came with who was erased {when}"));
        }
    }
}
