using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Mailing;

/// <summary>The rows of a reminder: the question notes that it was reminded of and until when it can be answered, and a mail asks for its turn.</summary>
public static class Reminders
{
    public static IEnumerable<Change> RowsFor(DueReminder due, DateTimeOffset now, MeetingId? meeting = null)
    {
        var (ask, end) = due;
        var id = ask.Value.Id;
        var mail = new Mail
        {
            Name = Names.Join(MailKind.Reminder.Slug(), Names.Moment(now), id.Scope, $"{id.Form.Slug()}-{id.Number}", id.Person.Value),
            Kind = MailKind.Reminder,
            Person = id.Person,
            Meeting = meeting,
            Ask = id,
            QueuedAt = now,
        };
        return [ask.Replace(ask.Value with { RemindedAt = now, ToldEnd = end, HasMoreTime = ask.Value.ToldEnd < end }), .. mail.Insert()];
    }
}
