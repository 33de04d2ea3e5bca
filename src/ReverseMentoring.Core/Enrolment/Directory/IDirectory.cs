using ReverseMentoring.Core.Scheduling.Calendars;
using ReverseMentoring.Core.Time;

namespace ReverseMentoring.Core.Enrolment.Directory;

/// <summary>What the company's directory knows of people, so that HR can start with a list of addresses.</summary>
public interface IDirectory
{
    /// <summary>One entry for each address, in their order. Throws as <see cref="ICalendar"/> does.</summary>
    Task<IReadOnlyList<DirectoryFacts>> LookUpAsync(IReadOnlyList<string> addresses, CancellationToken cancellation);
}

/// <param name="Address">As it was asked for.</param>
/// <param name="Found">False when the directory does not know the address; then nothing else is set.</param>
public sealed record DirectoryFacts(string Address, bool Found)
{
    public string? Name { get; init; }

    /// <summary>All addresses that the directory knows the person by: the mail address, the login name.</summary>
    public IReadOnlyList<string> Addresses { get; init; } = [];

    public string? JobTitle { get; init; }

    public string? Department { get; init; }

    /// <summary>Town and country.</summary>
    public string? Location { get; init; }

    /// <summary>
    /// Addresses up the whole reporting line: the manager, the manager's manager, to the top. Empty when there is nobody above; null when
    /// the directory does not tell, which must not be taken for nobody: a person's manager is out of bounds.
    /// </summary>
    public IReadOnlyList<string>? Managers { get; init; }

    public Zone? Zone { get; init; }

    /// <summary>Language tag, such as <c>de-DE</c>.</summary>
    public string? Language { get; init; }

    public WorkingHours? Hours { get; init; }

    /// <summary>Announced absence by automatic replies; to be treated as busy time.</summary>
    public Interval? Away { get; init; }
}
