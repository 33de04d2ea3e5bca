using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.Forms;

namespace ReverseMentoring.Tests.Mails;

public class DroppedMailTests
{
    public static TheoryData<MailKind> Asking =>
        [.. new[] { MailKind.TopicsInvitation, MailKind.OffersInvitation, MailKind.FeedbackInvitation, MailKind.Introduction, MailKind.Pulse, MailKind.HalfTime, MailKind.Reminder }];

    [Theory]
    [MemberData(nameof(Asking))]
    public async Task A_question_that_was_answered_is_not_asked(MailKind kind)
    {
        var (preview, mail) = MailPreview.Due(kind);
        using var _ = preview;
        await preview.Cohort.Store.Write(Rows.Partition(new CohortId(SmallCohort.Id)), [new Change.Delete(mail.Ask!.Value.AskKey)]);
        Assert.Equal("withdrawn", (await preview.Write(mail)).NotWanted);
        preview.Cohort.Put(mail.Ask!.Value.AnswerKey, new { });
        Assert.Equal("answered", (await preview.Write(mail)).NotWanted);
    }

    [Theory]
    [InlineData(MailKind.SessionInvitation)]
    [InlineData(MailKind.SessionReminder)]
    public async Task A_mail_about_a_session_that_is_sent_again_still_makes_sense(MailKind kind)
    {
        var (preview, mail) = MailPreview.Due(kind);
        using var _ = preview;

        Assert.Null((await preview.Write(mail with { Name = $"{mail.Name}.again1", Again = 1 })).NotWanted);
    }

    [Theory]
    [InlineData(MailKind.TopicsInvitation)]
    [InlineData(MailKind.SessionReminder)]
    [InlineData(MailKind.Thanks)]
    [InlineData(MailKind.MeetingEnded)]
    public async Task Who_has_left_or_was_erased_hears_nothing_more(MailKind kind)
    {
        var (preview, mail) = MailPreview.Due(kind);
        using var _ = preview;
        preview.Cohort.Put(Rows.Person + SmallCohort.Ana.Id, SmallCohort.Ana with { LeftAt = SmallCohort.Start });
        Assert.Equal("left", (await preview.Write(mail)).NotWanted);
        preview.Cohort.Put(Rows.Person + SmallCohort.Ana.Id, SmallCohort.Ana with { Name = "", Email = "", LeftAt = SmallCohort.Start });
        Assert.Equal("erased", (await preview.Write(mail)).NotWanted);
    }

    [Fact]
    public async Task Who_stays_hears_of_the_end_though_the_partner_is_erased()
    {
        var (preview, mail) = MailPreview.Due(MailKind.MeetingEnded);
        using var _ = preview;
        preview.Cohort.Put(Rows.Person + SmallCohort.Tomas.Id, SmallCohort.Tomas with { Name = "", Email = "", LeftAt = SmallCohort.Start });

        Assert.Contains("your partner", (await preview.Written(mail)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(MailKind.Reminder, true)]
    [InlineData(MailKind.SessionReminder, true)]
    [InlineData(MailKind.TopicsInvitation, false)]
    [InlineData(MailKind.SessionMoved, false)]
    public async Task Without_reminders_only_reminders_stay_away(MailKind kind, bool dropped)
    {
        var (preview, mail) = MailPreview.Due(kind, SmallCohort.Ana with { Mails = MailLevel.Needed });
        using var _ = preview;

        Assert.Equal(dropped ? "reminders-off" : null, (await preview.Write(mail)).NotWanted);
    }

    [Theory]
    [InlineData(MailKind.Reminder, "paused", false)]
    [InlineData(MailKind.SessionReminder, "paused", false)]
    [InlineData(MailKind.TopicsInvitation, null, false)]
    [InlineData(MailKind.SessionMoved, null, true)]
    public async Task In_a_pause_reminders_stay_away_questions_wait_and_times_are_told(MailKind kind, string? why, bool goes)
    {
        var today = DateOnly.FromDateTime(SmallCohort.Start.UtcDateTime);
        var (preview, mail) = MailPreview.Due(kind, SmallCohort.Ana with { Pause = new(today.AddDays(-1), today.AddDays(90)) });
        using var _ = preview;
        var renderedMail = await preview.Write(mail);

        Assert.Equal((why, goes), (renderedMail.NotWanted, renderedMail.Mail is not null));
    }

    [Theory]
    [InlineData(MailKind.TopicsInvitation, "cancelled")]
    [InlineData(MailKind.ReviewReady, "cancelled")]
    [InlineData(MailKind.CycleCancelled, null)]
    [InlineData(MailKind.SessionCancelled, null)]
    public async Task After_a_cancellation_only_goodbyes_are_sent(MailKind kind, string? why)
    {
        var (preview, mail) = MailPreview.Due(kind);
        using var _ = preview;
        preview.Cohort.Put(Rows.State, CycleState.Begin(SmallCohort.Start) with { Phase = PhaseNames.Retention, Status = CycleStatus.Cancelled });

        Assert.Equal(why, (await preview.Write(mail)).NotWanted);
    }

    [Fact]
    public async Task An_invitation_to_a_phase_that_is_over_is_dropped()
    {
        var (preview, mail) = MailPreview.Due(MailKind.TopicsInvitation);
        using var _ = preview;
        preview.Cohort.Put(Rows.State, CycleState.Begin(SmallCohort.Start) with { Phase = PhaseNames.OffersAndWishes });

        Assert.Equal("phase-over", (await preview.Write(mail)).NotWanted);
    }

    [Theory]
    [InlineData(MailKind.SessionInvitation)]
    [InlineData(MailKind.SessionMoved)]
    [InlineData(MailKind.SessionReminder)]
    public async Task A_session_that_moved_again_or_is_over_is_not_announced(MailKind kind)
    {
        var (preview, mail) = MailPreview.Due(kind);
        using var _ = preview;
        preview.Cohort.WithSession(1, SmallCohort.Start.AddDays(8), sequence: 1);
        Assert.Equal("moved-again", (await preview.Write(mail)).NotWanted);
        var session = await preview.Cohort.Find<Session>(MeetingRepository.SessionKey(SmallCohort.Pair.Id, 1));
        preview.Cohort.Put(MeetingRepository.SessionKey(SmallCohort.Pair.Id, 1), session! with { Status = SessionStatus.Held });
        Assert.Equal("session-over", (await preview.Write(mail)).NotWanted);
    }

    [Fact]
    public async Task Who_has_found_a_partner_meanwhile_is_not_told_that_there_is_none()
    {
        var (preview, mail) = MailPreview.Due(MailKind.Unmatched);
        using var _ = preview;
        preview.Cohort.WithPair(MeetingStatus.Proposed);

        Assert.Equal("has-partner", (await preview.Write(mail)).NotWanted);
    }

    [Fact]
    public async Task A_partner_who_was_declined_meanwhile_is_not_introduced()
    {
        var (preview, mail) = MailPreview.Due(MailKind.Introduction);
        using var _ = preview;
        preview.Cohort.WithPair(MeetingStatus.Declined);

        Assert.Equal("pair-decided", (await preview.Write(mail)).NotWanted);
    }
}
