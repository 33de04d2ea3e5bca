using ReverseMentoring.Core.Scheduling.Ical;

namespace ReverseMentoring.Core.Mailing;

/// <summary>
/// The mailbox that mails which could not be delivered come back to, answers of calendar programs, and what people write in answer. Nothing in it
/// is changed, and nothing is opened but what calls itself a report of deliveries, has a part that is such an answer, or answers another message
/// and was sent by no machine.
/// </summary>
public interface IReportInbox
{
    /// <summary>Reads the next reports.</summary>
    /// <param name="after">Where the page before ended; null: not long ago.</param>
    /// <param name="cancel">Cancels the reading.</param>
    Task<ReportPage> Read(string? after, CancellationToken cancel);
}

/// <summary>How far an inbox is looked into, whichever way it is read.</summary>
public static class ReportLimits
{
    /// <summary>Reports in one page.</summary>
    public const int Most = 50;

    /// <summary>Messages of which it is looked what they are made of, in one page.</summary>
    public const int MostSeen = 500;

    /// <summary>Of one report: what machines read comes first, and behind it the mail that came back.</summary>
    public const int MostBytes = 256 * 1024;

    /// <summary>What came back before the product was there is none of its mails.</summary>
    public static readonly TimeSpan FirstLook = TimeSpan.FromDays(7);
}

/// <summary>Reads a report of deliveries (RFC 3464), as the MIME that it came as.</summary>
public interface IReportReader
{
    /// <returns>The mail that did not arrive; null where it is no such report, or tells of no failure, or not of which mail.</returns>
    ReturnedMail? Read(Stream mime);
}

/// <param name="MailId">As in <see cref="OutgoingMail"/>; it may be of a mail that nobody ever sent.</param>
/// <param name="Reason">A code; no address.</param>
public sealed record ReturnedMail(string MailId, string Reason);

/// <summary>Reads an answer of a calendar program out of the MIME that it came as.</summary>
public interface IReplyReader
{
    /// <returns>Null where it is none, or comes from somebody else than whom it names.</returns>
    CalendarReply? Read(Stream mime);
}

/// <summary>Reads what somebody wrote in answer to a mail, out of the MIME that it came as.</summary>
public interface IWordsReader
{
    /// <returns>Null where a machine sent it, it answers no mail, or there are no words in it.</returns>
    WrittenAnswer? Read(Stream mime);
}

/// <summary>What somebody wrote in answer to a mail. Kept nowhere.</summary>
/// <param name="MailId">Of the mail that it answers, as in <see cref="OutgoingMail"/>; it may be of a mail that nobody ever sent.</param>
/// <param name="MessageId">Its own, as whoever sent it called it.</param>
/// <param name="From">The address that it comes from.</param>
/// <param name="Text">Without what it quotes, as far as that is marked as such.</param>
public sealed record WrittenAnswer(string MailId, string MessageId, string From, string Subject, string Text);

/// <summary>Passes on what people write.</summary>
public interface IWrittenAnswers
{
    /// <returns>False: it can't go now, and is to be read again later.</returns>
    Task<bool> PassOn(WrittenAnswer answer, CancellationToken cancel);
}

/// <summary>Does what people say with their calendar programs.</summary>
public interface ICalendarReplies
{
    /// <summary>An answer to a time that has changed since then changes nothing; the same one again neither.</summary>
    Task Hear(CalendarReply reply, CancellationToken cancel);
}

/// <param name="Failures">In the order in which they came.</param>
/// <param name="Next">Where it ended; null: where it began.</param>
/// <param name="IsMore">There are more reports now.</param>
public sealed record ReportPage(IReadOnlyList<ReturnedMail> Failures, string? Next, bool IsMore)
{
    /// <summary>Answers of calendar programs, in their order.</summary>
    public IReadOnlyList<CalendarReply> Replies { get; init; } = [];

    /// <summary>What people wrote, in its order.</summary>
    public IReadOnlyList<WrittenAnswer> Words { get; init; } = [];
}
