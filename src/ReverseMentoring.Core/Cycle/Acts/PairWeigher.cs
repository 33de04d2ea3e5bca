using ReverseMentoring.Core.Cycle.Finding;
using ReverseMentoring.Core.Matching;
using ReverseMentoring.Core.Matching.Cases;
using ReverseMentoring.Core.Matching.Explaining;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Cycle.Acts;

/// <summary>
/// Weighs pairs among all who take part, whoever has a partner already: rules, scores, and what a pair would end. Whom somebody
/// would rather not meet is left out of it: what a manager sees is the same whether anybody has said so, and both are asked.
/// </summary>
public sealed class PairWeigher
{
    private readonly CycleState cycle;
    private readonly MatchingRequest request;
    private readonly MatchingCase matching;
    private readonly ILookup<PersonId, Meeting> meetingsOf;
    private readonly HashSet<PairIds> apart;
    private readonly bool showsFigures;

    /// <summary>As if nobody had offered or wished anything: only who looks for partners asks.</summary>
    private readonly Lazy<MatchingCase> listed;

    /// <summary>Whom the matching has brought together with somebody: a manager has seen that pair, and so that both had answered.</summary>
    private readonly HashSet<PersonId> found;

    private PairWeigher(CycleState cycle, MatchingRequest request, HashSet<PairIds> apart, bool showsFigures, IReadOnlyList<Meeting> pairs)
    {
        (this.cycle, this.request, matching, this.apart, this.showsFigures) = (cycle, request, new(request), apart, showsFigures);
        listed = new(() => new(request with { People = [.. request.People.Select(person => person with { Offers = [], Wishes = [] })] }));
        found = [.. pairs.Where(pair => !pair.IsByManager).SelectMany(pair => pair.People)];
        var live = pairs.Where(pair => pair.Status is MeetingStatus.Proposed or MeetingStatus.Running);
        meetingsOf = live.SelectMany(meeting => meeting.People.Select(person => (person, meeting))).ToLookup(one => one.person, one => one.meeting);
    }

    public static async Task<PairWeigher> Load(IStore store, Cohort cohort, CycleState cycle, CancellationToken cancel = default)
    {
        var pairs = await new MeetingRepository(store, cohort.Id).All(MeetingKind.Pair, cancel).ToListAsync(cancel);
        var reader = new MatchingRequestReader(store, cohort);
        var request = await reader.ReadEverybody(cancel);
        var draw = await reader.ReadDraw(cancel);
        return new(
            cycle, MatchingReview.AsIfNobodySpoke(request) with { Locks = [], Forbids = [] }, PairFinding.Apart(request), draw is { ShowsFigures: true }, pairs);
    }

    /// <summary>Codes of what stands against a proposal beside the rules.</summary>
    public const string NotNow = "not-now", Asked = "asked-already", Together = "together-already", Changed = "changed";

    /// <summary>Proposals are made while pairs meet; before, matching with locks does the same.</summary>
    public bool IsOpen => cycle is { Phase: PhaseNames.Sessions, Status: CycleStatus.Running };

    /// <returns>What stands against it, a rule's code or one of these; null: nothing does.</returns>
    public string? WhyNot(IReadOnlyList<ProposedPair> pairs) => !IsOpen ? NotNow : pairs.Select(WhyNot).FirstOrDefault(why => why is not null);

    /// <summary>
    /// A rule's code, or <see cref="Together"/> of two who meet or are being asked now; null: rules allow the two. What they have said counts only where a manager knows that
    /// both have answered, else HR's list alone.
    /// </summary>
    public string? RuleAgainst(PersonId mentor, PersonId mentee) =>
        meetingsOf[mentor].Any(meeting => meeting.Has(mentee)) ? Together
        : matching.RuleAgainst(mentor, mentee, out var column, out var row) ?? (IsTold(mentor, mentee) ? matching.RuleBySaid(column, row) : null);

    /// <summary>Those who are to be asked, with the pairs that have to end for it because somebody has no room.</summary>
    public IReadOnlyList<ProposedPair> Propose(IReadOnlyList<(PersonId Mentor, PersonId Mentee)> pairs) => [.. pairs.Select(pair => Propose(pair.Mentor, pair.Mentee))];

    public ProposedPair Propose(PersonId mentor, PersonId mentee) => new(mentor, mentee, [.. Full(mentor).Concat(Full(mentee)).Distinct()]);

    /// <summary>Why nobody is looked for: <see cref="LockedPairs.Drawn"/> for somebody who waits by a draw; null: nothing stands against it.</summary>
    public string? WhyNobody(PersonId person) => request.Waiting.Contains(person) ? LockedPairs.Drawn : null;

    public IReadOnlyList<Meeting> MeetingsOf(PersonId person) => [.. meetingsOf[person]];

    /// <summary>
    /// Partners whom rules allow, the best first: those with room before those who would have to change. Scores only order them, and topics count in
    /// that only between two of whom it is known that they have answered: else the last would be exactly those who were silent.
    /// </summary>
    public IEnumerable<Candidate> CandidatesFor(PersonId person)
    {
        var mentor = matching.MentorIndex.ContainsKey(person);
        return (mentor ? matching.MenteeIndex.Keys : matching.MentorIndex.Keys)
            .Select(other => (Other: other, Pair: mentor ? Propose(person, other) : Propose(other, person)))
            .Where(one => WhyNot(one.Pair) is null)
            .OrderBy(one => one.Pair.Replaces.Count).ThenByDescending(one => showsFigures ? RankOf(one.Pair) : 0).ThenBy(one => one.Other)
            .Select(one => new Candidate(one.Other, one.Pair.Replaces));
    }

    /// <summary>
    /// The pair as it is asked. One that is kept apart is asked like any other, and ends at its deadline like any other that
    /// somebody has declined.
    /// </summary>
    internal Meeting Draft(ProposedPair pair, int round) => PairFinding.Draft(Match(pair.Mentor, pair.Mentee), apart, showsFigures && IsTold(pair.Mentor, pair.Mentee), round) with
    {
        Status = MeetingStatus.Proposed, Replaces = pair.Replaces, Wanted = true,
    };

    /// <summary>
    /// The pair as a manager may see it: without figures where the cohort has too few pairs for those of single ones; null unless the matching has
    /// brought each of the two together with somebody before. Of others, its score and its topics would tell whether they have answered.
    /// </summary>
    public MatchedPair? Shown(PersonId mentor, PersonId mentee) =>
        !IsTold(mentor, mentee) || !matching.MentorIndex.ContainsKey(mentor) || !matching.MenteeIndex.ContainsKey(mentee) ? null
        : showsFigures ? Match(mentor, mentee)
        : Match(mentor, mentee) with { Score = null, Parts = [] };

    /// <summary>The pair with its score and reasons, whoever else is in the way.</summary>
    private MatchedPair Match(PersonId mentor, PersonId mentee)
    {
        var (one, other) = (matching.Mentors[matching.MentorIndex[mentor]], matching.Mentees[matching.MenteeIndex[mentee]]);
        var people = request.People.Where(person => person.Id == mentor || person.Id == mentee).ToDictionary(person => person.Id);
        return new(
            mentor, mentee, matching.Check.Scorer.Score(one, other), false, false, matching.Check.Scorer.Parts(one, other),
            PairTopics.Between(people[mentor], people[mentee]));
    }

    private bool IsTold(PersonId mentor, PersonId mentee) => found.Contains(mentor) && found.Contains(mentee);

    private int RankOf(ProposedPair pair)
    {
        var by = IsTold(pair.Mentor, pair.Mentee) ? matching : listed.Value;
        return by.Check.Scorer.Score(by.Mentors[by.MentorIndex[pair.Mentor]], by.Mentees[by.MenteeIndex[pair.Mentee]]);
    }

    /// <summary>
    /// Whom the matching would find, moving as few as it can, for those who lose their partner by these pairs. Nobody is named of whom that
    /// would tell whether they have answered.
    /// </summary>
    public IReadOnlyList<PairIds> Mending(IReadOnlyList<ProposedPair> pairs)
    {
        var ended = pairs.SelectMany(pair => pair.Replaces).ToHashSet();
        var running = meetingsOf.SelectMany(person => person).DistinctBy(meeting => meeting.Id).Where(meeting => !ended.Contains(meeting.Id))
            .Select(meeting => new PairIds(meeting.Mentor, meeting.Mentee)).ToArray();
        var repair = Matcher.Repair(request with
        {
            RunningPairs = running,
            EarlierPairs = [.. request.EarlierPairs.Where(pair => !running.Contains(pair))],
            Locks = [.. pairs.Select(pair => new PairIds(pair.Mentor, pair.Mentee))],
        });
        var losing = ended.SelectMany(id => meetingsOf.SelectMany(person => person).First(meeting => meeting.Id == id).People).ToHashSet();
        return [.. repair.New.Where(pair => IsTold(pair.Mentor, pair.Mentee) && (losing.Contains(pair.Mentor) || losing.Contains(pair.Mentee)) && !pairs.Any(one => one.Mentor == pair.Mentor && one.Mentee == pair.Mentee))];
    }

    private string? WhyNot(ProposedPair pair) =>
        RuleAgainst(pair.Mentor, pair.Mentee) is { } rule ? rule
        : new[] { pair.Mentor, pair.Mentee }.Any(person => Room(person) <= 0 && meetingsOf[person].All(meeting => meeting.Status is MeetingStatus.Proposed)) ? Asked
        : Propose(pair.Mentor, pair.Mentee).Replaces.ToHashSet().SetEquals(pair.Replaces) ? null : Changed;

    private int Room(PersonId person) => request.People.First(one => one.Id == person).Capacity - meetingsOf[person].Count();

    /// <summary>Without room, the pair that fits least ends.</summary>
    private IEnumerable<MeetingId> Full(PersonId person) => !matching.MentorIndex.ContainsKey(person) && !matching.MenteeIndex.ContainsKey(person) || Room(person) > 0
        ? []
        : meetingsOf[person].Where(meeting => meeting.Status is MeetingStatus.Running).OrderBy(meeting => meeting.Score ?? 0).ThenBy(meeting => meeting.Id).Take(1).Select(meeting => meeting.Id);
}

/// <summary>A partner who would be possible.</summary>
/// <param name="Ends">Pairs that would end for it.</param>
public sealed record Candidate(PersonId Person, IReadOnlyList<MeetingId> Ends);
