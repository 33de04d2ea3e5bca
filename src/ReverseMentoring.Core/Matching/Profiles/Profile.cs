using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Matching.Profiles;

public readonly record struct WishedTopic(int Topic, int Rank);

/// <summary>A person with every text turned into a number, so that a pair is read in a fraction of a microsecond.</summary>
public sealed record Profile
{
    public required PersonId Id { get; init; }

    /// <summary>Number on the roster, the same for every list of people here.</summary>
    public required int Node { get; init; }

    public required int Level { get; init; }

    /// <summary>Roster numbers of the managers, the direct one first, cut at the policy's depth.</summary>
    public required int[] Above { get; init; }

    /// <summary>Roster number, or -1.</summary>
    public required int Manager { get; init; }

    public required int[] Department { get; init; }

    public required int[] Location { get; init; }

    public required WeeklyHours Hours { get; init; }

    /// <summary>With early and late hours, where somebody would meet then for a partner far away; else the same.</summary>
    public required WeeklyHours WiderHours { get; init; }

    /// <summary>In the wider hours.</summary>
    public required SessionRoom Room { get; init; }

    public required int[] Languages { get; init; }

    /// <summary>Topics, each once.</summary>
    public required int[] Offers { get; init; }

    public required WishedTopic[] Wishes { get; init; }

    public required int[] EarlierPartners { get; init; }

    /// <summary>Departments (whole paths) of earlier partners.</summary>
    public required int[] EarlierDepartments { get; init; }

    public required int[] Forbidden { get; init; }

    /// <summary>Null where the calendar is not known.</summary>
    public required FreeTime? FreeTime { get; init; }

    public required int Capacity { get; init; }
}
