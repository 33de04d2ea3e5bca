using System.Text.Json.Serialization;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Api.Links;

namespace ReverseMentoring.Web.Api.Cohorts;

/// <summary>Where a cohort stands.</summary>
[Tells(Told.Aggregate)]
public sealed record CohortView
{
    public required CohortId Id { get; init; }

    public required string Phase { get; init; }

    public required CycleStatus Status { get; init; }

    /// <summary>How many phases it has been through; a command that is sent with it (<c>?stage=</c>) holds for this one only.</summary>
    public required int Stage { get; init; }

    /// <summary>When the phase began.</summary>
    public required DateTimeOffset EnteredAt { get; init; }

    /// <summary>When the phase ends by itself, as things stand; left out where it waits for somebody.</summary>
    public DateTimeOffset? ClosesAt { get; init; }

    /// <summary>When each later phase is to begin, as things stand.</summary>
    public required IReadOnlyDictionary<string, DateTimeOffset> Begins { get; init; }

    public required PeopleCounts People { get; init; }

    /// <summary>The questions of this phase.</summary>
    public required AskFigures Asked { get; init; }

    /// <summary>Pairs by how they stand.</summary>
    public required IReadOnlyDictionary<string, int> Pairs { get; init; }

    /// <summary>Circles by how they stand; left out where the cohort meets in pairs.</summary>
    public IReadOnlyDictionary<string, int>? Circles { get; init; }

    public required SessionCounts Sessions { get; init; }

    /// <summary>What a manager should look at.</summary>
    public required IReadOnlyList<Attention> Attention { get; init; }

    /// <summary>The phases so far. How many answered is told by the report, at the end.</summary>
    public required IReadOnlyList<PhaseDates> Past { get; init; }

    /// <summary>What can be said to the cohort now.</summary>
    public required IReadOnlyList<CommandKind> Possible { get; init; }

    public required CohortSettings Settings { get; init; }

    [JsonPropertyName("_links")]
    public required IReadOnlyDictionary<string, ApiLink> Links { get; init; }
}

/// <param name="All">Everybody on the list: as many mentors and mentees, and as many in all states, those too who take part no longer.</param>
/// <param name="States">How many are in each state; each person is in exactly one.</param>
[Tells(Told.Aggregate)]
public sealed record PeopleCounts(int All, int Mentors, int Mentees, IReadOnlyDictionary<string, int> States);

/// <param name="All">Of pairs and circles that go on, and what was before others ended. Left out in works council mode, where it would say how many sessions one that has just ended still had.</param>
/// <param name="Last">The end of the last that is still to be; left out where all are past, and in works council mode.</param>
/// <param name="CalledOff">Were still to come when the sessions of all were closed; not among all. Left out in works council mode while too few meet.</param>
[Tells(Told.Aggregate)]
public sealed record SessionCounts(int? All, DateTimeOffset? Last, int? CalledOff = null)
{
    /// <summary>That were planned at first, of which every page and the report count: all, and those that were lost; without those that were called off. Left out in works council mode while too few meet.</summary>
    public int? Planned { get; init; }

    /// <summary>Were still to come when their pair or circle ended early. Left out in works council mode.</summary>
    public int? LostEarly { get; init; }
}

/// <param name="Invited">Asked in this phase.</param>
/// <param name="Turnout">How many have answered, as of the beginning of the day; not told of fewer than ten.</param>
/// <param name="Unsent">Of these, wait for their invitation to be sent.</param>
[Tells(Told.Aggregate)]
public sealed record AskFigures(int Invited, Turnout Turnout, int Unsent);

/// <param name="About">The reason, a short name such as <c>review</c>, <c>turnout</c>, <c>silent</c>, <c>mails-failed</c>.</param>
/// <param name="Problem">What is the matter, in a sentence.</param>
/// <param name="ToDo">What to do about it.</param>
/// <param name="Count">Of how many pairs, people or mails it holds; 1 where it is of the cohort as a whole.</param>
/// <param name="Meetings">Ids of the pairs or circles that it is about.</param>
/// <param name="People">Ids of the people that it is about.</param>
/// <param name="Link">Where to look, or what to do.</param>
[Tells(Told.Exception)]
public sealed record Attention(
    string About, string Problem, string ToDo, int Count, IReadOnlyList<MeetingId> Meetings, IReadOnlyList<PersonId> People, ApiLink Link);
