using System.Collections.Concurrent;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Programme;

namespace ReverseMentoring.Tests.Api;

/// <summary>Takes every mail; those to an address that begins with "bad" are refused.</summary>
internal sealed class TestMailbox : IMailTransport
{
    private readonly ConcurrentDictionary<string, OutgoingMail> taken = new();

    public Task<IReadOnlyList<Delivery>> Send(IReadOnlyList<OutgoingMail> mails, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Delivery>>([.. mails.Select(Take)]);

    public Task<Delivery> Ask(string id, CancellationToken cancel) =>
        Task.FromResult(taken.ContainsKey(id) ? Delivery.Taken : new Delivery(DeliveryKind.NotSeen));

    private Delivery Take(OutgoingMail mail)
    {
        taken[mail.Id] = mail;
        return mail.To.Address.StartsWith("bad", StringComparison.Ordinal) ? new(DeliveryKind.Refused, Reason: "no such box") : Delivery.Taken;
    }
}

/// <summary>Writes what a mail is for and to whom; the true letters have tests of their own.</summary>
internal sealed class TestMailRenderer(Core.Participation.ParticipationService participation) : IMailRenderer
{
    public async Task<IReadOnlyList<RenderedMail>> Write(IReadOnlyList<Mail> mails, MailRound round, CancellationToken cancel)
    {
        var mail = mails[0];
        var person = mail.Person is { } id ? await participation.Find(round.Cohort.Id, id, cancel) : null;
        var to = person?.Email ?? round.Cohort.Settings.Contacts.Manager.Email;
        return
        [
            new(new OutgoingMail("", new(to, ""), mail.Kind.ToString(), "", "") { From = new("programme@example.com", "") }),
            .. mails.Skip(1).Select(_ => RenderedMail.Apart),
        ];
    }
}
