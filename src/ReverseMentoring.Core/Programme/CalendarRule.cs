using System.Text.Json.Serialization;
using ReverseMentoring.Core.Scheduling.Calendars;

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
    [JsonIgnore]
    public bool IsReached => Mode is not CalendarMode.Mail;
}
