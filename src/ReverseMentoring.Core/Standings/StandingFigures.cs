using ReverseMentoring.Core.Meetings.Records;

namespace ReverseMentoring.Core.Standings;

/// <summary>People by where they stand: the states add up to all.</summary>
/// <param name="All">Everybody on the cohort's list, those too who take part no longer.</param>
/// <param name="States">All states, in their order, those of nobody too.</param>
public sealed record PeopleFigures(int All, int Mentors, int Mentees, IReadOnlyDictionary<PersonState, int> States)
{
    /// <summary>All but those who take part no longer.</summary>
    public int Active => All - States[PersonState.NoLonger];

    /// <summary>Of these, mentors.</summary>
    public int ActiveMentors { get; init; }

    public int ActiveMentees => Active - ActiveMentors;
}

/// <summary>Pairs, or circles, by how they stand.</summary>
/// <param name="Statuses">All statuses, in their order, those of none too, as they are told: what went on until the sessions of all were closed is completed.</param>
/// <param name="Formed">Have begun at any time.</param>
public sealed record MeetingFigures(IReadOnlyDictionary<MeetingStatus, int> Statuses, int Formed)
{
    /// <summary>Proposed, running or completed: neither declined nor ended before their time.</summary>
    public int Current => Statuses[MeetingStatus.Draft] + Statuses[MeetingStatus.Proposed] + Statuses[MeetingStatus.Running] + Statuses[MeetingStatus.Completed];

    public int Proposals => Statuses[MeetingStatus.Draft] + Statuses[MeetingStatus.Proposed];

    /// <summary>Meet, or have met to the end: a proposal is none yet.</summary>
    public int Meeting => Current - Proposals;
}

/// <summary>Sessions that were, are, or are to be. Those that a pair still had before it when it ended are none.</summary>
/// <param name="All">The statuses add up to it.</param>
/// <param name="Moved">New times in all.</param>
public sealed record SessionFigures(int All, IReadOnlyDictionary<SessionStatus, int> Statuses, int Moved)
{
    /// <summary>Those that were still to come when the sessions of all were closed, or the programme was cancelled: they stand in no list any more, and beside all other figures.</summary>
    public int CalledOff { get; init; }

    /// <summary>Those that pairs and circles still had before them when they ended early: they stand in no list any more either.</summary>
    public int LostEarly { get; init; }

    /// <summary>Of how many people these were.</summary>
    public int LostOf { get; init; }

    /// <summary>
    /// Of how many every page, file and answer says how many are over, or were held: all that were planned at first, those too that were lost, so that the more pairs end
    /// early, the fewer were held; without those that were called off for everybody.
    /// </summary>
    public int Planned => All + LostEarly;
}
