using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Time;
using static ReverseMentoring.Tests.Meetings.SteppedMeeting;

namespace ReverseMentoring.Tests.Meetings;

/// <summary>What all hear of a session before it comes, and when.</summary>
public sealed class SessionMailsTests
{
    [Fact]
    public async Task The_next_session_is_told_at_once_and_one_behind_it_two_weeks_ahead()
    {
        await using var pair = Pair();
        pair.With(pair.At(1, 10), pair.At(2, 19));

        await pair.Settle();
        var told = await pair.Mails(MailKind.SessionInvitation);
        Assert.Equal([(1, 0, "ana"), (1, 0, "ben")], told.Select(mail => (mail.Session!.Value, mail.Sequence!.Value, mail.Person!.Value.Value)).Order());
        Assert.All(told, mail => Assert.Equal((On(10).Start, (DateTimeOffset?)null, Now), (mail.Until, mail.Concerns, mail.QueuedAt)));
        Assert.Equal((0, On(10).Start), (pair.Session(1).InvitedSequence, pair.Session(1).ToldStart));
        Assert.Equal([Ana.Id, Ben.Id], pair.Session(1).Invited!);
        Assert.Null(pair.Session(2).InvitedSequence);

        Assert.Equal(On(5).Start, (await pair.SettleAt(On(4).Start)).WakeAt);
        Assert.Null(pair.Session(2).InvitedSequence);
        await pair.SettleAt(On(5).Start);
        Assert.Equal(0, pair.Session(2).InvitedSequence);
        Assert.Equal(4, (await pair.Mails(MailKind.SessionInvitation)).Count);
    }

    /// <summary>Two weeks ahead of the second would be two or four days before all are asked how the first was.</summary>
    [Theory]
    [InlineData(22, true)]
    [InlineData(21, true)]
    [InlineData(20, false)]
    public async Task Who_would_be_invited_shortly_before_the_question_how_the_one_before_was_is_invited_with_it(int second, bool together)
    {
        await using var pair = Pair();
        pair.With(pair.At(1, 10), pair.At(2, second));

        await pair.Settle();
        await pair.SettleAt(On(second - 14).Start.AddHours(1));
        Assert.Equal(together ? null : 0, pair.Session(2).InvitedSequence);
        await pair.SettleAt(On(10).End.AddHours(1));
        Assert.Equal(0, pair.Session(2).InvitedSequence);
        Assert.All(await pair.Mails(MailKind.SessionInvitation), mail => Assert.Equal(mail.Session is 1 ? Now : together ? On(10).End.AddHours(1) : On(6).Start.AddHours(1), mail.QueuedAt));
    }

    [Fact]
    public async Task Once_the_one_before_is_over_the_next_is_told_however_far_it_is()
    {
        await using var pair = Pair();
        pair.With(pair.At(1, 1), pair.At(2, 38));

        await pair.SettleAt(On(1).End.AddMinutes(59));
        Assert.Null(pair.Session(2).InvitedSequence);
        await pair.SettleAt(On(1).End.AddHours(1));
        Assert.Equal(0, pair.Session(2).InvitedSequence);
    }

    [Fact]
    public async Task A_new_time_is_told_to_all_who_had_the_old_one_with_when_that_would_have_begun()
    {
        await using var pair = Pair();
        var moved = (pair.At(1, 10) with { InvitedSequence = 0, Invited = [Ana.Id], ToldStart = On(10).Start }).At(On(12));
        pair.With(moved, pair.At(2, 38));

        await pair.Settle();
        var told = await pair.Mails(MailKind.SessionMoved);
        Assert.Equal(["ana", "ben"], await pair.Told(MailKind.SessionMoved));
        Assert.All(told, mail => Assert.Equal((1, (DateTimeOffset?)On(10).Start), (mail.Sequence!.Value, mail.Concerns)));
        Assert.Equal((1, On(12).Start), (pair.Session(1).InvitedSequence, pair.Session(1).ToldStart));
        Assert.Equal([Ana.Id, Ben.Id], pair.Session(1).Invited!);
        Assert.Empty(await pair.Mails(MailKind.SessionInvitation));
    }

    [Theory]
    [InlineData(12, 10, false)]
    [InlineData(-1, 10, false)]
    [InlineData(10, 10, false)]
    [InlineData(8, 10, true)]
    public async Task Only_an_earlier_time_that_is_still_to_come_is_what_a_new_time_concerns(int told, int now, bool concerns)
    {
        await using var pair = Pair();
        pair.With((pair.At(1, told) with { InvitedSequence = 0, ToldStart = On(told).Start }).At(On(now)));

        await pair.Settle();
        Assert.All(await pair.Mails(MailKind.SessionMoved), mail => Assert.Equal(concerns ? On(told).Start : null, mail.Concerns));
        Assert.Equal(2, (await pair.Mails(MailKind.SessionMoved)).Count);
    }

    [Theory]
    [InlineData(9, 7)] // On a Wednesday: two days ahead is Monday.
    [InlineData(14, 11)] // On a Monday: two days ahead is Saturday, so on Friday.
    public async Task All_are_reminded_once_on_a_working_morning_two_days_ahead(int day, int reminded)
    {
        await using var pair = Pair();
        pair.With(pair.At(1, day));
        var morning = On(reminded, 7).Start;

        Assert.Equal(morning, (await pair.SettleAt(morning.AddMinutes(-1))).WakeAt);
        Assert.Empty(await pair.Mails(MailKind.SessionReminder));
        Assert.False(pair.Session(1).Reminded);
        await pair.SettleAt(morning);
        await pair.SettleAt(morning.AddHours(1));
        Assert.Equal(["ana", "ben"], await pair.Told(MailKind.SessionReminder));
        Assert.True(pair.Session(1).Reminded);
    }

    [Fact]
    public async Task Where_they_live_in_two_zones_the_earlier_morning_counts()
    {
        await using var pair = Pair();
        pair.Change(Ben with { TimeZone = "Asia/Tokyo" });
        pair.With(pair.At(1, 9));

        // Two days before 9 h UTC it is 18 h in Tokyo: that morning began there at 23 h UTC of the day before.
        Assert.Equal(On(6, 23).Start, (await pair.SettleAt(On(6, 22).Start)).WakeAt);
    }

    [Fact]
    public async Task What_has_begun_is_told_no_more()
    {
        await using var pair = Pair();
        pair.With(pair.At(1, 1));

        await pair.SettleAt(On(1).Start);
        Assert.Empty(await pair.Mails(MailKind.SessionInvitation));
        Assert.Empty(await pair.Mails(MailKind.SessionReminder));
        Assert.Equal((null, false), (pair.Session(1).InvitedSequence, pair.Session(1).Reminded));
    }

    [Fact]
    public async Task Who_keeps_a_calendar_hears_of_sessions_and_of_nothing_else()
    {
        await using var pair = Pair();
        pair.Change(Ana with { DelegateEmail = "dora@example.org", DelegateRevision = 1 });
        pair.Change(Ben with { DelegateEmail = "dan@example.org", DelegateRevision = 1 });
        pair.With(pair.At(1, 1), pair.At(2, 38));

        await pair.Settle();
        await pair.SettleAt(On(1).End.AddHours(1));
        Assert.Equal([("ana", false), ("ana", false), ("ana", true), ("ana", true), ("ben", false), ("ben", false), ("ben", true), ("ben", true)], (await pair.Mails(MailKind.SessionInvitation)).Select(To).Order());
        Assert.Equal([("ana", false), ("ben", false)], (await pair.Mails(MailKind.Pulse)).Select(To).Order());

        static (string, bool) To(Mail mail) => (mail.Person!.Value.Value, mail.ToDelegate);
    }
}
