using ReverseMentoring.Core.Mailing;

namespace ReverseMentoring.LocalHost.Mailbox;

/// <summary>Delivers into the local mailbox, where anybody at this machine can read all mails.</summary>
public sealed class MailboxTransport(MailStore mailbox, TimeProvider clock) : IMailTransport
{
    public Task<IReadOnlyList<Delivery>> Send(IReadOnlyList<OutgoingMail> mails, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        mailbox.Keep(mails.Select(mail => Received(mail, now)));
        return Task.FromResult<IReadOnlyList<Delivery>>([.. mails.Select(_ => Delivery.Taken)]);
    }

    public Task<Delivery> Ask(string id, CancellationToken cancel) =>
        Task.FromResult(mailbox.Find(id) is null ? new Delivery(DeliveryKind.NotSeen) : Delivery.Taken);

    private static ReceivedMail Received(OutgoingMail mail, DateTimeOffset now) => new(
        mail.Id, now, mail.To.Address, mail.To.Name, $"{mail.From.Name} <{mail.From.Address}>", mail.Subject, mail.Text, mail.Html)
    {
        Headers = string.Join('\n', mail.Headers.Select(header => $"{header.Key}: {header.Value}")),
        Calendar = mail.Calendars.Count == 0 ? null : string.Concat(mail.Calendars.Select(calendar => calendar.Content)),
    };
}
