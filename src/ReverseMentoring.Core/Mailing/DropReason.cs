using System.Text.Json;

namespace ReverseMentoring.Core.Mailing;

/// <summary>Why a mail was no longer wanted when its turn came. The manager reads it beside the reader's name: it tells nothing that was confided.</summary>
public enum DropReason
{
    Answered,
    Withdrawn,
    Left,
    Erased,
    Cancelled,
    RemindersOff,
    Paused,
    PhaseOver,
    TooLate,

    /// <summary>The same mail failed, and went out again under another name.</summary>
    SentAgain,

    /// <summary>The delegate it was for no longer keeps the calendar.</summary>
    Revoked,
    MeetingOver,
    PairDecided,

    /// <summary>The session is over, or the reader has no part in it: which of the two is nobody's business.</summary>
    SessionOver,

    /// <summary>Its session has another time than the mail tells.</summary>
    MovedAgain,

    /// <summary>The event in the calendar says it already.</summary>
    InCalendar,

    /// <summary>Its reader has had enough mails this month for one that only recalls something.</summary>
    EnoughMails,
    HasPartner,
    Reviewed,
}

public static class DropReasons
{
    /// <summary>As it is kept: <c>reminders-off</c>.</summary>
    public static string Code(this DropReason reason) => JsonNamingPolicy.KebabCaseLower.ConvertName($"{reason}");
}
