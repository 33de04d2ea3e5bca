using Microsoft.Extensions.Logging.Abstractions;
using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.Forms;

namespace ReverseMentoring.Tests.Mailing;

/// <summary>Several mails to one person: which go now, which wait, and which are one letter. The cohort begins on a Monday at 8 h UTC.</summary>
public sealed class LetterTests : IMailRenderer, IMailTransport
{
    private static readonly DateTimeOffset Monday = SmallCohort.Start;

    private readonly SmallCohort cohort = SmallCohort.In(PhaseNames.Sessions);
    private readonly List<(DateTimeOffset At, string Lead, string[] Along)> letters = [];
    private readonly HashSet<string> unwanted = [], apart = [];
    private Delivery answer = Delivery.Taken;
    private bool dies, loses, toDelegate;

    public LetterTests() => cohort.Store.Write(Rows.Cohorts, [Documents.Put(SmallCohort.Id, new { })]).GetAwaiter().GetResult();

    [Fact]
    public async Task What_is_due_to_one_person_at_once_is_one_letter()
    {
        await Queue(MailKind.Pulse, MailKind.HalfTime, MailKind.SessionInvitation);
        await Run();

        var (_, lead, along) = Assert.Single(letters);
        Assert.Equal("sessioninvitation", lead);
        Assert.Equal(["halftime", "pulse"], along.Order());
        Assert.All(await All(), mail => Assert.Equal(MailState.Sent, mail.State));
        Assert.Empty(await Left());
    }

    [Fact]
    public async Task A_briefing_leads_the_first_invitation()
    {
        await Queue(MailKind.SessionInvitation, MailKind.Briefing);
        await Run();

        Assert.Equal(("briefing", "sessioninvitation"), (letters.Single().Lead, letters.Single().Along.Single()));
    }

    [Fact]
    public async Task Cancellations_of_one_pair_are_one_letter_and_those_of_another_wait_for_their_day()
    {
        await Queue(MailKind.SessionCancelled, until: Monday.AddDays(20), session: 2, meeting: "one");
        await Queue(MailKind.SessionCancelled, until: Monday.AddDays(10), session: 1, meeting: "one");
        await Queue(MailKind.SessionCancelled, until: Monday.AddDays(30), session: 3, meeting: "one");
        await Queue(MailKind.SessionCancelled, until: Monday.AddDays(10), session: 1, meeting: "two");
        await Queue(MailKind.SessionMoved, until: Monday.AddDays(10), session: 1, meeting: "three");
        await Queue(MailKind.SessionMoved, until: Monday.AddDays(20), session: 2, meeting: "three");
        await Queue(MailKind.MeetingEnded);
        await RunUntil(Monday.AddDays(7));

        Assert.Equal(["sessioncancelled", "sessioncancelled", "meetingended"], letters[0].Along);
        Assert.All(letters.Skip(1), letter => Assert.Empty(letter.Along));
        Assert.Equal(Enumerable.Range(0, 4), letters.Select(letter => (letter.At.Date - Monday.Date).Days));
        Assert.All(await All(), mail => Assert.Equal(MailState.Sent, mail.State));
    }

    [Theory]
    [InlineData(MailKind.SessionCancelled)]
    [InlineData(MailKind.PresenterChanged)]
    [InlineData(MailKind.CircleChanged)]
    public async Task In_a_full_month_what_its_reader_would_go_by_in_vain_waits_at_most_for_tomorrow(MailKind kind)
    {
        await FillMonth();

        cohort.Clock.SetUtcNow(Monday.AddDays(7));
        await Queue(kind, until: kind is MailKind.CircleChanged ? null : Monday.AddDays(27), session: 1, meeting: "one");
        await Queue(MailKind.SessionMoved, until: Monday.AddDays(27), session: 2, meeting: "one");
        await Run();
        Assert.Equal((6, kind.Slug()), (letters.Count, letters[^1].Lead));

        await Queue(kind, until: kind is MailKind.CircleChanged ? null : Monday.AddDays(27), session: 1, meeting: "two");
        await RunUntil(Monday.AddDays(8));
        Assert.Equal((7, kind.Slug()), (letters.Count, letters[^1].Lead));
        Assert.Equal(MailKind.SessionMoved, (await All()).Single(mail => mail.State is MailState.Queued).Kind);
    }

    [Fact]
    public async Task In_a_full_month_a_cancellation_goes_with_the_news_that_the_pair_has_ended()
    {
        await FillMonth();

        cohort.Clock.SetUtcNow(Monday.AddDays(7));
        await Queue(MailKind.SessionCancelled, until: Monday.AddDays(27), session: 1, meeting: "one");
        await Queue(MailKind.MeetingEnded, meeting: "one");
        await Run();
        Assert.Equal((6, "sessioncancelled", "meetingended"), (letters.Count, letters[^1].Lead, letters[^1].Along.Single()));
    }

    /// <summary>A session moves twice by night: what tells the first of the new times is out of date in the morning.</summary>
    [Fact]
    public async Task What_is_not_wanted_any_more_makes_no_second_letter_of_what_would_have_stood_in_its()
    {
        await Queue(MailKind.SessionMoved, until: Monday.AddDays(1), session: 1, meeting: "one");
        await Queue(MailKind.PresenterChanged, until: Monday.AddDays(1), session: 1, meeting: "one");
        await Queue(MailKind.Pulse);
        unwanted.Add("sessionmoved");
        await Run();

        Assert.Equal(("presenterchanged", "pulse"), (Assert.Single(letters).Lead, letters[0].Along.Single()));
        Assert.Equal("unwanted", (await All()).Single(mail => mail.Kind is MailKind.SessionMoved).Reason);
        Assert.Empty(await Left());
    }

    [Fact]
    public async Task Who_keeps_a_calendar_gets_all_of_a_day_in_one_letter_and_the_next_on_another()
    {
        toDelegate = true;
        await Queue(MailKind.SessionMoved, until: Monday.AddDays(1), session: 1, meeting: "one");
        await Queue(MailKind.SessionMoved, until: Monday.AddDays(12), session: 2, meeting: "one");
        await Queue(MailKind.SessionCancelled, until: Monday.AddDays(20), session: 3, meeting: "two");
        await Queue(MailKind.SessionInvitation, until: Monday.AddDays(30), session: 4, meeting: "one");
        await Run();
        Assert.Equal(3, Assert.Single(letters).Along.Length);

        cohort.Clock.Advance(TimeSpan.FromHours(1));
        await Queue(MailKind.SessionInvitation, until: Monday.AddDays(40), session: 5, meeting: "one");
        toDelegate = false;
        await Queue(MailKind.Introduction);
        await RunUntil(Monday.AddDays(2));

        Assert.Equal(["introduction", "sessioninvitation"], letters.Skip(1).Select(letter => letter.Lead));
        Assert.Equal([0, 1], letters.Skip(1).Select(letter => (letter.At.Date - Monday.Date).Days));
        Assert.Empty(await Left());
    }

    [Fact]
    public async Task A_cancellation_stands_in_one_letter_where_several_go_about_its_pair()
    {
        await Queue(MailKind.SessionMoved, until: Monday.AddDays(1), session: 1, meeting: "one");
        await Queue(MailKind.SessionMoved, until: Monday.AddDays(2), session: 2, meeting: "one");
        cohort.Clock.Advance(TimeSpan.FromMinutes(1));
        await Queue(MailKind.SessionCancelled, until: Monday.AddDays(20), session: 3, meeting: "one");
        await Run();

        Assert.Equal(["sessionmoved", "sessionmoved"], letters.Select(letter => letter.Lead));
        Assert.Equal(["sessioncancelled"], letters.SelectMany(letter => letter.Along));
        Assert.All(await All(), mail => Assert.Equal(MailState.Sent, mail.State));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(20, 1)]
    public async Task What_can_t_stand_in_a_letter_goes_by_itself_tomorrow_or_at_once_where_that_is_too_late(int begins, int goes)
    {
        apart.Add("sessioncancelled");
        await Queue(MailKind.SessionCancelled, until: Monday.AddDays(begins), session: 1, meeting: "one");
        await Queue(MailKind.SessionCancelled, until: Monday.AddDays(begins).AddHours(1), session: 2, meeting: "one");
        await RunUntil(Monday.AddDays(3));

        Assert.Equal([0, goes], letters.Select(letter => (letter.At.Date - Monday.Date).Days));
        Assert.All(letters, letter => Assert.Empty(letter.Along));
        Assert.All(await All(), mail => Assert.Equal(MailState.Sent, mail.State));
    }

    [Fact]
    public async Task Who_had_a_mail_today_gets_the_next_tomorrow_morning()
    {
        await Queue(MailKind.Introduction);
        await Run();
        await Queue(MailKind.Thanks);
        await Run();
        Assert.Single(letters);

        await RunUntil(Monday.AddDays(2));
        Assert.Equal([Monday, new(2026, 3, 3, 7, 0, 0, TimeSpan.Zero)], letters.Select(letter => letter.At));
    }

    [Fact]
    public async Task What_is_out_of_date_the_day_after_goes_today_though_another_went()
    {
        await Queue(MailKind.Introduction);
        await Run();
        await Queue(MailKind.Pulse, until: Monday.AddDays(1.5));
        await Run();

        Assert.Equal(["introduction", "pulse"], letters.Select(letter => letter.Lead));
    }

    [Fact]
    public async Task With_just_the_days_left_that_an_answer_takes_it_waits_for_tomorrow_as_any_other_where_one_went_today()
    {
        await FillMonth();
        cohort.Clock.SetUtcNow(Monday.AddDays(7));
        await Queue(MailKind.Introduction, "7");
        await Run();
        await Queue(MailKind.Pulse, until: Monday.AddDays(12));
        await RunUntil(Monday.AddDays(9));

        Assert.Equal(("pulse", new(2026, 3, 10, 7, 0, 0, TimeSpan.Zero)), (letters[^1].Lead, letters[^1].At));
    }

    [Fact]
    public async Task In_a_full_month_what_begins_soon_in_one_pair_takes_nothing_with_it_that_is_far_in_another()
    {
        await FillMonth();
        cohort.Clock.SetUtcNow(Monday.AddDays(7));
        await Queue(MailKind.SessionMoved, until: Monday.AddDays(27), session: 2, meeting: "one");
        await Queue(MailKind.SessionMoved, until: Monday.AddDays(8), session: 1, meeting: "two");
        await Run();

        Assert.Equal(6, letters.Count);
        Assert.Equal(new("one"), (await All()).Single(mail => mail.State is MailState.Queued).Meeting!.Value);
    }

    [Fact]
    public async Task What_stood_in_a_letter_of_which_nothing_was_heard_is_not_noted_as_gone_itself()
    {
        await Queue(MailKind.SessionInvitation, MailKind.Pulse);
        answer = new(DeliveryKind.Unheard);
        await Run();

        Assert.Equal([(MailKind.SessionInvitation, MailState.Sending), (MailKind.Pulse, MailState.Queued)], (await All()).Select(mail => (mail.Kind, mail.State)).OrderBy(mail => mail.Kind));
    }

    [Fact]
    public async Task At_night_and_at_the_weekend_nothing_goes_but_a_change_to_a_session_that_is_before_the_next_decent_hour()
    {
        var friday = new DateTimeOffset(2026, 3, 6, 20, 0, 0, TimeSpan.Zero);
        cohort.Clock.SetUtcNow(friday);
        await Queue(MailKind.Pulse);
        await Queue(MailKind.SessionMoved, until: friday.AddDays(20), concerns: friday.AddHours(10), session: 1);
        await Queue(MailKind.SessionMoved, until: friday.AddDays(21), session: 2);
        await RunUntil(friday.AddDays(4));

        // Monday, 8 h in Stockholm.
        Assert.Equal([friday, new(2026, 3, 9, 7, 0, 0, TimeSpan.Zero)], letters.Select(letter => letter.At));
        Assert.All(letters, letter => Assert.Equal("sessionmoved", letter.Lead));
        Assert.Equal(["pulse"], letters[1].Along);
        Assert.Empty(letters[0].Along);
    }

    [Theory]
    [InlineData(0, 7)] // 8 h in Stockholm.
    [InlineData(-1, 6)]
    public async Task By_night_what_begins_in_less_than_three_days_waits_for_the_first_decent_hour_and_else_for_the_morning(int minutes, int goes)
    {
        var night = Monday.AddHours(12);
        cohort.Clock.SetUtcNow(night);
        await Queue(MailKind.SessionMoved, until: night.AddDays(3).AddMinutes(minutes), session: 1, meeting: "one");
        await RunUntil(Monday.AddDays(2));

        Assert.Equal(new(2026, 3, 3, goes, 0, 0, TimeSpan.Zero), Assert.Single(letters).At);
    }

    [Fact]
    public async Task A_holiday_of_their_country_is_no_day_to_write()
    {
        cohort.Put(Holidays.KeyOf("stockholm"), new Holidays("stockholm", [new(new(2026, 3, 2), new(2026, 3, 3))]));
        await Queue(MailKind.Pulse);
        await RunUntil(Monday.AddDays(3));

        Assert.Equal(new(2026, 3, 4, 7, 0, 0, TimeSpan.Zero), letters.Single().At);
    }

    [Fact]
    public async Task A_full_month_has_no_room_for_reminders_and_what_can_wait_rides_on_what_can_t()
    {
        await FillMonth();

        cohort.Clock.SetUtcNow(Monday.AddDays(7));
        await Queue(MailKind.Reminder);
        await Queue(MailKind.Pulse);
        await Run();
        Assert.Equal(5, letters.Count);
        Assert.Equal("enough-mails", (await All()).Single(mail => mail.Kind is MailKind.Reminder).Reason);

        cohort.Clock.SetUtcNow(Monday.AddDays(8));
        await Queue(MailKind.SessionInvitation);
        await Run();
        Assert.Equal(("sessioninvitation", "pulse"), (letters[^1].Lead, letters[^1].Along.Single()));
    }

    [Fact]
    public async Task A_question_that_closes_goes_while_there_are_days_left_to_answer_it()
    {
        await FillMonth();

        await Queue(MailKind.Pulse, until: Monday.AddDays(18));
        await RunUntil(Monday.AddDays(20));
        // Five days before it closes is a Sunday.
        Assert.Equal(("pulse", new(2026, 3, 16, 7, 0, 0, TimeSpan.Zero)), (letters[^1].Lead, letters[^1].At));
    }

    [Fact]
    public async Task What_can_wait_goes_by_itself_when_the_month_has_room_again()
    {
        await FillMonth();

        await Queue(MailKind.HalfTime);
        await RunUntil(Monday.AddDays(29));
        Assert.Equal(5, letters.Count);
        await RunUntil(Monday.AddDays(33));
        Assert.Equal("halftime", letters[^1].Lead);
    }

    [Fact]
    public async Task What_is_not_wanted_any_more_leaves_the_letter_to_the_others()
    {
        await Queue(MailKind.SessionInvitation, MailKind.Pulse, MailKind.HalfTime);
        unwanted.UnionWith(["sessioninvitation", "halftime"]);
        await Run();

        Assert.Equal(("pulse", 0), (letters.Single().Lead, letters.Single().Along.Length));
        Assert.Equal(2, (await All()).Count(mail => mail.State is MailState.Dropped));
        Assert.Empty(await Left());
    }

    [Fact]
    public async Task A_letter_that_was_handed_over_when_the_host_died_takes_in_nothing_more()
    {
        await Queue(MailKind.SessionInvitation, MailKind.Pulse);
        dies = true;
        await Assert.ThrowsAsync<InvalidOperationException>(Run);
        dies = false;
        await Queue(MailKind.HalfTime);
        await RunUntil(Monday.AddDays(2));

        Assert.Equal(["pulse"], letters[0].Along);
        Assert.Equal(["sessioninvitation", "halftime"], letters.Select(letter => letter.Lead));
        Assert.All(await All(), mail => Assert.Equal(MailState.Sent, mail.State));
    }

    [Fact]
    public async Task What_stands_in_a_letter_that_was_handed_over_goes_in_no_other_though_its_own_turn_comes_first()
    {
        await Queue(MailKind.SessionInvitation, MailKind.Briefing);
        dies = true;
        await Assert.ThrowsAsync<InvalidOperationException>(Run);
        dies = false;

        // So little is left of the quota that the letter's lead, which is less urgent, has no turn yet.
        await Send((await All()).Single(mail => mail.Kind is MailKind.SessionInvitation));

        Assert.Equal(("briefing", "sessioninvitation"), (letters.Single().Lead, letters.Single().Along.Single()));
        Assert.All(await All(), mail => Assert.Equal(MailState.Sent, mail.State));
        Assert.Empty(await Left());
    }

    [Fact]
    public async Task What_was_handed_over_in_vain_and_then_stood_in_another_letter_goes_once()
    {
        await Queue(MailKind.Pulse);
        (dies, loses) = (true, true);
        await Assert.ThrowsAsync<InvalidOperationException>(Run);
        loses = false;
        await Queue(MailKind.SessionInvitation);
        await Assert.ThrowsAsync<InvalidOperationException>(Run);
        dies = false;
        await RunUntil(Monday.AddDays(2));

        Assert.Equal(("sessioninvitation", "pulse"), (letters.Single().Lead, letters.Single().Along.Single()));
        Assert.All(await All(), mail => Assert.Equal(MailState.Sent, mail.State));
        Assert.Empty(await Left());
    }

    [Fact]
    public async Task What_comes_after_a_letter_that_was_handed_over_does_not_take_its_mails_in_again()
    {
        await Queue(MailKind.SessionInvitation, MailKind.Briefing);
        dies = true;
        await Assert.ThrowsAsync<InvalidOperationException>(Run);
        dies = false;
        await Queue(MailKind.SessionReminder);
        await RunUntil(Monday.AddDays(2));

        Assert.Equal(["briefing", "sessionreminder"], letters.Select(letter => letter.Lead));
        Assert.Empty(letters[1].Along);
        Assert.All(await All(), mail => Assert.Equal(MailState.Sent, mail.State));
    }

    [Fact]
    public async Task A_mail_that_is_under_way_when_its_better_hour_comes_keeps_its_place()
    {
        cohort.Clock.SetUtcNow(new(2026, 3, 2, 20, 0, 0, TimeSpan.Zero));
        await Queue(MailKind.Introduction);
        await Run();
        var key = Rows.Mail + (await All()).Single().Name;
        var waiting = (await cohort.Store.Read<Mail>(Rows.Partition(new CohortId(SmallCohort.Id)), key))!;
        await cohort.Store.Write(Rows.Partition(new CohortId(SmallCohort.Id)), [waiting.Replace(waiting.Value with { State = MailState.Sending, At = cohort.Clock.GetUtcNow() })]);
        letters.Add((cohort.Clock.GetUtcNow(), "introduction", []));
        await RunUntil(Monday.AddDays(2));

        Assert.Equal(MailState.Sent, (await All()).Single().State);
        Assert.Single(letters);
        Assert.Empty(await Left());
    }

    [Fact]
    public async Task A_letter_that_the_service_never_saw_waits_for_a_decent_hour_as_any_other()
    {
        cohort.Clock.SetUtcNow(new(2026, 3, 2, 17, 55, 0, TimeSpan.Zero));
        await Queue(MailKind.Introduction);
        (dies, loses) = (true, true);
        await Assert.ThrowsAsync<InvalidOperationException>(Run);
        (dies, loses) = (false, false);
        cohort.Clock.SetUtcNow(new(2026, 3, 2, 22, 0, 0, TimeSpan.Zero));
        await RunUntil(Monday.AddDays(2));

        // 8 h in Stockholm.
        Assert.Equal(new(2026, 3, 3, 7, 0, 0, TimeSpan.Zero), letters.Single().At);
    }

    [Fact]
    public async Task The_days_to_answer_count_from_the_hour_at_which_the_question_went()
    {
        cohort.Clock.SetUtcNow(new(2026, 3, 7, 12, 0, 0, TimeSpan.Zero));
        var ask = new AskId(SmallCohort.Pair.Id.Value, FormKind.Pulse, 1, SmallCohort.Ana.Id);
        cohort.Put(ask.AskKey, new Ask { Id = ask });
        await cohort.Store.Write(Rows.Partition(new CohortId(SmallCohort.Id)), Row(MailKind.Pulse, "0") with { Ask = ask } is var mail ? mail.Insert() : []);
        await Run();
        Assert.Null((await cohort.Find<Ask>(ask.AskKey))!.SentAt);

        await RunUntil(new(2026, 3, 10, 0, 0, 0, TimeSpan.Zero));
        Assert.Equal(new(2026, 3, 9, 7, 0, 0, TimeSpan.Zero), (await cohort.Find<Ask>(ask.AskKey))!.SentAt);
    }

    Task<IReadOnlyList<RenderedMail>> IMailRenderer.Write(IReadOnlyList<Mail> mails, MailRound round, CancellationToken cancel)
    {
        var wanted = mails.Where(mail => !unwanted.Contains(mail.Kind.Slug())).ToArray();
        return Task.FromResult<IReadOnlyList<RenderedMail>>([.. mails.Select(mail =>
            !wanted.Contains(mail) ? RenderedMail.Dropped("unwanted")
            : mail != wanted[0] ? apart.Contains(mail.Kind.Slug()) ? RenderedMail.Apart : RenderedMail.Rides
            : new(new OutgoingMail("", new("ana@example.org", "Ana"), "", "", "")
            {
                From = new("programme@example.org", ""), About = mail, Along = [.. wanted.Skip(1).Where(along => !apart.Contains(along.Kind.Slug()))],
            }))]);
    }

    Task<IReadOnlyList<Delivery>> IMailTransport.Send(IReadOnlyList<OutgoingMail> mails, CancellationToken cancel)
    {
        letters.AddRange(loses ? [] : mails.Select(mail => (cohort.Clock.GetUtcNow(), mail.About!.Kind.Slug(), mail.Along.Select(along => along.Kind.Slug()).ToArray())));
        return dies ? throw new InvalidOperationException("The host is gone.") : Task.FromResult<IReadOnlyList<Delivery>>([.. mails.Select(_ => answer)]);
    }

    Task<Delivery> IMailTransport.Ask(string id, CancellationToken cancel) =>
        Task.FromResult(letters.Exists(letter => id.Contains($".{letter.Lead}.", StringComparison.Ordinal)) ? Delivery.Taken : new(DeliveryKind.NotSeen));

    private async Task Send(Mail mail) => await new MailSender(cohort.Store, this, this, new(AtOnce: false), cohort.Clock, NullLogger<MailSender>.Instance)
        .Send(new CohortId(SmallCohort.Id), [(await cohort.Store.Read<QueueEntry>(Rows.Partition(new CohortId(SmallCohort.Id)), mail.QueueKey))!], default);

    /// <summary>A mail on each day of a week.</summary>
    private async Task FillMonth()
    {
        for (var day = 0; day < 5; day++)
        {
            cohort.Clock.SetUtcNow(Monday.AddDays(day));
            await Queue(MailKind.Introduction, $"{day}");
            await Run();
        }
    }

    private Mail Row(MailKind kind, string detail) => new()
    {
        Name = $"{kind.Slug()}.{detail}.{SmallCohort.Ana.Id}{(toDelegate ? "-delegate" : "")}", Kind = kind, Person = SmallCohort.Ana.Id, ToDelegate = toDelegate, QueuedAt = cohort.Clock.GetUtcNow(),
    };

    private async Task Queue(params MailKind[] kinds)
    {
        foreach (var kind in kinds)
        {
            await Queue(kind, "0");
        }
    }

    private async Task Queue(MailKind kind, string detail = "0", DateTimeOffset? until = null, DateTimeOffset? concerns = null, int session = 0, string? meeting = null) =>
        await cohort.Store.Write(
            Rows.Partition(new CohortId(SmallCohort.Id)),
            (Row(kind, $"{detail}-{meeting}{session}") with { Until = until, Concerns = concerns, Meeting = meeting is null ? null : new(meeting), Session = meeting is null ? null : session }).Insert());

    private ValueTask<List<Mail>> All() =>
        cohort.Store.Query<Mail>(Rows.Partition(new CohortId(SmallCohort.Id)), KeyRange.Prefix(Rows.Mail)).Select(row => row.Value).ToListAsync();

    /// <summary>Places that something still waits in.</summary>
    private async Task<IEnumerable<string>> Left() => (await cohort.Store.Query(Rows.Partition(new CohortId(SmallCohort.Id)), new("", "~")).Select(row => row.Key).ToListAsync())
        .Where(key => key.StartsWith(Rows.Queue, StringComparison.Ordinal) || key.StartsWith(Rows.Later, StringComparison.Ordinal) || key.StartsWith(Rows.MailOf, StringComparison.Ordinal));

    private Task Run() => RunUntil(cohort.Clock.GetUtcNow());

    private async Task RunUntil(DateTimeOffset end)
    {
        var sender = new MailSender(cohort.Store, this, this, new(AtOnce: false), cohort.Clock, NullLogger<MailSender>.Instance);
        var due = new DueRows(cohort.Store);
        var outbox = new OutboxProcess(
            cohort.Store, sender, MailQuota.Unlimited, new(cohort.Store, new(false), new(due, new Silence(), cohort.Clock), cohort.Clock), cohort.Clock, NullLogger<OutboxProcess>.Instance);
        for (var steps = 0; steps < 200; steps++)
        {
            if ((await outbox.Step(ProcessId.Outbox, default)).WakeAt is not { } next || next > end)
            {
                return;
            }

            cohort.Clock.SetUtcNow(next > cohort.Clock.GetUtcNow() ? next : cohort.Clock.GetUtcNow());
        }

        Assert.Fail("The outbox comes to no rest.");
    }

    private sealed class Silence : IWakeSignal
    {
        public Task Woken(ProcessId process, CancellationToken cancel) => Task.CompletedTask;
    }
}
