using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Matching.Model;

/// <summary>All that matching knows about somebody: no name, no address.</summary>
public sealed record MatchPerson
{
    /// <summary>Short and lower-case; results name people by it.</summary>
    public required PersonId Id { get; init; }

    public required Role Role { get; init; }

    /// <summary>Seniority, higher is more senior.</summary>
    public int Level { get; init; }

    /// <summary>Anybody on the roster, taking part or not.</summary>
    public PersonId? ManagerId { get; init; }

    /// <summary>A path with the largest unit first, such as <c>Sales/Europe</c>; one step is fine.</summary>
    public string Department { get; init; } = "";

    /// <summary>A path with the largest area first, such as <c>Germany/Berlin</c>; one step is fine.</summary>
    public string Location { get; init; } = "";

    /// <summary>IANA id.</summary>
    public string TimeZone { get; init; } = "UTC";

    public WorkingHours WorkingHours { get; init; } = WorkingHours.Usual;

    /// <summary>BCP 47; empty when nothing is known, which excludes nobody.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    public IReadOnlyList<Offer> Offers { get; init; } = [];

    public IReadOnlyList<Wish> Wishes { get; init; } = [];

    /// <summary>Null where the calendar is not known.</summary>
    public FreeTime? FreeTime { get; init; }

    /// <summary>How many partners at most.</summary>
    public int Capacity { get; init; } = 1;
}
