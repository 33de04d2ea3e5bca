using ReverseMentoring.Core.Mails;

namespace ReverseMentoring.LocalHost.Rehearsing;

/// <summary>Delivers to simulated people, and to whoever else wants a look.</summary>
public sealed class CrowdTransport(IMailTransport? mailbox, MailFolder? folder, Crowd crowd, Tally tally, TimeProvider clock) : IMailTransport
{
    public bool TakesOnce => true;

    public async Task<IReadOnlyList<Delivery>> Send(IReadOnlyList<OutgoingMail> mails, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        tally.Sent(mails);
        if (mailbox is not null)
        {
            await mailbox.Send(mails, cancel);
        }

        foreach (var mail in folder is null ? [] : mails)
        {
            await folder!.Write(mail, now, cancel);
        }

        crowd.Receive(mails, now);
        return [.. mails.Select(_ => Delivery.Taken)];
    }

    public Task<Delivery> Ask(string id, CancellationToken cancel) =>
        Task.FromResult(tally.Has(id) ? Delivery.Taken : new(DeliveryKind.NotSeen));
}
