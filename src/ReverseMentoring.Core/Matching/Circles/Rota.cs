using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Matching.Circles;

/// <summary>Somebody who takes turns.</summary>
/// <param name="Brings">Topics that the person can bring, what most others want first.</param>
public sealed record Presenter(PersonId Person, Role Role, IReadOnlyList<TopicId> Brings);

/// <summary>One presentation; juniors and seniors alternate.</summary>
/// <param name="Session">From 1.</param>
/// <param name="Topic">What the presenter can bring and most others want; null if the presenter has offered nothing.</param>
public sealed record RotaTurn(int Session, PersonId Presenter, TopicId? Topic);

/// <summary>
/// Who presents when: a junior in one session, a senior in the next, each time whoever of that side has had the fewest
/// turns, with a topic that has not been had yet where there is one.
/// </summary>
public static class Rota
{
    /// <param name="presenters">In the order in which they are to begin; both sides.</param>
    /// <param name="sessions">How many turns there are in all.</param>
    /// <param name="kept">Turns that stay as they are, whoever has them; the others are filled in around them.</param>
    public static IReadOnlyList<RotaTurn> Plan(IReadOnlyList<Presenter> presenters, int sessions, IReadOnlyList<RotaTurn>? kept = null)
    {
        var turns = (kept ?? []).ToDictionary(turn => turn.Session);
        for (var session = 1; session <= sessions; session++)
        {
            if (!turns.ContainsKey(session) && Next(presenters, session, turns.Values) is { } next)
            {
                turns.Add(session, next);
            }
        }

        return [.. turns.Values.OrderBy(turn => turn.Session)];
    }

    /// <returns>Null where there is nobody.</returns>
    public static RotaTurn? Next(IReadOnlyList<Presenter> presenters, int session, IReadOnlyCollection<RotaTurn> others)
    {
        var side = session % 2 == 1 ? Role.Mentor : Role.Mentee;
        var presenter = presenters.OrderBy(one => one.Role != side)
            .ThenBy(one => others.Count(turn => turn.Presenter == one.Person)).FirstOrDefault();
        var had = others.Select(turn => turn.Topic).OfType<TopicId>().ToHashSet();
        return presenter is null
            ? null
            : new(session, presenter.Person, presenter.Brings.OrderBy(had.Contains).Select(topic => (TopicId?)topic).FirstOrDefault());
    }
}
