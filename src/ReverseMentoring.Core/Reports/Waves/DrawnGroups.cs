using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Reports.Waves;

using Said = IReadOnlyDictionary<PersonId, IReadOnlyDictionary<Surveys.ItemId, int>>;

/// <summary>Parts those who began from those whom a draw made wait: who waits is no participant, and counted nowhere but in what participants are held against.</summary>
/// <param name="lots">By person, whether they wait; empty where nothing was drawn.</param>
/// <param name="roles">Of all participants, by id.</param>
internal sealed class DrawnGroups(IReadOnlyDictionary<PersonId, bool> lots, IReadOnlyDictionary<PersonId, Role> roles)
{
    /// <summary>Among whom was drawn; null: there was no draw.</summary>
    private readonly Role? side = lots.Count == 0 ? null : roles[lots.Keys.First()];

    public bool IsNone => side is null;

    /// <summary>Of the side that was drawn among, whether somebody takes part who waits for nothing.</summary>
    public bool MayBegin(Person person) => person.Role == side && !Waits(person.Id);

    /// <summary>Who was in the draw and did not have to wait.</summary>
    public IReadOnlySet<PersonId> Began { get; } = lots.Where(lot => !lot.Value).Select(lot => lot.Key).ToHashSet();

    public bool Waits(PersonId person) => lots.GetValueOrDefault(person);

    /// <summary>Whether somebody's start counts: of the side that was drawn among only if they were in the draw, since who came later was parted by something else than chance.</summary>
    public bool HasStart(PersonId person) => !Waits(person) && (roles.GetValueOrDefault(person) != side || lots.ContainsKey(person));

    /// <param name="start">All that was said at the start.</param>
    /// <param name="end">All that was said at the end.</param>
    /// <returns>What those said who waited; null: there was no draw.</returns>
    public WaitedAnswers? Waited(IEnumerable<Answer<OffersAnswer>> start, IEnumerable<Answer<FeedbackAnswer>> end) => side is not { } drawn ? null : new(
        drawn, Of(start.Select(answer => (answer.Id.Person, answer.Value.Said))), Of(end.Select(answer => (answer.Id.Person, answer.Value.Said))));

    private Said Of(IEnumerable<(PersonId Person, IReadOnlyDictionary<Surveys.ItemId, int> Said)> answers) =>
        answers.Where(one => Waits(one.Person)).ToDictionary(one => one.Person, one => one.Said);
}
