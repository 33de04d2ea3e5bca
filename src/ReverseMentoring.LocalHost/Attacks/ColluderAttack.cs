using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.LocalHost.Attacks;

/// <summary>
/// Looks at everything before and after each single answer, and each time that somebody who plays along sends theirs again: whatever moves is of
/// that one person.
/// </summary>
internal sealed class ColluderAttack : IAttack
{
    /// <summary>Answers looked at of each form.</summary>
    private const int Most = 6;

    private static readonly FormKind[] Forms = [FormKind.Topics, FormKind.Confirmation, FormKind.Pulse, FormKind.HalfTime, FormKind.Feedback];

    public string Name => "colluder";

    public string Tells => "Look at everything before and after each answer (topics, a partner, surveys), and when it is sent again";

    public async Task<AttackResult> Play(AttackPlan plan, CancellationToken cancel)
    {
        await using var programme = await AttackedProgramme.Begin(plan, new() { Leaves = 0, Declines = 0 }, cancel);
        var (tried, isolated) = (0, new List<string>());
        foreach (var form in Forms)
        {
            if (!await programme.RunUntil(async _ => (await programme.Asked(form, cancel)).Count > 1, cancel))
            {
                continue;
            }

            programme.Rehearsal.SimulatedPeople.Attentive = false;
            await programme.Rehearsal.Time.TurnTo(programme.Rehearsal.Time.Now.AddDays(0.5), cancel);
            // One of each pair in which nobody has answered: with the second yes it begins, as everybody may see.
            var (isPartner, open) = (form is FormKind.Confirmation, await programme.Asked(form, cancel));
            var asked = isPartner ? [.. open.GroupBy(ask => ask.Scope).Where(both => both.Count() > 1).Select(both => both.First())] : open;
            var reader = new ManagerReader(programme, [.. asked.Select(ask => ask.Person).Distinct().Take(Most)], [.. (await programme.Pairs(cancel)).Select(pair => pair.Id).Take(Most)]);
            var before = await reader.Read(cancel);

            // Not the last: with it the survey is over, as everybody may see.
            foreach (var ask in asked.SkipLast(1).Take(Most))
            {
                // A pair is left with a yes, so that there are some to go on with.
                foreach (var low in new[] { isPartner, !isPartner })
                {
                    var stage = (await programme.Rehearsal.State(cancel)).Stage;
                    await (isPartner || form is FormKind.Topics ? programme.AnswerOther(ask, low, cancel) : programme.AnswerSurvey(ask, low, words: null, cancel));
                    var after = await reader.Read(cancel);
                    tried++;
                    if ((await programme.Rehearsal.State(cancel)).Stage == stage)
                    {
                        isolated.AddRange(before.Differ(after).Select(difference => $"one answer of {form} shows in {difference}"));
                    }

                    before = after;
                }
            }

            programme.Rehearsal.SimulatedPeople.Attentive = true;
        }

        return new(tried, isolated);
    }
}
