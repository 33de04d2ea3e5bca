using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Scheduling.Cadences;
using ReverseMentoring.Core.Time;
using static ReverseMentoring.Tests.Meetings.SteppedMeeting;

namespace ReverseMentoring.Tests.Meetings;

/// <summary>Who comes to a session: as they say, and as is found a week and two days before it.</summary>
public sealed class AttendanceTests
{
    [Fact]
    public async Task A_pair_does_without_nobody_so_that_a_no_is_a_fall()
    {
        await using var pair = Pair();
        pair.With(pair.At(1, 10), pair.At(2, 38));
        pair.Say(new(MeetingCommandKind.Cancel, Ben.Id, 1, null, 0));

        await pair.Settle();
        Assert.Equal((1, null), (pair.Session(1).Sequence, pair.Session(1).Without));
        Assert.Contains(new SessionUnscheduled(Now, 1, UnscheduledReason.Cancelled, Ben.Id), await pair.History());
        Assert.Equal(1, pair.Meeting().FallsInARow);
    }

    [Fact]
    public async Task A_circle_meets_without_who_can_t_and_holds_the_time_for_the_others_only()
    {
        await using var circle = Circle();
        circle.With(circle.At(1, 10) with { InvitedSequence = 0, Invited = [.. circle.People.Select(person => person.Id)] }, circle.At(2, 38));
        circle.Say(new(MeetingCommandKind.Cancel, Luc.Id, 1, null, 0));

        await circle.Settle();
        var session = circle.Session(1);
        Assert.Equal((On(10), 0, 1), (session.Time, session.Sequence, session.AttendanceChanges));
        Assert.Equal([Luc.Id], session.Without!);
        Assert.Equal([Luc.Id], session.Declined!);
        Assert.Equal([On(38)], await circle.Held(Luc));
        Assert.Equal([On(10), On(38)], await circle.Held(Kim));
        Assert.Empty(await circle.Mails(MailKind.SessionMoved));
    }

    [Fact]
    public async Task Where_too_few_are_left_of_one_side_the_session_falls()
    {
        await using var circle = Circle();
        circle.With(circle.At(1, 10), circle.At(2, 38));
        circle.Say(new(MeetingCommandKind.Cancel, Ana.Id, 1, null, 0));
        await circle.Settle();
        Assert.Equal(0, circle.Session(1).Sequence);

        circle.Clock.Advance(TimeSpan.FromMinutes(5));
        circle.Say(new(MeetingCommandKind.Cancel, Lea.Id, 1, null, 0));
        await circle.Settle();
        Assert.Equal(1, circle.Session(1).Sequence);
        Assert.Contains(new SessionUnscheduled(Now.AddMinutes(5), 1, UnscheduledReason.Cancelled, Lea.Id), await circle.History());
    }

    [Fact]
    public async Task It_is_looked_at_again_a_week_and_two_days_before_and_whenever_somebody_s_time_has_changed()
    {
        await using var circle = Circle();
        circle.With(circle.At(1, 11) with { InvitedSequence = 0, Invited = [.. circle.People.Select(person => person.Id)], Reminded = true }, circle.At(2, 38));
        await circle.Take(Luc, On(11));

        Assert.Equal(On(4).Start, (await circle.Settle()).WakeAt);
        Assert.Null(circle.Session(1).Without);
        Assert.Equal(On(9).Start, (await circle.SettleAt(On(4).Start)).WakeAt);
        Assert.Equal((1, 1), (circle.Session(1).Looks, circle.Session(1).AttendanceChanges));
        Assert.Equal([Luc.Id], circle.Session(1).Without!);
        Assert.Null(circle.Session(1).Declined);

        // A second look within the same days only where it is asked for.
        await circle.Take(Kim, On(11));
        await circle.SettleAt(On(6).Start);
        Assert.Equal([Luc.Id], circle.Session(1).Without!);
        circle.Write(MeetingCommand.LookAgain(circle.Id));
        await circle.Settle();
        Assert.Equal([Kim.Id, Luc.Id], circle.Session(1).Without!.Order());
        Assert.Equal((1, 2), (circle.Session(1).Looks, circle.Session(1).AttendanceChanges));
    }

    [Fact]
    public async Task Once_it_begins_nobody_looks_any_more()
    {
        await using var circle = Circle();
        circle.With(circle.Told(1, 11) with { Reminded = true, Looks = 2 }, circle.At(2, 38));
        await circle.Take(Luc, On(11));
        circle.Write(MeetingCommand.LookAgain(circle.Id));

        await circle.SettleAt(On(11).Start);
        Assert.Equal((null, 0), (circle.Session(1).Without, circle.Session(1).AttendanceChanges));
    }

    [Fact]
    public async Task Who_is_free_again_is_invited_again_and_who_said_no_is_not()
    {
        await using var circle = Circle();
        var without = circle.At(1, 11) with { InvitedSequence = 0, Invited = [Ana.Id, Lea.Id, Ben.Id], Reminded = true, Looks = 1, Without = [Kim.Id, Luc.Id], Declined = [Luc.Id], AttendanceChanges = 3 };
        circle.With(without, circle.At(2, 38));
        circle.Write(MeetingCommand.LookAgain(circle.Id));

        await circle.Settle();
        var session = circle.Session(1);
        Assert.Equal([Luc.Id], session.Without!);
        Assert.Equal([Ana.Id, Lea.Id, Ben.Id, Kim.Id], session.Invited!);
        Assert.Equal(4, session.AttendanceChanges);
        Assert.Equal(["kim"], await circle.Told(MailKind.SessionInvitation));
        Assert.Equal([On(11), On(38)], await circle.Held(Kim));
    }

    [Fact]
    public async Task Whoever_keeps_their_calendar_is_invited_again_with_them()
    {
        await using var circle = Circle();
        circle.Change(Kim with { DelegateEmail = "dora@example.org", DelegateRevision = 1 });
        circle.With(circle.At(1, 11) with { Reminded = true, Looks = 1 }, circle.At(2, 38));
        await circle.Settle();
        circle.Put(MeetingRepository.SessionKey(circle.Id, 1), circle.Session(1) with { Without = [Kim.Id] });
        circle.Write(MeetingCommand.LookAgain(circle.Id));

        await circle.Settle();
        Assert.Equal([false, false, true, true], (await circle.Mails(MailKind.SessionInvitation)).Where(mail => mail.Person == Kim.Id).Select(mail => mail.ToDelegate).Order());
    }

    [Fact]
    public async Task Nobody_is_invited_again_to_what_they_have_not_been_invited_to_yet()
    {
        await using var circle = Circle();
        circle.With(circle.At(1, 4), circle.At(2, 38) with { Without = [Kim.Id] });
        circle.Write(MeetingCommand.LookAgain(circle.Id));

        await circle.Settle();
        Assert.Null(circle.Session(2).Without);
        Assert.All(await circle.Mails(MailKind.SessionInvitation), mail => Assert.Equal(1, mail.Session));
    }

    [Fact]
    public async Task A_pair_s_session_that_is_taken_over_moves_where_there_is_another_time_and_else_stays()
    {
        await using var pair = Pair();
        pair.With(pair.At(1, 4), pair.At(2, 38));
        await pair.Take(Ben, On(4));
        await pair.Settle();
        Assert.Equal(1, pair.Session(1).Sequence);

        await using var narrow = Pair(settings => settings with { RebookingDays = 1 });
        narrow.With(narrow.At(1, 1), narrow.At(2, 5));
        await narrow.Take(Ben, On(1));
        await narrow.Settle();
        Assert.Equal((On(1), 0), (narrow.Session(1).Time, narrow.Session(1).Sequence));
        Assert.DoesNotContain(await narrow.History(), happened => happened is SessionUnscheduled);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task To_a_time_of_their_own_somebody_comes_who_is_busy_and_not_who_is_away(bool away)
    {
        await using var pair = Pair();
        pair.With(pair.At(1, 4) with { Agreed = true }, pair.At(2, 38));
        await pair.Take(Ben, On(4));
        pair.Change(Ana with { Absences = away ? [new(new(2027, 3, 5), new(2027, 3, 5))] : [] });

        await pair.Settle();
        Assert.Equal(away ? 1 : 0, pair.Session(1).Sequence);
    }
}
