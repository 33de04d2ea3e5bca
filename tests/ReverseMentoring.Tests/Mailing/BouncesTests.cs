using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.Forms;

namespace ReverseMentoring.Tests.Mailing;

/// <summary>What a mail service reports of mails that it took: noted at the mail and at all that stood in its letter, once.</summary>
public sealed class BouncesTests
{
    private static readonly CohortId Spring = new("spring");
    private static readonly PersonId Ana = SmallCohort.Ana.Id;

    private readonly SmallCohort cohort = SmallCohort.In(PhaseNames.Sessions);
    private readonly Bounces bounces;

    public BouncesTests()
    {
        bounces = new(cohort.Store, cohort.Clock);
        cohort.Store.Write(Rows.Cohorts, [Documents.Put("autumn", new { }), Documents.Put("spring", new { })]).GetAwaiter().GetResult();
    }

    [Fact]
    public async Task By_the_services_own_name_the_mail_is_found_if_it_was_expected()
    {
        Put("a", MailState.Sent);
        var message = Bounces.MessageOf("spring.a");
        await bounces.Record(message, "mailbox-full");
        Assert.Equal(MailState.Sent, (await Find("a")).State);

        await bounces.Expect([(Spring, "a"), (new("autumn"), "b"), (Spring, "c")]);
        cohort.Clock.Advance(TimeSpan.FromMinutes(3));
        await bounces.Record(message, "mailbox-full");
        await bounces.Record(Bounces.MessageOf("autumn.b"), "mailbox-full");
        var mail = await Find("a");
        Assert.Equal((MailState.Bounced, "mailbox-full", SmallCohort.Start.AddMinutes(3)), (mail.State, mail.Reason, mail.At));
        Assert.Equal(1, await FailedMails.Count(cohort.Store, Rows.Partition(Spring), default));
    }

    [Fact]
    public async Task All_that_stood_in_the_letter_came_back_with_it()
    {
        Put("lead", MailState.Sent, ["along", "lost"]);
        Put("along", MailState.Sent);

        await bounces.Record("spring.lead", "mailbox-full");
        Assert.Equal((MailState.Bounced, "mailbox-full"), ((await Find("along")).State, (await Find("along")).Reason));
        Assert.Equal(2, await FailedMails.Count(cohort.Store, Rows.Partition(Spring), default));
    }

    [Theory]
    [InlineData(MailState.Sending, true)]
    [InlineData(MailState.Sent, true)]
    [InlineData(MailState.Unknown, true)]
    [InlineData(MailState.Queued, false)]
    [InlineData(MailState.Dropped, false)]
    [InlineData(MailState.Refused, false)]
    [InlineData(MailState.Held, false)]
    public async Task Only_what_was_handed_over_can_come_back(MailState state, bool comes)
    {
        Put("a", state);

        await bounces.Record("spring.a", "mailbox-full");
        Assert.Equal(comes ? MailState.Bounced : state, (await Find("a")).State);
    }

    [Fact]
    public async Task A_second_report_changes_nothing()
    {
        Put("a", MailState.Sent);
        await bounces.Record("spring.a", "mailbox-full");
        cohort.Clock.Advance(TimeSpan.FromHours(1));
        await bounces.Record("spring.a", "no-such-address");

        Assert.Equal(("mailbox-full", SmallCohort.Start), ((await Find("a")).Reason, (await Find("a")).At));
    }

    [Theory]
    [InlineData("spring")]
    [InlineData("spring.b")]
    [InlineData("autumn.a")]
    [InlineData("Spring/../x.a")]
    [InlineData("spring.a\u0001")]
    [InlineData("")]
    public async Task An_id_of_which_anybody_may_have_written_anything_finds_nothing_else(string id)
    {
        Put("a", MailState.Sent);

        await bounces.Record(id, "mailbox-full");
        Assert.Equal(MailState.Sent, (await Find("a")).State);
    }

    [Fact]
    public async Task What_waits_to_be_asked_for_was_taken_as_is_known_then_and_leaves_its_places()
    {
        await cohort.Store.Write(Rows.Partition(Spring), new Mail { Name = "a", Kind = MailKind.Introduction, Person = Ana, QueuedAt = SmallCohort.Start, State = MailState.Sending }.Insert());
        await cohort.Store.Write(Rows.Partition(Spring), new Mail { Name = "b", Kind = MailKind.Introduction, Person = Ana, QueuedAt = SmallCohort.Start, State = MailState.Sent }.Insert());

        await bounces.Record("spring.a", "mailbox-full");
        await bounces.Record("spring.b", "mailbox-full");
        Assert.EndsWith(".b", Assert.Single(await Keys(Rows.Queue)), StringComparison.Ordinal);
        Assert.EndsWith(".b", Assert.Single(await Keys(Rows.MailOf)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Managers_are_told_to_whom_mails_failed_since_when_and_why_the_first_did_and_not_how_many()
    {
        Put("a1", MailState.Bounced, at: 1, person: Ana, reason: "old");
        Put("a2", MailState.Refused, at: 3, person: Ana, reason: "new");
        Put("k", MailState.Unknown, at: 5, person: SmallCohort.Kim.Id);
        Put("m", MailState.Bounced, at: 2, reason: "mailbox-full");
        Put("fine", MailState.Sent, at: 9, person: Ana);
        await cohort.Store.Write(Rows.Partition(Spring), [.. new[] { "a1", "a2", "k", "m", "fine", "nowhere" }.Select(FailedMails.Mark)]);

        UndeliveredMails[] expected =
        [
            new(SmallCohort.Kim.Id, MailState.Unknown, null, At(5)), new(null, MailState.Bounced, "mailbox-full", At(2)), new(Ana, MailState.Bounced, "old", At(1)),
        ];
        Assert.Equal(expected, await FailedMails.Deliveries(cohort.Store, Rows.Partition(Spring), default));
        Assert.Equal(["a1", "a2"], await Read(MailRecipient.Participant(Ana)));
        Assert.Equal(["m"], await Read(MailRecipient.Manager));
        Assert.Equal(["a1", "a2", "k", "m"], await Read(MailRecipient.Anybody));
    }

    private static DateTimeOffset At(int hours) => SmallCohort.Start.AddHours(hours);

    private async Task<IEnumerable<string>> Read(MailRecipient to) =>
        await FailedMails.Read(cohort.Store, Rows.Partition(Spring), to, default).Select(mail => mail.Value.Name).ToListAsync();

    private async Task<List<string>> Keys(string prefix) =>
        await cohort.Store.Query(Rows.Partition(Spring), KeyRange.Prefix(prefix)).Select(row => row.Key).ToListAsync();

    private async Task<Mail> Find(string name) => (await cohort.Find<Mail>(Rows.Mail + name))!;

    private void Put(string name, MailState state, string[]? along = null, int? at = null, PersonId? person = null, string? reason = null) => cohort.Put(Rows.Mail + name, new Mail
    {
        Name = name, Kind = MailKind.Introduction, Person = person, QueuedAt = SmallCohort.Start, State = state, Along = along, At = at is { } hours ? At(hours) : null, Reason = reason,
    });
}
