using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.Forms;

namespace ReverseMentoring.Tests.Mailing;

/// <summary>A mail of which nobody knows whether the service has it, and one that can't be written.</summary>
public sealed class UnheardMailTests : IMailRenderer, IMailTransport
{
    private readonly SmallCohort cohort = SmallCohort.In(PhaseNames.Sessions);
    private readonly Queue<DeliveryKind> asked = new();
    private int sent;
    private int questions;
    private DeliveryKind answer = DeliveryKind.Taken;
    private bool canWrite = true;
    private bool dies;

    private TimeSpan underWay = TimeSpan.Zero;

    TimeSpan IMailTransport.MayBeUnderWay => underWay;

    [Fact]
    public async Task What_the_service_may_have_is_asked_for_until_it_tells_and_goes_once()
    {
        Queue(MailState.Sending);
        asked.Enqueue(DeliveryKind.Unheard);
        asked.Enqueue(DeliveryKind.Unheard);
        asked.Enqueue(DeliveryKind.Taken);

        Assert.Equal(TimeSpan.FromMinutes(1), (await Turn()).RetryAfter);
        Assert.Equal(MailState.Sending, (await Mail()).State);
        await Turn();
        await Turn();

        Assert.Equal((3, 0, MailState.Sent), (questions, sent, (await Mail()).State));
    }

    [Fact]
    public async Task A_failure_on_the_way_is_followed_by_a_question_and_by_a_second_try_only_where_the_service_never_saw_it()
    {
        Queue(MailState.Queued);
        answer = DeliveryKind.Unheard;
        await Turn();
        Assert.Equal((0, 1, MailState.Sending), (questions, sent, (await Mail()).State));

        asked.Enqueue(DeliveryKind.NotSeen);
        answer = DeliveryKind.Taken;
        await Turn();

        Assert.Equal((1, 2, MailState.Sent), (questions, sent, (await Mail()).State));
    }

    [Fact]
    public async Task A_mail_is_noted_before_it_is_handed_over_so_that_who_dies_then_asks_and_sends_it_once()
    {
        Queue(MailState.Queued);
        dies = true;
        await Assert.ThrowsAsync<OperationCanceledException>(() => Turn());
        dies = false;
        Assert.Equal((1, MailState.Sending), (sent, (await Mail()).State));

        asked.Enqueue(DeliveryKind.Taken);
        await Turn();

        Assert.Equal((1, 1, MailState.Sent), (questions, sent, (await Mail()).State));
    }

    [Fact]
    public async Task What_somebody_slow_may_still_be_handing_over_is_not_handed_over_by_another()
    {
        underWay = TimeSpan.FromMinutes(3);
        await cohort.Store.Write(Rows.Partition(new CohortId(SmallCohort.Id)), (Row(MailState.Sending) with { At = cohort.Clock.GetUtcNow() }).Insert());
        asked.Enqueue(DeliveryKind.NotSeen);
        asked.Enqueue(DeliveryKind.NotSeen);

        Assert.Equal((underWay, 0), ((await Turn()).RetryAfter, sent));
        cohort.Clock.Advance(underWay);
        await Turn();

        Assert.Equal((1, MailState.Sent), (sent, (await Mail()).State));
    }

    [Fact]
    public async Task What_went_before_the_hour_it_waited_for_is_asked_for_at_its_turn_and_not_at_that_hour()
    {
        var (partition, hour) = (Rows.Partition(new CohortId(SmallCohort.Id)), SmallCohort.Start.AddDays(20));
        var waiting = new Mail { Name = "introduction.ana", Kind = MailKind.Introduction, Person = SmallCohort.Ana.Id, QueuedAt = SmallCohort.Start, LaterAt = hour };
        var place = $"{Rows.Later}{Names.Moment(hour)}.{waiting.Name}";
        await cohort.Store.Write(partition,
        [
            Documents.Insert(Rows.Mail + waiting.Name, waiting), Documents.Insert(place, new LaterEntry(waiting.Name, hour)),
            Documents.Insert($"{Rows.MailOf}{SmallCohort.Ana.Id}.{waiting.Name}", new MailOfPerson(waiting.Name, place)),
        ]);
        Queue(MailState.Queued);
        answer = DeliveryKind.Unheard;
        await Turn();

        Assert.Equal((MailState.Sending, null), ((await cohort.Find<Mail>(Rows.Mail + waiting.Name))!.State, (await cohort.Find<Mail>(Rows.Mail + waiting.Name))!.LaterAt));
        Assert.Null(await cohort.Find<LaterEntry>(place));
        Assert.NotNull(await cohort.Find<QueueEntry>(waiting.QueueKey));
        Assert.Equal(waiting.QueueKey, (await cohort.Find<MailOfPerson>($"{Rows.MailOf}{SmallCohort.Ana.Id}.{waiting.Name}"))!.Place);
    }

    [Fact]
    public async Task What_the_service_put_off_goes_again_without_a_question()
    {
        Queue(MailState.Queued);
        answer = DeliveryKind.Later;
        await Turn();
        Assert.Equal(MailState.Queued, (await Mail()).State);

        answer = DeliveryKind.Taken;
        await Turn();

        Assert.Equal((0, 2, MailState.Sent), (questions, sent, (await Mail()).State));
    }

    [Fact]
    public async Task A_letter_that_can_t_be_written_is_tried_some_times_and_holds_up_no_other()
    {
        Queue(MailState.Queued);
        canWrite = false;
        for (var turn = 0; turn < 5; turn++)
        {
            Assert.NotNull((await Turn()).RetryAfter);
            Assert.NotNull((await Turn()).RetryAfter);
            Assert.Equal((MailState.Queued, turn + 1), ((await Mail()).State, (await Mail()).Unwritten));
            cohort.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        await Turn();

        var mail = await Mail();
        Assert.Equal((MailState.Refused, "not-written", 0), (mail.State, mail.Reason, sent));
        Assert.Empty(await cohort.Store.Query(Rows.Partition(new CohortId(SmallCohort.Id)), KeyRange.Prefix(Rows.Queue)).ToListAsync());
    }

    [Fact]
    public async Task What_could_not_be_written_is_not_tried_again_in_the_same_moment()
    {
        Queue(MailState.Queued);
        canWrite = false;
        await Turn();
        canWrite = true;
        await Turn();
        Assert.Equal((MailState.Queued, 0), ((await Mail()).State, sent));

        cohort.Clock.Advance(TimeSpan.FromMinutes(1));
        await Turn();
        Assert.Equal((MailState.Sent, 1), ((await Mail()).State, sent));
    }

    [Fact]
    public async Task Which_letter_can_t_be_written_is_logged_with_what_went_wrong()
    {
        Queue(MailState.Queued);
        canWrite = false;
        var log = new Heard();
        await Turn(log);

        var (level, said) = Assert.Single(log.Said);
        Assert.Equal(LogLevel.Error, level);
        Assert.Contains($"{SmallCohort.Id}.thanks.ana", said, StringComparison.Ordinal);
        Assert.Contains(nameof(FormatException), said, StringComparison.Ordinal);
    }

    Task<IReadOnlyList<RenderedMail>> IMailRenderer.Write(IReadOnlyList<Mail> mails, MailRound round, CancellationToken cancel) => canWrite
        ? Task.FromResult<IReadOnlyList<RenderedMail>>(
            [new(new OutgoingMail("", new("ana@example.org", "Ana"), "Hello", "Hello", "<p>Hello</p>") { From = new("programme@example.org", "") }), .. mails.Skip(1).Select(_ => RenderedMail.Rides)])
        : throw new FormatException();

    Task<IReadOnlyList<Delivery>> IMailTransport.Send(IReadOnlyList<OutgoingMail> mails, CancellationToken cancel)
    {
        sent += mails.Count;
        if (dies)
        {
            throw new OperationCanceledException("The host is gone.");
        }

        return Task.FromResult<IReadOnlyList<Delivery>>([.. mails.Select(_ => new Delivery(answer))]);
    }

    Task<Delivery> IMailTransport.Ask(string id, CancellationToken cancel)
    {
        questions++;
        return Task.FromResult(new Delivery(asked.Dequeue()));
    }

    private static Mail Row(MailState state) => new()
    {
        Name = "thanks.ana", Kind = MailKind.Thanks, Person = SmallCohort.Ana.Id, QueuedAt = SmallCohort.Start, State = state,
    };

    private void Queue(MailState state) =>
        cohort.Store.Write(Rows.Partition(new CohortId(SmallCohort.Id)), Row(state).Insert()).GetAwaiter().GetResult();

    private async Task<Mail> Mail() => (await cohort.Find<Mail>(Rows.Mail + "thanks.ana"))!;

    private async Task<MailSender.SendResult> Turn(ILogger<MailSender>? log = null)
    {
        var sender = new MailSender(cohort.Store, this, this, new(AtOnce: false), cohort.Clock, log ?? NullLogger<MailSender>.Instance);
        return await sender.Send(new CohortId(SmallCohort.Id), [(await cohort.Store.Read<QueueEntry>(Rows.Partition(new CohortId(SmallCohort.Id)), Row(MailState.Queued).QueueKey))!], default);
    }

    private sealed class Heard : ILogger<MailSender>
    {
        public List<(LogLevel Level, string Said)> Said { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Said.Add((logLevel, formatter(state, exception)));
    }
}
