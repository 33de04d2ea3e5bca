using System.Collections.Concurrent;
using ReverseMentoring.Core.Mailing;

namespace ReverseMentoring.Functions.Tests.Whole;

/// <summary>Takes every mail once, and keeps it.</summary>
internal sealed class CapturedMail : IMailTransport
{
    public ConcurrentDictionary<string, OutgoingMail> Taken { get; } = new(StringComparer.Ordinal);

    public Task<IReadOnlyList<Delivery>> Send(IReadOnlyList<OutgoingMail> mails, CancellationToken cancel)
    {
        foreach (var mail in mails)
        {
            Taken[mail.Id] = mail;
        }

        return Task.FromResult<IReadOnlyList<Delivery>>([.. mails.Select(_ => Delivery.Taken)]);
    }

    public Task<Delivery> Ask(string id, CancellationToken cancel) =>
        Task.FromResult(Taken.ContainsKey(id) ? Delivery.Taken : new Delivery(DeliveryKind.NotSeen));
}
