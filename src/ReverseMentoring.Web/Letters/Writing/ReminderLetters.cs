using ReverseMentoring.Core.Forms;
using ReverseMentoring.Core.Mails;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Web.Forms;

namespace ReverseMentoring.Web.Letters.Writing;

/// <summary>Reminders in two tones: friendly, and on the last days a last call.</summary>
internal sealed class ReminderLetters(IStore store) : ILetterKind
{
    /// <summary>From so little time on it is the last call: the morning before the last day.</summary>
    private static readonly TimeSpan LastCall = TimeSpan.FromDays(2);

    public IReadOnlyList<MailKind> Kinds { get; } = [MailKind.Reminder];

    public async Task<Draft> Compose(Occasion occasion, CancellationToken cancel)
    {
        var id = occasion.Mail.Ask!.Value;
        var sent = (await store.Read<Ask>(occasion.Partition, id.AskKey, cancel))?.Value.SentAt ?? occasion.Mail.QueuedAt;
        var end = FormDeadlines.Of(occasion.Cohort, occasion.State, id.Form, sent);
        if (end < occasion.Now)
        {
            return Draft.Drop(DropReason.TooLate);
        }

        var model = await MeetingMailModel.Read(store, occasion, cancel);
        var tone = end - occasion.Now <= LastCall ? "LastCall" : "Reminder";
        var key = occasion.Voice.Has($"{tone}.{id.Form}.Subject") ? $"{tone}.{id.Form}" : "Reminder.Other";
        return new(key, ("deadline", occasion.Deadline(end)), ("partner", model?.With ?? ""))
        {
            Url = occasion.Links.To(id),
        };
    }
}
