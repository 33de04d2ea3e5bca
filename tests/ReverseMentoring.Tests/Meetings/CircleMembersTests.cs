using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;
using static ReverseMentoring.Tests.Meetings.SteppedMeeting;

namespace ReverseMentoring.Tests.Meetings;

/// <summary>Who comes into a circle and who goes, what that does to its sessions and its rota, and when it can't go on.</summary>
public sealed class CircleMembersTests
{
    private static readonly Person Mia = Ben with { Id = new("mia"), Name = "mia", Email = "mia@example.org" };
    private static readonly TopicId Chess = new("chess"), Robots = new("robots");

    [Fact]
    public async Task Who_leaves_the_programme_leaves_their_sessions_turns_and_questions_and_the_others_hear_it()
    {
        await using var circle = Begin();
        circle.Ask(FormKind.HalfTime, Luc);
        circle.Change(Luc with { LeftAt = Now });

        var result = await circle.Settle();
        var meeting = circle.Meeting();
        Assert.Equal([Ben.Id, Kim.Id, Ana.Id, Lea.Id], meeting.People);
        Assert.Equal([Luc.Id], meeting.Former);
        Assert.Equal((1, MeetingStatus.Running), (meeting.MemberChanges, meeting.Status));
        Assert.Empty(await circle.Held(Luc));
        Assert.Empty(await circle.Asks(FormKind.HalfTime));
        Assert.Equal(["luc"], await circle.Told(MailKind.SessionCancelled));
        Assert.Equal(["ana", "ben", "kim", "lea"], await circle.Told(MailKind.CircleChanged));
        Assert.DoesNotContain(meeting.Rota, turn => turn.Presenter == Luc.Id);
        Assert.Equal([1, 2, 3], meeting.Rota.Select(turn => turn.Session));
        Assert.Contains(ProcessId.OfCohort(circle.Cohort.Id), result.Starts);
        Assert.Null(Assert.Single(await circle.Seeking()).Person);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_only_leaves_this_circle_looks_for_another_and_hears_so_where_they_did_not_ask(bool lineCrossed)
    {
        await using var circle = Begin();
        circle.Write(lineCrossed ? MeetingCommand.LineCrossed(circle.Id, Luc.Id) : MeetingCommand.Part(circle.Id, Luc.Id));

        await circle.Settle();
        Assert.False(circle.Meeting().Has(Luc.Id));
        Assert.Contains(await circle.Seeking(), row => row.Person == Luc.Id);
        Assert.Equal(lineCrossed ? ["luc"] : [], await circle.Told(MailKind.Unmatched));
        Assert.Empty(await circle.Commands());
    }

    [Theory]
    [InlineData(SessionStatus.Held, -5)]
    [InlineData(SessionStatus.Planned, -5)]
    [InlineData(SessionStatus.Planned, 0)] // It begins now.
    public async Task Their_turns_before_stay_where_they_were(SessionStatus known, int day)
    {
        await using var circle = Begin();
        circle.Put(MeetingRepository.SessionKey(circle.Id, 1), Core.Meetings.Records.Session.Planned(circle.Id, 1, On(day, 8), []) with { Status = known });
        circle.Change(meeting => meeting with { Rota = [new(1, Luc.Id, null), new(2, Ana.Id, null), new(3, Luc.Id, null)] });
        circle.Change(Luc with { LeftAt = Now });

        await circle.Settle();
        Assert.Equal(Luc.Id, circle.Meeting().TurnOf(1)!.Presenter);
        Assert.Equal(Ana.Id, circle.Meeting().TurnOf(2)!.Presenter);
        Assert.NotEqual(Luc.Id, circle.Meeting().TurnOf(3)!.Presenter);
    }

    [Fact]
    public async Task Who_leaves_as_it_begins_is_not_told_that_it_is_not_to_be()
    {
        await using var circle = Begin();
        circle.Put(MeetingRepository.SessionKey(circle.Id, 1), Core.Meetings.Records.Session.Planned(circle.Id, 1, On(0, 8), []) with { InvitedSequence = 0 });
        circle.Change(Luc with { LeftAt = Now });

        await circle.Settle();
        Assert.Empty(await circle.Mails(MailKind.SessionCancelled));
    }

    [Fact]
    public async Task Who_is_new_comes_to_what_is_planned_as_far_as_they_can_and_brings_their_topics()
    {
        await using var circle = Begin();
        circle.Change(Mia);
        await circle.Take(Mia, On(38));
        circle.Write(MeetingCommand.Join(circle.Id, Mia.Id, [Chess, Robots]));

        await circle.Settle();
        var meeting = circle.Meeting();
        Assert.Equal([Chess, Robots], meeting.Members.Single(member => member.Person == Mia.Id).Brings);
        Assert.Equal(Role.Mentee, meeting.Members[^1].Role);
        Assert.Equal(["mia"], await circle.Told(MailKind.CircleIntroduction));
        Assert.Equal(["ana", "ben", "kim", "lea", "luc"], await circle.Told(MailKind.CircleChanged));
        Assert.Equal([1], (await circle.Mails(MailKind.SessionInvitation)).Select(mail => mail.Session!.Value));
        Assert.Equal(["mia"], await circle.Told(MailKind.SessionInvitation));
        Assert.Contains(Mia.Id, circle.Session(1).Invited!);
        Assert.Equal([Mia.Id], circle.Session(2).Without!);
        Assert.Null(circle.Session(3).Without);
        Assert.True(circle.Has(MeetingRepository.MemberKey(Mia.Id, circle.Id)));
        Assert.Equal([On(10), On(38), On(66)], (await circle.Held(Mia)).Order(Comparer<Core.Time.Interval>.Create((one, other) => one.Start.CompareTo(other.Start))));
        Assert.Empty(await circle.Seeking());
    }

    [Fact]
    public async Task Of_two_who_are_new_only_the_one_can_t_come_who_can_t()
    {
        var noa = Mia with { Id = new("noa"), Name = "noa", Email = "noa@example.org" };
        await using var circle = Begin(new CirclePolicy { LargestSize = 7 });
        circle.Put(MeetingRepository.SessionKey(circle.Id, 1), circle.Told(1, 10) with { Without = [Luc.Id], Declined = [Luc.Id] });
        circle.Change(Mia);
        circle.Change(noa);
        await circle.Take(Mia, On(38));
        circle.Write(MeetingCommand.Join(circle.Id, Mia.Id, []), MeetingCommand.Join(circle.Id, noa.Id, []));

        await circle.Settle();
        Assert.Equal([Mia.Id], circle.Session(2).Without!);
        Assert.Equal([Luc.Id], circle.Session(1).Without!);
        Assert.Equal([Luc.Id], circle.Session(1).Declined!);
    }

    [Fact]
    public async Task Where_the_circle_is_full_who_comes_looks_on()
    {
        await using var circle = Begin(new CirclePolicy { LargestSize = 5 });
        circle.Change(Mia);
        circle.Write(MeetingCommand.Join(circle.Id, Mia.Id, []));

        var result = await circle.Settle();
        Assert.False(circle.Meeting().Has(Mia.Id));
        Assert.Equal(Mia.Id, Assert.Single(await circle.Seeking()).Person);
        Assert.Contains(ProcessId.OfCohort(circle.Cohort.Id), result.Starts);
    }

    [Theory]
    [InlineData("in")]
    [InlineData("former")]
    [InlineData("left")]
    [InlineData("gone")]
    public async Task Who_is_in_it_was_in_it_or_takes_no_part_does_not_come_in(string who)
    {
        await using var circle = Begin();
        circle.Change(meeting => meeting with { Former = who is "former" ? [Mia.Id] : [] });
        if (who is "former" or "left")
        {
            circle.Change(Mia with { LeftAt = who is "left" ? Now : null });
        }

        circle.Write(MeetingCommand.Join(circle.Id, who is "in" ? Luc.Id : Mia.Id, []));
        await circle.Settle();
        Assert.Equal((0, 5), (circle.Meeting().MemberChanges, circle.Meeting().Members.Count));
        Assert.Empty(await circle.Mails(MailKind.CircleChanged));
        Assert.Empty(await circle.Commands());
    }

    [Theory]
    [InlineData(new[] { "luc" }, false)]
    [InlineData(new[] { "luc", "kim" }, true)] // Three are left where four are asked for.
    [InlineData(new[] { "ana", "lea" }, true)] // No leader is left.
    public async Task While_places_can_be_found_elsewhere_too_few_end_it(string[] left, bool ends)
    {
        await using var circle = Begin();
        Leave(circle, left);

        await circle.Settle();
        Assert.Equal(ends ? (MeetingStatus.Ended, MeetingEnd.TooFew) : (MeetingStatus.Running, null), (circle.Meeting().Status, circle.Meeting().End));
        Assert.Equal(ends ? 5 - left.Length : 0, (await circle.Mails(MailKind.MeetingEnded)).Count);
    }

    /// <summary>Half of the 156 days that three sessions may take with the days to meet again, and of those that were given since.</summary>
    [Theory]
    [InlineData(77, 0, new[] { "luc", "kim" }, true)]
    [InlineData(78, 0, new[] { "luc", "kim" }, false)]
    [InlineData(78, 10, new[] { "luc", "kim" }, true)]
    [InlineData(78, 0, new[] { "luc", "kim", "lea" }, true)]
    public async Task From_half_of_the_time_on_three_go_on(int days, int extra, string[] left, bool ends)
    {
        await using var circle = Begin();
        circle.Change(state => state with { OpenedAt = Now.AddDays(-days), ExtraDays = extra });
        Leave(circle, left);

        await circle.Settle();
        Assert.Equal(ends ? MeetingStatus.Ended : MeetingStatus.Running, circle.Meeting().Status);
    }

    [Theory]
    [InlineData("phase", MeetingEnd.OutOfTime)]
    [InlineData("manager", MeetingEnd.ByManager)]
    public async Task It_ends_with_the_sessions_phase_or_by_the_manager(string reason, MeetingEnd end)
    {
        await using var circle = Begin();
        circle.Change(state => state with { Phase = reason is "phase" ? PhaseNames.Feedback : state.Phase });
        circle.Write(reason is "manager" ? MeetingCommand.End(circle.Id) : MeetingCommand.LookAgain(circle.Id));

        await circle.Settle();
        Assert.Equal(end, circle.Meeting().End);
    }

    [Fact]
    public async Task Who_had_just_been_given_a_place_or_had_no_session_yet_hears_that_they_have_no_circle()
    {
        await using var circle = Begin();
        circle.Change(Mia);
        circle.Write(MeetingCommand.Join(circle.Id, Mia.Id, []), MeetingCommand.End(circle.Id));
        await circle.Settle();
        Assert.Equal(["mia"], await circle.Told(MailKind.Unmatched));
        Assert.Equal(["ana", "ben", "kim", "lea", "luc"], await circle.Told(MailKind.MeetingEnded));
        Assert.Equal(6, (await circle.Seeking()).Count);

        await using var early = Circle();
        early.Write(MeetingCommand.End(early.Id));
        await early.Settle();
        Assert.Equal(["ana", "ben", "kim", "lea", "luc"], await early.Told(MailKind.Unmatched));
        Assert.Empty(await early.Mails(MailKind.MeetingEnded));
    }

    [Fact]
    public async Task Whose_turn_it_is_and_who_can_t_come_changes_with_somebody_of_the_same_side_who_hears_it()
    {
        await using var circle = Begin();
        circle.Say(new(MeetingCommandKind.Cancel, Ben.Id, 1, null, 0));

        await circle.Settle();
        Assert.Equal([(1, Kim.Id), (2, Ana.Id), (3, Ben.Id)], circle.Meeting().Rota.Select(turn => (turn.Session, turn.Presenter)));
        var told = Assert.Single(await circle.Mails(MailKind.PresenterChanged));
        Assert.Equal((Kim.Id, 1), (told.Person!.Value, told.Session));
    }

    [Fact]
    public async Task Who_presents_instead_a_second_time_hears_it_a_second_time()
    {
        await using var circle = Begin();
        circle.Say(new(MeetingCommandKind.Cancel, Ben.Id, 1, null, 0));
        await circle.Settle();
        // Ben comes after all, and then can't again.
        circle.Put(MeetingRepository.SessionKey(circle.Id, 1), circle.Session(1) with { Without = null, Declined = null });
        circle.Change(meeting => meeting with { Rota = [new(1, Ben.Id, null), new(2, Ana.Id, null), new(3, Kim.Id, null)] });
        circle.Clock.Advance(TimeSpan.FromHours(1));
        circle.Say(new(MeetingCommandKind.Cancel, Ben.Id, 1, null, 0));

        await circle.Settle();
        Assert.Equal(["kim", "kim"], await circle.Told(MailKind.PresenterChanged));
    }

    [Fact]
    public async Task Who_comes_again_gets_a_turn_if_whoever_has_it_has_another()
    {
        await using var circle = Begin();
        circle.Put(MeetingRepository.SessionKey(circle.Id, 1), circle.At(1, 10) with { Without = [Luc.Id], InvitedSequence = 0, Invited = [Kim.Id] });
        circle.Change(meeting => meeting with { Rota = [new(1, Kim.Id, null), new(2, Ana.Id, null), new(3, Kim.Id, null)] });
        circle.Write(MeetingCommand.LookAgain(circle.Id));

        await circle.Settle();
        Assert.Equal(Luc.Id, circle.Meeting().TurnOf(1)!.Presenter);
        Assert.Equal(["luc"], await circle.Told(MailKind.PresenterChanged));
    }

    private static SteppedMeeting Begin(CirclePolicy? policy = null)
    {
        var circle = Circle(settings => settings with { Sessions = settings.Sessions with { Sessions = 3 } });
        if (policy is not null)
        {
            circle.Put(Rows.Cohort, circle.Cohort with { Settings = circle.Cohort.Settings with { Matching = circle.Cohort.Settings.Matching with { Circles = policy } } });
        }

        circle.With(circle.Told(1, 10), circle.At(2, 38), circle.At(3, 66));
        circle.Change(meeting => meeting with { Rota = [new(1, Ben.Id, null), new(2, Ana.Id, null), new(3, Kim.Id, null)] });
        return circle;
    }

    private static void Leave(SteppedMeeting circle, string[] left)
    {
        foreach (var person in circle.People.Where(person => left.Contains(person.Name)))
        {
            circle.Change(person with { LeftAt = Now });
        }
    }
}
