using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Web.Forms;

namespace ReverseMentoring.Web.Mails;

/// <summary>Reminders in two tones: friendly, and on the last days a last call; and plain words where there is more time than the one before had said.</summary>
internal sealed class ReminderMails(IStore store) : IMailTemplate
{
    /// <summary>From so little time on it is the last call: the morning before the last day.</summary>
    private static readonly TimeSpan LastCall = TimeSpan.FromDays(2);

    public IReadOnlyList<MailKind> Kinds { get; } = [MailKind.Reminder];

    public async Task<MailContent> Compose(MailContext context, CancellationToken cancel)
    {
        var id = context.Mail.Ask!.Value;
        var ask = (await store.Read<Ask>(context.Partition, id.AskKey, cancel))?.Value;
        var end = FormDeadlines.DeadlineOf(context.Cohort, context.State, id.Form, ask?.SentAt ?? context.Mail.QueuedAt);
        if (end < context.Now)
        {
            return MailContent.Drop(DropReason.TooLate);
        }

        var model = await MeetingMailModel.Load(store, context, cancel);
        var tone = end - context.Now <= LastCall ? "LastCall" : "Reminder";
        // After a last call, or any other day that was named, another reminder says first that the day is no longer the same.
        var key = ask is { HasMoreTime: true } ? "Reminder.MoreTime" : context.Localizer.Has($"{tone}.{id.Form}.Subject") ? $"{tone}.{id.Form}" : "Reminder.Other";
        return new(key, ("deadline", context.Deadline(end)), ("partner", model?.With ?? ""))
        {
            Url = context.Links.To(id),
        };
    }
}
