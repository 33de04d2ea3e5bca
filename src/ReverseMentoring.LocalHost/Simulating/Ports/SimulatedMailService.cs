using System.Runtime.CompilerServices;
using ReverseMentoring.Core.Mailing;

namespace ReverseMentoring.LocalHost.Simulating.Ports;

/// <summary>A mail that the service has taken, and how often.</summary>
internal sealed record TakenMail(OutgoingMail Mail, DateTimeOffset At)
{
    public int Times { get; set; } = 1;
}

/// <summary>The mail service, which outlives the process: what it has taken it has taken, whether anybody heard of it or not.</summary>
internal sealed class SimulatedMailService(MailServiceKind kind, Surroundings around)
{
    private readonly Dictionary<string, TakenMail> taken = new(StringComparer.Ordinal);
    private readonly List<TakenMail> inOrder = [];

    /// <summary>In the order in which they were taken.</summary>
    public IReadOnlyList<TakenMail> Taken => inOrder;

    /// <summary>Gets each mail when it is taken for the first time.</summary>
    public event Action<OutgoingMail>? Arrives;

    /// <summary>Gets the id of a mail that its reader's server has returned.</summary>
    public event Action<string>? Returns;

    public IMailTransport For(Life life) => kind is MailServiceKind.CannotTell ? new Line(this, life) : new Batches(this, life);

    private void Take(OutgoingMail mail)
    {
        if (taken.TryGetValue(mail.Id, out var before))
        {
            before.Times++;
            return;
        }

        taken.Add(mail.Id, new(mail, around.Clock.Now));
        inOrder.Add(taken[mail.Id]);
        around.Trace.Note($"mail {mail.Id}");
        Arrives?.Invoke(mail);
        if (around.Strikes(around.Rates.MailReturned, $"returned: {mail.Id}"))
        {
            Returns?.Invoke(mail.Id);
        }
    }

    private Delivery Send(OutgoingMail mail)
    {
        if (around.Strikes(around.Rates.MailRefused, $"refused: {mail.Id}"))
        {
            return new(DeliveryKind.Refused, Reason: "no-such-mailbox");
        }

        if (around.Strikes(around.Rates.MailThrottled, $"throttled: {mail.Id}"))
        {
            return new(DeliveryKind.Later, TimeSpan.FromMinutes(around.Chance.Between(1, 60)), "busy");
        }

        if (around.Strikes(around.Rates.MailUnheard, $"unheard: {mail.Id}"))
        {
            if (around.Chance.Happens(0.5))
            {
                Take(mail);
            }

            return new(DeliveryKind.Unheard, TimeSpan.FromMinutes(around.Chance.Between(1, 10)), "connection-lost");
        }

        Take(mail);
        return Delivery.Taken;
    }

    private async Task<Delivery> HandOver(OutgoingMail mail, Life life)
    {
        if (around.Strikes(around.Rates.MailBreaks / 4, $"the line breaks before {mail.Id}"))
        {
            throw new SimulatedFaultException("The line to the mail service broke.");
        }

        if (around.Strikes(around.Rates.Stop / 4, $"stop before {mail.Id} is handed over"))
        {
            await Stop(life);
        }

        var outcome = Send(mail);
        if (around.Strikes(around.Rates.Stop / 4, $"stop after {mail.Id} was handed over"))
        {
            await Stop(life);
        }

        return outcome;
    }

    private static Task Stop(Life life)
    {
        life.Stop();
        return Life.Forever;
    }

    private static Task Open(Life life) => life.IsOver ? Life.Forever : Task.CompletedTask;

    /// <summary>One life's way to a service that can be asked.</summary>
    private sealed class Batches(SimulatedMailService service, Life life) : IMailTransport
    {
        public async Task<IReadOnlyList<Delivery>> Send(IReadOnlyList<OutgoingMail> mails, CancellationToken cancel)
        {
            await Open(life);
            var outcomes = new List<Delivery>();
            foreach (var mail in mails)
            {
                outcomes.Add(await service.HandOver(mail, life));
            }

            return outcomes;
        }

        public async Task<Delivery> Ask(string id, CancellationToken cancel)
        {
            await Open(life);
            return service.Around.Strikes(service.Around.Rates.MailUnheard, $"asked in vain for {id}") ? new(DeliveryKind.Unheard, TimeSpan.FromMinutes(2))
                : service.Has(id) ? Delivery.Taken : new(DeliveryKind.NotSeen);
        }
    }

    /// <summary>One life's way to a service that can't.</summary>
    private sealed class Line(SimulatedMailService service, Life life) : IMailLine
    {
        public Task<IReadOnlyList<Delivery>> Send(IReadOnlyList<OutgoingMail> mails, CancellationToken cancel) => this.SendAll(mails, cancel);

        public async IAsyncEnumerable<Delivery> SendEach(IAsyncEnumerable<OutgoingMail> mails, [EnumeratorCancellation] CancellationToken cancel)
        {
            await Open(life);
            await foreach (var mail in mails.WithCancellation(cancel))
            {
                var outcome = await service.HandOver(mail, life);
                yield return outcome;
                if (outcome.Kind is DeliveryKind.Unheard)
                {
                    yield break;
                }
            }
        }

        public async Task<Delivery> Ask(string id, CancellationToken cancel)
        {
            await Open(life);
            return new(DeliveryKind.Unknown, Reason: "cannot-tell");
        }
    }

    private Surroundings Around => around;

    private bool Has(string id) => taken.ContainsKey(id);
}
