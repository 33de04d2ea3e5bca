using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.Forms;
using ReverseMentoring.Tests.Processes;

namespace ReverseMentoring.Tests.Mailing;

/// <summary>The outbox, a step at a time: whose turn it is, what the quota leaves, and what the mail service says. It is Monday, 9 h in Berlin.</summary>
public sealed class OutboxTests : IMailRenderer, IMailTransport, IWakeSignal
{
    private static readonly DateTimeOffset Now = SmallCohort.Start;
    private static readonly CohortId Spring = new("spring"), Autumn = new("autumn");

    private readonly SmallCohort cohort = SmallCohort.In(PhaseNames.Sessions);
    private readonly List<string> sent = [];
    private readonly Queue<Delivery> answers = new();
    private string? unwritable;
    private bool pauses;

    public OutboxTests()
    {
        Write(Rows.Cohorts, Documents.Put("spring", new { }), Documents.Put("autumn", new { }));
        Write(Rows.Partition(Autumn), Documents.Put(Rows.Cohort, cohort.Cohort with { Id = Autumn }), Documents.Put(Rows.State, CycleState.Begin(Now)));
    }

    [Fact]
    public async Task Of_all_cohorts_the_most_urgent_goes_first_and_of_these_the_one_that_has_waited_longest()
    {
        Queue(Spring, MailKind.TurnoutLow, "a", Now);
        Queue(Autumn, MailKind.ReviewReady, "b", Now.AddHours(-1));
        Queue(Autumn, MailKind.SessionMoved, "c", Now);

        await Step(new(PerMinute: 1));
        Assert.Equal(["c"], sent);
        await StepAt(Now.AddMinutes(1), new(PerMinute: 1));
        await StepAt(Now.AddMinutes(2), new(PerMinute: 1));
        Assert.Equal(["c", "b", "a"], sent);
    }

    [Theory]
    [InlineData(2, null, 1, 2)]
    [InlineData(null, 2, 60, 2)]
    [InlineData(2, 3, 1, 2)]
    [InlineData(9, 2, 60, 2)]
    public async Task What_the_quota_leaves_goes_and_the_rest_waits_for_its_window_to_end(int? perMinute, int? perHour, int minutes, int first)
    {
        var quota = new MailQuota(perMinute, perHour);
        for (var number = 0; number < 5; number++)
        {
            Queue(Spring, MailKind.ReviewReady, $"m{number}", Now);
        }

        Assert.Equal(Now.AddMinutes(minutes), (await Step(quota)).WakeAt);
        Assert.Equal(first, sent.Count);
        Assert.Equal(Now.AddMinutes(minutes), (await StepAt(Now.AddMinutes(minutes).AddSeconds(-1), quota)).WakeAt);
        Assert.Equal(first, sent.Count);
        await StepAt(Now.AddMinutes(minutes), quota);
        Assert.Equal(perHour == 3 ? 3 : 4, sent.Count);
        if (perHour == 3)
        {
            Assert.Equal(Now.AddHours(1), (await Step(quota)).WakeAt);
        }
    }

    [Fact]
    public async Task A_window_begins_with_the_first_mail_in_it()
    {
        var quota = new MailQuota(PerMinute: 2);
        Queue(Spring, MailKind.ReviewReady, "a", Now);
        Assert.Equal(Now, (await Step(quota)).WakeAt);
        Queue(Spring, MailKind.ReviewReady, "b", Now);
        Queue(Spring, MailKind.ReviewReady, "c", Now);

        await StepAt(Now.AddSeconds(50), quota);
        Assert.Equal(2, sent.Count);
        Assert.Equal(Now.AddMinutes(1), (await Step(quota)).WakeAt);
        await StepAt(Now.AddMinutes(1), quota);
        Assert.Equal(3, sent.Count);
    }

    [Fact]
    public async Task Without_a_quota_nothing_is_counted_and_an_empty_queue_sleeps()
    {
        Queue(Spring, MailKind.ReviewReady, "a", Now);
        Assert.Equal(Now, (await Step(MailQuota.Unlimited)).WakeAt);
        Assert.Null((await Step(MailQuota.Unlimited)).WakeAt);
        Assert.Null(await Pace());
    }

    [Fact]
    public async Task A_service_that_puts_mail_off_is_left_alone_as_long_as_it_says_and_since_when_is_kept()
    {
        Queue(Spring, MailKind.ReviewReady, "a", Now);
        answers.Enqueue(new(DeliveryKind.Later, TimeSpan.FromMinutes(7)));
        answers.Enqueue(new(DeliveryKind.Later));

        Assert.Equal(Now.AddMinutes(7), (await Step(MailQuota.Unlimited)).WakeAt);
        Assert.Equal(Now.AddMinutes(7), (await StepAt(Now.AddMinutes(6), MailQuota.Unlimited)).WakeAt);
        Assert.Equal(Now, await ClosedSince());
        Assert.Equal(Now.AddMinutes(8), (await StepAt(Now.AddMinutes(7), MailQuota.Unlimited)).WakeAt);
        Assert.Equal(Now, await ClosedSince());
        Assert.Empty(sent);

        await StepAt(Now.AddMinutes(8), MailQuota.Unlimited);
        Assert.Equal(["a"], sent);
        Assert.Null(await ClosedSince());
    }

    [Fact]
    public async Task A_service_that_takes_some_and_puts_others_off_has_not_closed()
    {
        Queue(Spring, MailKind.ReviewReady, "a", Now);
        Queue(Spring, MailKind.TurnoutLow, "b", Now);
        answers.Enqueue(Delivery.Taken);
        answers.Enqueue(new(DeliveryKind.Later, TimeSpan.FromMinutes(7)));

        Assert.Equal(Now.AddMinutes(7), (await Step(MailQuota.Unlimited)).WakeAt);
        Assert.Null(await ClosedSince());
    }

    [Fact]
    public async Task What_can_t_be_written_closes_the_way_only_where_nothing_else_goes()
    {
        unwritable = "b";
        Queue(Spring, MailKind.ReviewReady, "a", Now);
        Queue(Spring, MailKind.ReviewReady, "b", Now);

        Assert.Equal(Now, (await Step(MailQuota.Unlimited)).WakeAt);
        Assert.Equal(["a"], sent);
        Assert.Equal(Now.AddMinutes(1), (await Step(MailQuota.Unlimited)).WakeAt);
    }

    [Fact]
    public async Task A_cohort_that_is_half_there_sends_nothing_and_others_go_on()
    {
        Queue(Autumn, MailKind.ReviewReady, "a", Now);
        Queue(Spring, MailKind.ReviewReady, "b", Now);
        Write(Rows.Partition(Autumn), new Change.Delete(Rows.State));

        await Step(MailQuota.Unlimited);
        Assert.Equal(["b"], sent);
    }

    [Fact]
    public async Task A_paused_cohort_sends_only_what_somebody_waits_for_and_others_go_on()
    {
        cohort.Put(Rows.State, CycleState.Begin(Now) with { Phase = PhaseNames.Sessions, Status = CycleStatus.Paused });
        Queue(Spring, MailKind.ReviewReady, "notice", Now);
        Queue(Spring, MailKind.OwnCode, "code", Now, SmallCohort.Ana.Id);
        Queue(Autumn, MailKind.ReviewReady, "other", Now);

        await Step(MailQuota.Unlimited);
        await Step(MailQuota.Unlimited);
        Assert.Equal(["code", "other"], sent.Order());
    }

    [Fact]
    public async Task While_all_mail_is_stopped_nothing_goes_and_it_is_looked_at_again_in_ten_minutes()
    {
        Queue(Spring, MailKind.ReviewReady, "a", Now);

        Assert.Equal(Now.AddMinutes(10), (await Step(MailQuota.Unlimited, stopped: true)).WakeAt);
        Assert.Empty(sent);
    }

    [Fact]
    public async Task What_comes_at_night_has_its_turn_in_the_morning_and_the_outbox_wakes_then()
    {
        cohort.Clock.SetUtcNow(Now.AddHours(14));
        Queue(Spring, MailKind.ReviewReady, "a", Now.AddHours(14));
        Queue(Spring, MailKind.Introduction, "b", Now.AddHours(14), SmallCohort.Ana.Id);
        await Step(MailQuota.Unlimited);

        // Tuesday, 8 h, in Berlin and Stockholm.
        var morning = new DateTimeOffset(2026, 3, 3, 7, 0, 0, TimeSpan.Zero);
        Assert.Equal(morning, (await Step(MailQuota.Unlimited)).WakeAt);
        Assert.Empty(sent);
        await StepAt(morning, MailQuota.Unlimited);
        Assert.Equal(["a", "b"], sent.Order());
        Assert.Empty(await Rest(Rows.Later));
        Assert.Empty(await Rest(Rows.Queue));
        Assert.Empty(await Rest(Rows.MailOf));
    }

    [Fact]
    public async Task Very_many_that_waited_for_the_morning_have_their_turn_then_and_their_readers_find_them_there()
    {
        cohort.Clock.SetUtcNow(Now.AddHours(14));
        foreach (var number in Enumerable.Range(0, 40))
        {
            Queue(Spring, MailKind.ReviewReady, $"n{number}", Now.AddHours(14));
        }

        Queue(Spring, MailKind.Introduction, "b", Now.AddHours(14), SmallCohort.Ana.Id);
        await Step(MailQuota.Unlimited);
        await Step(MailQuota.Unlimited);
        Assert.Contains(Rows.Later, (await Rest(Rows.MailOf)).Single().Body, StringComparison.Ordinal);
        Assert.Equal(41, (await Rest(Rows.Later)).Count);

        await StepAt(new(2026, 3, 3, 7, 0, 0, TimeSpan.Zero), new(PerHour: 1));
        Assert.Single(sent);
        Assert.Equal(40, (await Rest(Rows.Queue)).Count);
        Assert.Contains(Rows.Queue, (await Rest(Rows.MailOf)).Single().Body, StringComparison.Ordinal);
        Assert.Null((await Find("b")).LaterAt);
    }

    [Fact]
    public async Task What_goes_to_very_many_at_once_is_noted_with_their_questions_in_writes_that_the_store_takes()
    {
        foreach (var number in Enumerable.Range(0, MailSender.Most))
        {
            var person = SmallCohort.Kim with { Id = new($"k{number:D2}"), Email = $"k{number:D2}@example.org" };
            var ask = new AskId(PhaseNames.Feedback, FormKind.Feedback, 0, person.Id);
            cohort.Put(Rows.Person + person.Id, person);
            cohort.Put(ask.AskKey, new Ask { Id = ask });
            Write(Rows.Partition(Spring), [.. new Mail { Name = $"m{number:D2}", Kind = MailKind.FeedbackInvitation, Person = person.Id, Ask = ask, QueuedAt = Now }.Insert()]);
        }

        await Step(MailQuota.Unlimited);
        Assert.Equal(MailSender.Most, sent.Count);
        Assert.Empty(await Rest(Rows.MailOf));
        Assert.Equal(MailSender.Most, (await Rest(Rows.Mailed)).Count);
        Assert.All(await cohort.Store.Query<Ask>(Rows.Partition(Spring), KeyRange.Prefix(Rows.Ask)).ToListAsync(), ask => Assert.Equal(Now, ask.Value.SentAt));
    }

    [Fact]
    public async Task Whose_reader_pauses_it_is_put_aside_and_the_cohort_looks_after_it()
    {
        pauses = true;
        Queue(Spring, MailKind.Introduction, "a", Now, SmallCohort.Ana.Id);

        var result = await Step(MailQuota.Unlimited);
        Assert.Equal([ProcessId.OfCohort(Spring)], result.Starts);
        Assert.Equal(MailState.Held, (await Find("a")).State);
        Assert.Single(await Rest(Rows.Held));
        Assert.Empty(await Rest(Rows.Queue));
    }

    [Fact]
    public async Task A_row_of_the_queue_whose_mail_is_gone_or_done_goes()
    {
        Queue(Spring, MailKind.ReviewReady, "gone", Now);
        Queue(Spring, MailKind.ReviewReady, "done", Now);
        Write(Rows.Partition(Spring), new Change.Delete(Rows.Mail + "gone"), Documents.Put(Rows.Mail + "done", (await Find("done")) with { State = MailState.Dropped }));

        await Step(MailQuota.Unlimited);
        Assert.Empty(sent);
        Assert.Empty(await Rest(Rows.Queue));
    }

    [Theory]
    [InlineData(DeliveryKind.Taken, MailState.Sent, false)]
    [InlineData(DeliveryKind.Refused, MailState.Refused, true)]
    [InlineData(DeliveryKind.Unknown, MailState.Unknown, true)]
    public async Task What_became_of_it_is_noted_and_what_failed_is_marked(DeliveryKind kind, MailState state, bool failed)
    {
        Queue(Spring, MailKind.ReviewReady, "a", Now);
        answers.Enqueue(new(kind, Reason: kind is DeliveryKind.Taken ? null : "no-such-address"));

        await Step(MailQuota.Unlimited);
        var mail = await Find("a");
        Assert.Equal((state, Now, 1), (mail.State, mail.At, mail.Attempts));
        Assert.Equal(failed ? "no-such-address" : null, mail.Reason);
        Assert.Equal(failed ? 1 : 0, await FailedMails.Count(cohort.Store, Rows.Partition(Spring), default));
    }

    [Theory]
    [InlineData(DeliveryKind.Taken, "taken")]
    [InlineData(DeliveryKind.Later, "later")]
    [InlineData(DeliveryKind.Unheard, "unheard")]
    [InlineData(DeliveryKind.Refused, "refused")]
    [InlineData(DeliveryKind.Unknown, "unknown")]
    public async Task Letters_are_counted_by_what_became_of_them(DeliveryKind kind, string outcome)
    {
        using var figures = new FiguresHeard();
        Queue(Spring, MailKind.ReviewReady, "a", Now);
        answers.Enqueue(new(kind));

        await Step(MailQuota.Unlimited);
        Assert.Contains(figures.All, one => one.Name is "reverse_mentoring.letters" && one.Tags == $"outcome={outcome}");
    }

    [Theory]
    [InlineData("REQUEST", "invitation.ics")]
    [InlineData("CANCEL", "cancellation.ics")]
    public void A_session_in_a_file_says_by_its_name_whether_it_is_to_be(string method, string file) => Assert.Equal(file, new CalendarPart(method, "").FileName);

    [Theory]
    [InlineData(5, null, 300)]
    [InlineData(null, 100, 100)]
    [InlineData(30, 100, 100)]
    [InlineData(1, 100, 60)]
    [InlineData(null, null, null)]
    public void The_smaller_of_both_limits_is_what_an_hour_takes(int? perMinute, int? perHour, int? rate) =>
        Assert.Equal(rate, new MailQuota(perMinute, perHour).HourlyRate);

    [Fact]
    public void Days_of_sending_are_reckoned_by_decent_hours()
    {
        Assert.Equal(7, new MailQuota(PerHour: 100).DaysFor(5500), 6);
        Assert.Equal(0, MailQuota.Unlimited.DaysFor(5500));
    }

    Task<IReadOnlyList<RenderedMail>> IMailRenderer.Write(IReadOnlyList<Mail> mails, MailRound round, CancellationToken cancel) =>
        mails.Any(mail => mail.Name == unwritable) ? throw new FormatException() : Task.FromResult<IReadOnlyList<RenderedMail>>([.. mails.Select(mail => pauses ? RenderedMail.Later
            : new(new OutgoingMail("", new("x@example.org", "X"), "", "", "") { From = new("programme@example.org", ""), About = mail }))]);

    Task<IReadOnlyList<Delivery>> IMailTransport.Send(IReadOnlyList<OutgoingMail> mails, CancellationToken cancel)
    {
        var outcomes = mails.Select(mail => (Mail: mail, Outcome: answers.Count > 0 ? answers.Dequeue() : Delivery.Taken)).ToArray();
        sent.AddRange(outcomes.Where(mail => mail.Outcome.Kind is DeliveryKind.Taken).Select(mail => mail.Mail.About!.Name));
        return Task.FromResult<IReadOnlyList<Delivery>>([.. outcomes.Select(mail => mail.Outcome)]);
    }

    Task<Delivery> IMailTransport.Ask(string id, CancellationToken cancel) => Task.FromResult(new Delivery(DeliveryKind.NotSeen));

    Task IWakeSignal.Woken(ProcessId process, CancellationToken cancel) => Task.CompletedTask;

    private void Queue(CohortId where, MailKind kind, string name, DateTimeOffset at, PersonId? person = null) =>
        Write(Rows.Partition(where), [.. new Mail { Name = name, Kind = kind, Person = person, QueuedAt = at }.Insert()]);

    private Task<StepResult> StepAt(DateTimeOffset moment, MailQuota quota)
    {
        cohort.Clock.SetUtcNow(moment);
        return Step(quota);
    }

    private Task<StepResult> Step(MailQuota quota, bool stopped = false) => new OutboxProcess(
        cohort.Store, new(cohort.Store, this, this, new(AtOnce: false), cohort.Clock, NullLogger<MailSender>.Instance), quota,
        new(cohort.Store, new(stopped), new(new(cohort.Store), this, cohort.Clock), cohort.Clock), cohort.Clock, NullLogger<OutboxProcess>.Instance)
        .Step(ProcessId.Outbox, default);

    private async Task<Mail> Find(string name) => (await cohort.Find<Mail>(Rows.Mail + name))!;

    private async Task<List<Row>> Rest(string prefix) => await cohort.Store.Query(Rows.Partition(Spring), KeyRange.Prefix(prefix)).ToListAsync();

    /// <summary>What is kept of how fast mail goes; null: nothing.</summary>
    private async Task<JsonElement?> Pace() => await cohort.Store.Read("outbox", "pace") is { } row ? JsonDocument.Parse(row.Body).RootElement : null;

    private async Task<DateTimeOffset?> ClosedSince() => (await Pace())!.Value.TryGetProperty("closedSince", out var since) && since.ValueKind is not JsonValueKind.Null ? since.GetDateTimeOffset() : null;

    private void Write(string partition, params Change[] changes) => cohort.Store.Write(partition, changes).GetAwaiter().GetResult();
}
