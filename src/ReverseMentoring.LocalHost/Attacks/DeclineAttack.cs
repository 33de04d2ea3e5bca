using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.LocalHost.Attacks;

/// <summary>Who of the two declined, said that they did not meet, can't come, or answered only after a reminder: guessed from all that a manager sees, day by day.</summary>
internal sealed class DeclineAttack : IAttack
{
    /// <summary>Days that are looked at: until reminders, deadlines and second rounds have come.</summary>
    private const int Days = 8;

    /// <summary>People and pairs whose own pages are read too.</summary>
    private const int Looked = 6;

    public string Name => "declines";

    public string Tells => "Guess who declined, kept silent, was reminded or didn't meet, by two runs in which another of the two did";

    public async Task<AttackResult> Play(AttackPlan plan, CancellationToken cancel)
    {
        var results = new[] { await Twins.Play(plan, Reminded, cancel), await Twins.Play(plan, Declined, cancel), await Twins.Play(plan, Met, cancel) };
        return new(results.Sum(result => result.Tried), [.. results.SelectMany(result => result.Isolated).Distinct()]);

        // Of each two who were asked for topics one answers at once, and the other when reminded.
        async Task Reminded(AttackedProgramme programme, Twins.Coin coin, Action<IReadOnlyDictionary<string, string>> note)
        {
            await programme.RunUntil(async _ => (await programme.Asked(FormKind.Topics, cancel)).Count > 1, cancel);
            programme.Rehearsal.SimulatedPeople.Attentive = false;
            await UntilAllAreAsked(programme, cancel);
            var asked = await programme.Asked(FormKind.Topics, cancel);
            var halves = asked.Chunk(2).Where(two => two.Length == 2).Select(two => coin(two[0].Person.Value) ? (two[0], two[1]) : (two[1], two[0])).ToArray();
            foreach (var (ask, _) in halves)
            {
                await programme.Answer(ask, cancel, ("picked", "technology"), ("notice", "true"));
            }

            await DayByDay(programme, note, cancel);
        }

        // Of each pair one declines, and the other accepts.
        async Task Declined(AttackedProgramme programme, Twins.Coin coin, Action<IReadOnlyDictionary<string, string>> note)
        {
            await programme.RunUntil(async _ => (await programme.Asked(FormKind.Confirmation, cancel)).Count > 1, cancel);
            programme.Rehearsal.SimulatedPeople.Attentive = false;
            await UntilAllAreAsked(programme, cancel);
            await OfEachPair(programme, FormKind.Confirmation, coin, [("accept", "no")], [("accept", "yes")], cancel);
            await DayByDay(programme, note, cancel);
        }

        // Of each pair one says that they met, and the other that they did not.
        async Task Met(AttackedProgramme programme, Twins.Coin coin, Action<IReadOnlyDictionary<string, string>> note)
        {
            await programme.RunUntil(async _ => (await programme.Asked(FormKind.Pulse, cancel)).Count > 1, cancel);
            programme.Rehearsal.SimulatedPeople.Attentive = false;
            await UntilAllAreAsked(programme, cancel);
            await OfEachPair(programme, FormKind.Pulse, coin, [("met", "no")], [("met", "yes"), ("worth", "5")], cancel);
            await DayByDay(programme, note, cancel);
        }
    }

    /// <summary>Wherever they live, and whatever day it is.</summary>
    private static Task UntilAllAreAsked(AttackedProgramme programme, CancellationToken cancel) => programme.Rehearsal.Time.TurnTo(programme.Rehearsal.Time.Now.AddDays(1.5), cancel);

    private static async Task OfEachPair(
        AttackedProgramme programme, FormKind form, Twins.Coin coin, (string, string)[] one, (string, string)[] other, CancellationToken cancel)
    {
        var pairs = (await programme.Pairs(cancel)).ToDictionary(pair => pair.Id.Value);
        foreach (var ask in (await programme.Asked(form, cancel)).GroupBy(ask => (ask.Scope, ask.Number)).Where(two => two.Count() == 2).SelectMany(two => two))
        {
            var isFirst = pairs[ask.Scope].Mentor == ask.Person;
            await programme.Answer(ask, cancel, coin(ask.Scope) == isFirst ? one : other);
        }
    }

    private static async Task DayByDay(AttackedProgramme programme, Action<IReadOnlyDictionary<string, string>> note, CancellationToken cancel)
    {
        for (var day = 0; day < Days; day++)
        {
            var people = (await programme.People(cancel)).OrderBy(person => person.Id.Value, StringComparer.Ordinal).Select(person => person.Id).Take(Looked);
            var pairs = (await programme.Pairs(cancel)).OrderBy(pair => pair.Id.Value, StringComparer.Ordinal).Select(pair => pair.Id).Take(Looked);
            note(await new ManagerReader(programme, [.. people], [.. pairs]).Read(cancel));
            await programme.Rehearsal.Time.TurnTo(programme.Rehearsal.Time.Now.AddDays(1), cancel);
        }
    }
}
