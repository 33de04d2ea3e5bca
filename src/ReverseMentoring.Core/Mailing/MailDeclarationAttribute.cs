using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Mailing;

/// <summary>What is decided for all mails of a kind, declared at the kind.</summary>
/// <param name="slug">As it stands in the names of mails, by which a second run finds them: it never changes.</param>
/// <param name="priority">Its turn when the quota is short.</param>
/// <param name="readers">To whom such mails go.</param>
/// <param name="question">What it has to do with a question.</param>
/// <param name="pause">What becomes of it where its reader has asked for quiet.</param>
/// <param name="timing">When it goes: no mail goes outside its reader's decent hours, but for one exception.</param>
[AttributeUsage(AttributeTargets.Field)]
public sealed class MailDeclarationAttribute(
    string slug, MailPriority priority, MailReaders readers, MailQuestion question, PauseRule pause, MailTiming timing) : Attribute
{
    public string Slug { get; } = slug;

    public MailPriority Priority { get; } = priority;

    public MailReaders Readers { get; } = readers;

    public MailQuestion Question { get; } = question;

    public PauseRule Pause { get; } = pause;

    public MailTiming Timing { get; } = timing;

    /// <summary>It can stand below another mail's text, instead of going by itself on the same day.</summary>
    public bool Rides { get; init; }

    /// <summary>It goes with whatever goes about its meeting, before its own hour too.</summary>
    public bool Joins { get; init; }

    /// <summary>
    /// Where its reader has had many mails this month, it waits for one to ride on, or for room. What says that something is no more, or with whom its reader
    /// meets, doesn't: its reader would go by what is not so any more.
    /// </summary>
    public bool CanWait { get; init; }

    /// <summary>Sent only to readers who chose this level of mail or a higher one.</summary>
    public MailLevel Level { get; init; }

    /// <summary>Of a mail to the manager: of whom it tells.</summary>
    public Told Tells { get; init; }

    /// <summary>It still makes sense when the cycle was cancelled.</summary>
    public bool OutlivesCycle { get; init; }

    /// <summary>It goes to those too who have left meanwhile.</summary>
    public bool FollowsLeavers { get; init; }
}

/// <summary>What goes first when the quota is short: what somebody waits for, changes of sessions, surveys last. The number stands in keys of the queue.</summary>
public enum MailPriority
{
    /// <summary>What its reader has asked for a moment ago: it goes in a cohort that is paused too.</summary>
    Echo = 0,
    SessionChange = 1,
    MeetingNews = 2,
    ManagerNotice = 3,
    Partners = 4,
    Invitation = 5,
    Reminder = 6,
    Survey = 7,
    Closing = 8,
}

[Flags]
public enum MailReaders
{
    Manager = 1,
    Participants = 2,

    /// <summary>Those who keep a participant's calendar.</summary>
    Delegates = 4,

    /// <summary>Those who would like to take part, and have come by themselves.</summary>
    Applicants = 8,
}

public enum MailQuestion
{
    None,

    /// <summary>It is the question: when that is answered or taken back, it isn't sent.</summary>
    Asks,

    /// <summary>It brings a question too, and says more than it asks: it is sent all the same.</summary>
    AsksToo,

    /// <summary>It recalls a question that went out before; when that was, it doesn't change.</summary>
    Recalls,
}

public enum MailTiming
{
    /// <summary>On a day on which its reader has had no other mail.</summary>
    OneADay,

    /// <summary>In its reader's next decent hour, whatever else went that day.</summary>
    DecentHour,

    /// <summary>
    /// On such a day too; but in the next decent hour where it changes what begins in the days to come, and at once where that
    /// begins before the next decent hour. Of a kind that can wait, who has had very many mails this month hears of what is later when it is near.
    /// </summary>
    InTime,

    /// <summary>By day and night, and alone: its reader has asked for it a moment ago, and waits.</summary>
    AtOnce,
}

public enum PauseRule
{
    /// <summary>Goes out: the calendar should tell the truth, and what goes to the manager or a delegate is not the reader's.</summary>
    GoesOut,

    /// <summary>Waits for the end of the pause.</summary>
    Waits,

    /// <summary>Dropped when its turn comes during a pause.</summary>
    Falls,
}
