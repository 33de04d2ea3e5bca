using ReverseMentoring.Core.Mailing;

namespace ReverseMentoring.LocalHost.Rehearsing;

/// <summary>Delivers to simulated people, and to whoever else wants a look.</summary>
public sealed class SimulatedMailTransport(IMailTransport? mailbox, MailFolder? folder, SimulatedPeople people, WireCounts wireCounts, TimeProvider clock) : IMailTransport
{
    public async Task<IReadOnlyList<Delivery>> Send(IReadOnlyList<OutgoingMail> mails, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        wireCounts.Sent(mails, now);
        if (mailbox is not null)
        {
            await mailbox.Send(mails, cancel);
        }

        foreach (var mail in folder is null ? [] : mails)
        {
            await folder!.Write(mail, now, cancel);
        }

        people.Receive(mails, now);
        return [.. mails.Select(_ => Delivery.Taken)];
    }

    public Task<Delivery> Ask(string id, CancellationToken cancel) =>
        Task.FromResult(wireCounts.Has(id) ? Delivery.Taken : new(DeliveryKind.NotSeen));
}
