using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.Cycle;
using ReverseMentoring.Tests.Forms;

namespace ReverseMentoring.Tests.Mailing;

/// <summary>A service that can't be asked: whoever dies on the way leaves one mail of which nobody knows, and it goes again as the same message.</summary>
public sealed class MailLineTests : IMailRenderer, IMailLine
{
    private static readonly string Partition = Rows.Partition(new CohortId(SmallCohort.Id));

    private readonly SmallCohort cohort = SmallCohort.In(PhaseNames.Sessions);
    private readonly List<OutgoingMail> handed = [];
    private readonly List<int> underWay = [];
    private int dieAfter = int.MaxValue;
    private bool isClosed;

    public MailLineTests()
    {
        foreach (var person in new[] { SmallCohort.Ana, SmallCohort.Tomas, SmallCohort.Kim })
        {
            var mail = new Mail { Name = $"thanks.{person.Id}", Kind = MailKind.Thanks, Person = person.Id, QueuedAt = SmallCohort.Start };
            cohort.Store.Write(Partition, mail.Insert()).GetAwaiter().GetResult();
        }
    }

    [Fact]
    public async Task Each_is_noted_alone_before_it_is_handed_over()
    {
        await Turn();

        Assert.Equal([1, 1, 1], underWay);
        Assert.All(await Mails(), mail => Assert.Equal(MailState.Sent, mail.State));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Who_dies_on_the_way_leaves_one_that_nobody_knows_of_and_all_others_go_once(int taken)
    {
        dieAfter = taken;
        await Assert.ThrowsAsync<OperationCanceledException>(Turn);
        dieAfter = int.MaxValue;
        await Turn();

        Assert.Equal(MailState.Unknown, Assert.Single(await Mails(), mail => mail.State is not MailState.Sent).State);
        Assert.Equal(3, handed.Select(mail => mail.Id).Distinct().Count());
        Assert.Equal(3, handed.Count);
    }

    [Fact]
    public async Task What_nobody_knows_of_goes_again_by_the_same_name_outside_and_a_report_on_it_finds_the_newer_one()
    {
        var line = new DeafLine();
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 1), more: services => services.AddSingleton<IMailTransport>(line));
        await programme.TurnTo(6);
        var first = Assert.Single(line.Taken, mail => mail.To.Address == SmallCompany.Leader(1));
        Assert.Equal(MailState.Unknown, (await RowOf(programme, first)).State);

        await programme.Command("mails/send-again");
        var again = line.Taken[^1];
        Assert.NotEqual(first.Id, again.Id);
        Assert.Equal((first.Id, first.Id), (first.KnownAs, again.KnownAs));
        Assert.Equal(MailState.Sent, (await RowOf(programme, again)).State);

        await new Bounces(programme.Store, programme.Clock).Record(first.Id, "mailbox-full");
        Assert.Equal(MailState.Bounced, (await RowOf(programme, again)).State);

        // What is known not to have arrived is another message.
        await programme.Command("mails/send-again");
        Assert.Equal(line.Taken[^1].Id, line.Taken[^1].KnownAs);
        Assert.Equal(3, line.Taken.Count(mail => mail.To.Address == SmallCompany.Leader(1)));
    }

    [Fact]
    public async Task Where_the_line_is_closed_nothing_is_noted_as_under_way()
    {
        isClosed = true;
        Assert.Equal(TimeSpan.FromMinutes(5), (await Turn()).RetryAfter);

        Assert.Empty(underWay);
        Assert.All(await Mails(), mail => Assert.Equal((MailState.Queued, 0), (mail.State, mail.Attempts)));
    }

    public Task<IReadOnlyList<RenderedMail>> Write(IReadOnlyList<Mail> mails, MailRound round, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<RenderedMail>>([.. mails.Select(_ => new RenderedMail(new OutgoingMail("", new("ana@example.org", "Ana"), "Hello", "Hello", "<p>Hello</p>") { From = new("programme@example.org", "") }))]);

    public Task<IReadOnlyList<Delivery>> Send(IReadOnlyList<OutgoingMail> mails, CancellationToken cancel) => this.SendAll(mails, cancel);

    public async IAsyncEnumerable<Delivery> SendEach(IAsyncEnumerable<OutgoingMail> mails, [EnumeratorCancellation] CancellationToken cancel)
    {
        if (isClosed)
        {
            yield return new(DeliveryKind.Later, TimeSpan.FromMinutes(5), "no-connection");
            yield break;
        }

        await foreach (var mail in mails.WithCancellation(cancel))
        {
            underWay.Add((await Mails()).Count(one => one.State is MailState.Sending));
            handed.Add(mail);
            yield return handed.Count > dieAfter ? throw new OperationCanceledException("The host is gone.") : Delivery.Taken;
        }
    }

    public Task<Delivery> Ask(string id, CancellationToken cancel) => Task.FromResult(new Delivery(DeliveryKind.Unknown, Reason: "cannot-tell"));

    private static async Task<Mail> RowOf(TestProgramme programme, OutgoingMail mail) =>
        (await programme.Store.Read<Mail>(Rows.Partition(programme.Cohort), Rows.Mail + mail.About!.Name))!.Value;

    private Task<List<Mail>> Mails() => cohort.Store.Query<Mail>(Partition, KeyRange.Prefix(Rows.Mail)).Select(row => row.Value).ToListAsync().AsTask();

    private async Task<MailSender.SendResult> Turn() =>
        await new MailSender(cohort.Store, this, this, new(AtOnce: true), cohort.Clock, NullLogger<MailSender>.Instance)
            .Send(new(SmallCohort.Id), await cohort.Store.Query<QueueEntry>(Partition, KeyRange.Prefix(Rows.Queue)).ToListAsync(), default);

    /// <summary>Takes all, and does not say so of the first.</summary>
    private sealed class DeafLine : IMailLine
    {
        public List<OutgoingMail> Taken { get; } = [];

        public Task<IReadOnlyList<Delivery>> Send(IReadOnlyList<OutgoingMail> mails, CancellationToken cancel) => this.SendAll(mails, cancel);

        public async IAsyncEnumerable<Delivery> SendEach(IAsyncEnumerable<OutgoingMail> mails, [EnumeratorCancellation] CancellationToken cancel)
        {
            await foreach (var mail in mails.WithCancellation(cancel))
            {
                Taken.Add(mail);
                if (mail.To.Address == SmallCompany.Leader(1) && Taken.Count(one => one.To == mail.To) == 1)
                {
                    yield return new(DeliveryKind.Unheard, TimeSpan.FromMinutes(5));
                    yield break;
                }

                yield return Delivery.Taken;
            }
        }

        public Task<Delivery> Ask(string id, CancellationToken cancel) => Task.FromResult(new Delivery(DeliveryKind.Unknown, Reason: "cannot-tell"));
    }
}
