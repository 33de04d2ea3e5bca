using ReverseMentoring.Core.Mailing;
using ReverseMentoring.LocalHost.Mailbox;
using ReverseMentoring.Smtp;

namespace ReverseMentoring.Tests.Servers;

/// <summary>Over real servers, and into the local mailbox too, where tests look for links.</summary>
internal sealed class BothTransports(SmtpTransport smtp, MailboxTransport mailbox) : IMailTransport
{
    public async Task<IReadOnlyList<Delivery>> Send(IReadOnlyList<OutgoingMail> mails, CancellationToken cancel)
    {
        await mailbox.Send(mails, cancel);
        return await smtp.Send(mails, cancel);
    }

    public Task<Delivery> Ask(string id, CancellationToken cancel) => smtp.Ask(id, cancel);
}
