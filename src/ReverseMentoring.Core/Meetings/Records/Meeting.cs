using System.Text.Json.Serialization;
using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Matching.Circles;
using ReverseMentoring.Core.Matching.Criteria;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Meetings.Records;

/// <summary>A pair or a circle: who meets, how often, and what becomes of it, from the matching to its last session.</summary>
[Kept(Rows.Meeting, KeptFor.Meetings, ReadBy.Oneself | ReadBy.Partners | ReadBy.Manager, KeptUntil.CohortErased)]
[Tells(Told.Review)]
public sealed record Meeting
{
    /// <summary>See <see cref="MeetingIds"/>.</summary>
    public required MeetingId Id { get; init; }

    public required MeetingKind Kind { get; init; }

    /// <summary>Which matching found it.</summary>
    public required int Round { get; init; }

    public MeetingStatus Status { get; init; }

    /// <summary>Who is in it now, mentors first; in a circle with what each can bring.</summary>
    public required IReadOnlyList<Presenter> Members { get; init; }

    /// <summary>Ids of those who were in it and have left while it went on: nobody is asked back.</summary>
    [KeptField(KeptFor.Meetings, ReadBy.Oneself, KeptUntil.CohortErased)]
    public IReadOnlyList<PersonId> Former { get; init; } = [];

    /// <summary>Pairs that end when this one, which the programme manager proposed, is accepted: somebody in it has no room for both. Null: it was found by matching.</summary>
    [KeptField(KeptFor.Running, ReadBy.Oneself | ReadBy.Partners, KeptUntil.CohortErased)]
    public IReadOnlyList<MeetingId>? Replaces { get; init; }

    /// <summary>The other pair of a swap: both begin, or neither.</summary>
    [KeptField(KeptFor.Running, ReadBy.Oneself | ReadBy.Partners, KeptUntil.CohortErased)]
    public MeetingId? Together { get; init; }

    /// <summary>When its members were asked whether they accept; null where nobody is asked.</summary>
    public DateTimeOffset? ProposedAt { get; init; }

    /// <summary>When all had accepted, or where nobody is asked, when it was approved.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public MeetingEnd? End { get; init; }

    /// <summary>Why it ended, as far as managers are told; and then when.</summary>
    [JsonIgnore]
    public (MeetingEnd Why, DateTimeOffset? At)? ToldEnd => End is { } end && end.IsTold() ? (end, EndedAt) : null;

    public int SessionsPlanned { get; init; }

    [KeptField(KeptFor.Running, ReadBy.Oneself | ReadBy.Partners, KeptUntil.CohortErased)]
    public bool HalfTimeAsked { get; init; }

    /// <summary>How often a session lost its time since the last that is over by the clock, whatever its people said of it.</summary>
    [KeptField(KeptFor.Running, ReadBy.Oneself | ReadBy.Partners, KeptUntil.CohortErased)]
    public int FallsInARow { get; init; }

    /// <summary>A step is about to hold other times for its people, or stopped on the way: until one has decided, what is booked for them may be another thing than its sessions.</summary>
    [KeptField(KeptFor.Running, ReadBy.Oneself | ReadBy.Partners, KeptUntil.CohortErased)]
    public bool Holding { get; init; }

    /// <summary>The wished distance between sessions, where its members have changed it.</summary>
    public int? IdealDays { get; init; }

    /// <summary>A fixed rhythm that one of the two has wished for last; null: nobody has.</summary>
    [KeptField(KeptFor.Meetings, ReadBy.Oneself | ReadBy.Partners, KeptUntil.CohortErased)]
    public RhythmWish? RhythmWish { get; init; }

    /// <summary>How many answers to "go on?" have been acted on.</summary>
    [KeptField(KeptFor.Running, ReadBy.Oneself | ReadBy.Partners, KeptUntil.CohortErased)]
    public int CadenceChanges { get; init; }

    /// <summary>How often people have come or gone.</summary>
    [KeptField(KeptFor.Running, ReadBy.Oneself | ReadBy.Partners, KeptUntil.CohortErased)]
    public int MemberChanges { get; init; }

    /// <summary>What the manager should look at: one of <see cref="Records.Attention"/>; null: nothing.</summary>
    public string? Attention { get; init; }

    /// <summary>The manager has locked this pair, which proposes it: whatever is said against it, it ends at its deadline and not before.</summary>
    [KeptField(KeptFor.Matching, ReadBy.Manager, KeptUntil.CohortErased)]
    public bool Wanted { get; init; }

    /// <summary>
    /// It is never formed, whatever both say: one of them asked for that, or the draw did. Read by the meeting's own process
    /// and shown nowhere.
    /// </summary>
    [KeptField(KeptFor.Matching, ReadBy.Nobody, KeptUntil.CohortErased)]
    public bool KeptApart { get; init; }

    /// <summary>
    /// Sum of the scores of all twos in it, each 0 to 10000, as the matching found them; null in a cohort with too few pairs
    /// for the figures of single ones.
    /// </summary>
    [KeptField(KeptFor.Matching, ReadBy.Manager, KeptUntil.CohortErased)]
    public int? Score { get; init; }

    /// <summary>Of a pair, ids of topics that one can bring and the other wants, most wanted first.</summary>
    public IReadOnlyList<TopicId> Topics { get; init; } = [];

    /// <summary>Of a pair, which topics go which way.</summary>
    public PairTopics Exchange { get; init; } = PairTopics.None;

    /// <summary>Of a pair, what the score is made of.</summary>
    [KeptField(KeptFor.Matching, ReadBy.Manager, KeptUntil.CohortErased)]
    public IReadOnlyList<CriterionPart> Parts { get; init; } = [];

    /// <summary>Of a circle, who presents at which session. Its people know it; a manager would see by it who can't come.</summary>
    [KeptField(KeptFor.Meetings, ReadBy.Oneself | ReadBy.Partners, KeptUntil.CohortErased)]
    public IReadOnlyList<RotaTurn> Rota { get; init; } = [];

    /// <summary>What it is about; of a circle what is presented there, in the order of its sessions, and nothing else.</summary>
    [JsonIgnore]
    public IReadOnlyList<TopicId> About => Kind is MeetingKind.Pair
        ? Topics
        : [.. Rota.Where(turn => SessionsPlanned == 0 || turn.Session <= SessionsPlanned).Select(turn => turn.Topic).OfType<TopicId>().Distinct()];

    /// <summary>
    /// What managers are told that it is about: of a circle what its people would present if each came to every session, in no order of sessions, so that nobody's
    /// staying away shows in it.
    /// </summary>
    [JsonIgnore]
    public IReadOnlyList<TopicId> ToldAbout => Kind is MeetingKind.Pair
        ? Topics
        : [.. Matching.Circles.Rota.Plan(Members, SessionsPlanned > 0 ? SessionsPlanned : Rota.Count).Select(turn => turn.Topic).OfType<TopicId>().Distinct().Order()];

    /// <summary>The mentor of a pair; in a circle the first of them.</summary>
    public PersonId Mentor => First(Role.Mentor);

    /// <summary>The mentee of a pair; in a circle the first of them.</summary>
    public PersonId Mentee => First(Role.Mentee);

    /// <summary>Ids of all who are in it, mentors first.</summary>
    [JsonIgnore]
    public IEnumerable<PersonId> People => Members.Select(member => member.Person);

    /// <summary>Ids of all who are in it or ever were.</summary>
    [JsonIgnore]
    public IEnumerable<PersonId> Everybody => People.Concat(Former);

    public bool IsOver => Status is MeetingStatus.Declined or MeetingStatus.Completed or MeetingStatus.Ended;

    /// <summary>It went on for as long as the cohort met: to its last session, or until the sessions were closed.</summary>
    [JsonIgnore]
    public bool RanItsCourse => Status is MeetingStatus.Completed || (Status is MeetingStatus.Ended && End is MeetingEnd.OutOfTime && StartedAt is not null);

    /// <summary>
    /// Its status as it is told and counted: what went on until the sessions of all were closed is completed, since nobody of it has ended anything, and what was over before all had said yes has
    /// not come about.
    /// </summary>
    [JsonIgnore]
    public MeetingStatus ToldStatus => RanItsCourse ? MeetingStatus.Completed : Status is MeetingStatus.Ended && StartedAt is null ? MeetingStatus.Declined : Status;

    /// <summary>While it runs; and where it ended because there is no time at which enough of them can meet.</summary>
    public bool NeedsAttention => Attention is not null && (Status is MeetingStatus.Running || Attention is Records.Attention.NoCommonTime);

    /// <summary>
    /// The programme manager proposed this pair, by a lock or while others met, whatever the two had said. Its topics are theirs alone: to a manager they would tell
    /// whether both had answered.
    /// </summary>
    [JsonIgnore]
    public bool IsByManager => Wanted || Replaces is not null;

    /// <summary>A pair that the manager proposed has a score only where the matching had brought both together with somebody before: then its topics tell nothing that isn't known.</summary>
    [JsonIgnore]
    public bool HidesTopics => IsByManager && Score is null;

    /// <summary>Its topics as far as managers are told.</summary>
    [JsonIgnore]
    public PairTopics ToldExchange => HidesTopics ? PairTopics.None : Exchange;

    /// <summary>What its score is made of, likewise.</summary>
    [JsonIgnore]
    public IReadOnlyList<CriterionPart> ToldParts => HidesTopics ? [] : Parts;

    /// <summary>A pair that is only proposed yet, in which the mentor brings no topic that the mentee wants; the other way round there may be some.</summary>
    [JsonIgnore]
    public bool HasNothingToTeach => this is { Kind: MeetingKind.Pair, HidesTopics: false, Status: MeetingStatus.Draft or MeetingStatus.Proposed, Exchange.Taught.Count: 0 };

    /// <returns>The same without each of those who are gone.</returns>
    public Meeting Without(Func<PersonId, bool> isGone) => Everybody.Where(isGone).Aggregate(this, (left, person) => left.Without(person));

    /// <returns>The same as of two, or of a circle, who have said nothing to each other by way of this person's answers.</returns>
    public Meeting Without(PersonId person)
    {
        var left = this with
        {
            Members = [.. Members.Select(member => member.Person == person ? member with { Brings = [] } : member)],
            Rota = [.. Rota.Select(turn => turn.Presenter == person ? turn with { Topic = null } : turn)],
            RhythmWish = RhythmWish?.By == person ? null : RhythmWish,
            KeptApart = false,
            Score = null,
            Parts = [],
            Exchange = PairTopics.None,
        };
        return left with { Topics = [.. Topics.Where(topic => left.Members.Any(member => member.Brings.Contains(topic)))] };
    }

    public bool Has(PersonId person) => Members.Any(member => member.Person == person);

    /// <summary>All but one; of a pair, the partner.</summary>
    public IEnumerable<PersonId> Others(PersonId person) => People.Where(member => member != person);

    public RotaTurn? TurnOf(int session) => Rota.FirstOrDefault(turn => turn.Session == session);

    private PersonId First(Role role) => Members.FirstOrDefault(member => member.Role == role)?.Person ?? new PersonId("");
}
