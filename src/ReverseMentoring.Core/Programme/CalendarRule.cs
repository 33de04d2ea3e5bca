using System.Text.Json.Serialization;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Scheduling.Calendars;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Programme;

/// <summary>How sessions come into people's calendars.</summary>
public enum CalendarMode
{
    /// <summary>By invitations in mails; nobody's calendar is read.</summary>
    Mail,

    /// <summary>The product reads free and busy times, and books, moves and cancels events itself.</summary>
    Microsoft365,
}

/// <param name="Mode">By mail, or in Microsoft 365 where the host reaches it.</param>
/// <param name="Organizer">In whose calendar events stand; only in Microsoft 365.</param>
public sealed record CalendarRule(CalendarMode Mode = CalendarMode.Mail, EventOrganizer Organizer = EventOrganizer.ServiceMailbox)
{
    public const int LongestPlace = 200;

    /// <summary>Stands in a link where each pair or circle has a part of its own.</summary>
    public const string OwnPart = "*";

    /// <summary>
    /// The company's own meeting link, an https address; null: there is none. With <see cref="OwnPart"/> in it each pair or circle has a room of its own
    /// there, else all share one. In Microsoft 365 each session has a link of its own.
    /// </summary>
    public string? Link { get; init; }

    /// <summary>All pairs or circles meet behind one link, those too that meet at the same time.</summary>
    [JsonIgnore]
    public bool SharesLink => !IsReached && Link is { } link && !link.Contains(OwnPart, StringComparison.Ordinal);

    /// <summary>The link of one pair or circle; null: there is none.</summary>
    public Uri? LinkOf(CohortId cohort, MeetingId meeting) =>
        Link is { } link ? new(link.Replace(OwnPart, $"{NamedGuid.For($"{cohort} {meeting}"):n}", StringComparison.Ordinal)) : null;

    /// <summary>Where people of one location meet, as the company calls it; null: they agree on it.</summary>
    public string? Room { get; init; }

    [JsonIgnore]
    public bool IsReached => Mode is not CalendarMode.Mail;
}
