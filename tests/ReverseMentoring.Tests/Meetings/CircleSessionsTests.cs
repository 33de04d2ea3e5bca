using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Matching.Circles;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Scheduling.Cadences;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;
using static ReverseMentoring.Tests.Meetings.SteppedMeeting;

namespace ReverseMentoring.Tests.Meetings;

/// <summary>A circle's sessions: how many of its people one needs, who presents when somebody can't come, and how many say how to go on.</summary>
public sealed class CircleSessionsTests
{
    private static readonly Person Mia = Ben with { Id = new("mia"), Name = "mia", Email = "mia@example.org" }, Noa = Ben with { Id = new("noa"), Name = "noa", Email = "noa@example.org" };
    private static readonly TopicId Chess = new("chess"), Robots = new("robots");

    /// <summary>Half of them, and three at least.</summary>
    [Theory]
    [InlineData(5, 2, false)]
    [InlineData(5, 3, true)]
    [InlineData(6, 3, false)]
    [InlineData(7, 3, false)]
    [InlineData(7, 4, true)]
    public async Task A_session_stands_while_enough_of_its_people_come(int size, int cant, bool falls)
    {
        await using var circle = Begin();
        Grow(circle, size);
        PersonId[] without = [.. new[] { Kim.Id, size < 6 ? Lea.Id : Mia.Id, Noa.Id }.Take(cant - 1)];
        circle.Put(MeetingRepository.SessionKey(circle.Id, 1), circle.Told(1, 10) with { Without = without, Declined = without });
        circle.Say(new(MeetingCommandKind.Cancel, Luc.Id, 1, null, 0));

        await circle.Settle();
        Assert.Equal(falls ? 1 : 0, circle.Session(1).Sequence);
    }

    [Fact]
    public async Task A_circle_that_was_approved_goes_on_however_small()
    {
        await using var circle = Begin();
        circle.Change(meeting => meeting with { Members = [.. meeting.Members.Where(member => member.Person == Ana.Id || member.Person == Ben.Id || member.Person == Kim.Id)] });

        await circle.Settle();
        Assert.Equal(MeetingStatus.Running, circle.Meeting().Status);
    }

    [Fact]
    public async Task Who_comes_in_before_anything_is_planned_is_introduced_with_the_others()
    {
        await using var circle = Circle();
        circle.Change(Mia);
        circle.Write(MeetingCommand.Join(circle.Id, Mia.Id, []));

        await circle.Settle();
        Assert.Equal(["ana", "ben", "kim", "lea", "luc", "mia"], await circle.Told(MailKind.CircleIntroduction));
        Assert.Empty(await circle.Mails(MailKind.CircleChanged));
    }

    [Fact]
    public async Task Who_leaves_is_no_longer_one_of_those_who_can_t_come_but_to_what_has_begun()
    {
        await using var circle = Begin();
        circle.Put(MeetingRepository.SessionKey(circle.Id, 1), circle.Told(1, 0) with { Without = [Luc.Id], Declined = [Luc.Id], PulseSequence = 0 });
        circle.Put(MeetingRepository.SessionKey(circle.Id, 2), circle.At(2, 38) with { Without = [Kim.Id, Luc.Id], Declined = [Luc.Id] });
        circle.Change(Luc with { LeftAt = Now });

        await circle.SettleAt(On(0).Start);
        Assert.Equal([Luc.Id], circle.Session(1).Without!);
        Assert.Equal([Kim.Id], circle.Session(2).Without!);
        Assert.Null(circle.Session(2).Declined);
    }

    /// <summary>Kim never has time, Lea has in the afternoon only and Luc in the morning.</summary>
    [Theory]
    [InlineData("luc", new[] { "lea", "kim" })]
    [InlineData("lea", new[] { "kim", "luc" })]
    [InlineData("kim", null)]
    public async Task Where_not_all_can_come_it_is_for_whoever_presents_if_they_ever_can(string presents, string[]? without)
    {
        await using var circle = Begin();
        circle.Put(MeetingRepository.SessionKey(circle.Id, 1), circle.At(1, 10) with { UnscheduledAt = Now });
        circle.Put(Rows.History + circle.Id, new MeetingHistory([.. await circle.History(), new SessionUnscheduled(Now, 1, UnscheduledReason.Cancelled, Ana.Id)]));
        circle.Change(meeting => meeting with { Rota = [new(1, new(presents), null)] });
        circle.Change(Kim with { WorkingHours = new([]) });
        circle.Change(Lea with { WorkingHours = WorkingHours.EveryWeekday(new(14, 0), new(17, 0)) });
        circle.Change(Luc with { WorkingHours = WorkingHours.EveryWeekday(new(9, 0), new(12, 0)) });

        await circle.Settle();
        Assert.Null(circle.Session(1).UnscheduledAt);
        if (without is not null)
        {
            Assert.Equal(without, circle.Session(1).Without!.Select(person => person.Value));
        }
    }

    /// <summary>Ben would be the first to present, and never has time.</summary>
    [Fact]
    public async Task Whoever_presents_can_come_from_the_first_plan_on()
    {
        await using var circle = Circle();
        circle.Change(Ben with { WorkingHours = new([]) });

        await circle.Settle();
        Assert.All(await circle.Sessions(), session => Assert.Contains(Ben.Id, session.Without!));
        Assert.Equal(6, circle.Meeting().Rota.Count);
        Assert.DoesNotContain(Ben.Id, circle.Meeting().Rota.Select(turn => turn.Presenter));
    }

    [Fact]
    public async Task Turns_of_those_who_stay_stay_theirs()
    {
        await using var circle = Begin();
        circle.Change(meeting => meeting with { Rota = [new(1, Kim.Id, null), new(2, Lea.Id, null), new(3, Ben.Id, Robots)] });
        circle.Change(Luc with { LeftAt = Now });

        await circle.Settle();
        Assert.Equal([new(1, Kim.Id, null), new(2, Lea.Id, null), new(3, Ben.Id, Robots)], circle.Meeting().Rota);
    }

    [Fact]
    public async Task A_turn_that_nobody_can_change_goes_to_whoever_of_that_side_has_had_fewest_with_a_topic_that_is_new()
    {
        await using var circle = Begin();
        circle.Change(meeting => meeting with
        {
            Members = [.. meeting.Members.Select(member => member.Person == Kim.Id ? member with { Brings = [Chess, Robots] } : member)],
            Rota = [new(1, Ben.Id, null), new(2, Ana.Id, Chess), new(3, Ben.Id, null)],
        });
        circle.Say(new(MeetingCommandKind.Cancel, Ben.Id, 1, null, 0));

        await circle.Settle();
        Assert.Equal([new(1, Kim.Id, Robots), new(2, Ana.Id, Chess), new(3, Ben.Id, null)], circle.Meeting().Rota);
    }

    [Theory]
    [InlineData("they can't come then")]
    [InlineData("it has no time")]
    [InlineData("the other can't come now")]
    [InlineData("it is over")]
    public async Task Turns_are_changed_only_where_both_can_come(string why)
    {
        await using var circle = Begin();
        var third = circle.At(3, 66);
        circle.Put(MeetingRepository.SessionKey(circle.Id, 3), why switch
        {
            "they can't come then" => third with { Without = [Ben.Id], Declined = [Ben.Id] },
            "it has no time" => third with { UnscheduledAt = Now.AddHours(-1) },
            "it is over" => third with { Status = SessionStatus.Held },
            _ => third,
        });
        if (why is "the other can't come now")
        {
            circle.Put(MeetingRepository.SessionKey(circle.Id, 1), circle.Told(1, 10) with { Without = [Kim.Id], Declined = [Kim.Id] });
        }

        if (why is "it has no time")
        {
            circle.Put(Rows.History + circle.Id, new MeetingHistory([.. await circle.History(), new SessionUnscheduled(Now.AddHours(-1), 3, UnscheduledReason.Cancelled, Ana.Id)]));
            foreach (var person in circle.People)
            {
                circle.Change(person with { WorkingHours = new([]) });
            }
        }

        circle.Say(new(MeetingCommandKind.Cancel, Ben.Id, 1, null, 0));
        await circle.Settle();
        Assert.Equal([(1, Luc.Id), (2, Ana.Id), (3, Kim.Id)], circle.Meeting().Rota.Select(turn => (turn.Session, turn.Presenter)));
    }

    [Fact]
    public async Task The_turn_of_somebody_who_has_left_since_is_changed_with_nobody()
    {
        await using var circle = Begin();
        circle.Put(MeetingRepository.SessionKey(circle.Id, 2), circle.At(2, -2) with { Status = SessionStatus.Held });
        circle.Change(meeting => meeting with { Former = [Mia.Id], Rota = [new(1, Ben.Id, null), new(2, Mia.Id, null), new(3, Kim.Id, null)] });
        circle.Say(new(MeetingCommandKind.Cancel, Ben.Id, 1, null, 0));

        await circle.Settle();
        Assert.Equal([(1, Kim.Id), (2, Mia.Id), (3, Ben.Id)], circle.Meeting().Rota.Select(turn => (turn.Session, turn.Presenter)));
    }

    [Theory]
    [InlineData("all were reminded")]
    [InlineData("its presenter has no other")]
    [InlineData("they have another")]
    public async Task Who_comes_again_gets_no_turn_back_where(string why)
    {
        await using var circle = Begin();
        circle.Put(MeetingRepository.SessionKey(circle.Id, 1), circle.Told(1, 10) with { Without = [Luc.Id], Reminded = why is "all were reminded" });
        IReadOnlyList<RotaTurn> rota = why switch
        {
            "its presenter has no other" => [new(1, Kim.Id, null), new(2, Ana.Id, null), new(3, Ben.Id, null)],
            "they have another" => [new(1, Kim.Id, null), new(2, Luc.Id, null), new(3, Kim.Id, null)],
            _ => [new(1, Kim.Id, null), new(2, Ana.Id, null), new(3, Kim.Id, null)],
        };
        circle.Change(meeting => meeting with { Rota = rota });
        circle.Write(MeetingCommand.LookAgain(circle.Id));

        await circle.Settle();
        Assert.Null(circle.Session(1).Without);
        Assert.Equal(rota, circle.Meeting().Rota);
        Assert.Empty(await circle.Mails(MailKind.PresenterChanged));
    }

    [Fact]
    public async Task How_to_go_on_is_decided_once_most_of_them_have_said_so()
    {
        await using var circle = Circle(settings => settings with { Sessions = settings.Sessions with { Sessions = 2 } });
        circle.With(circle.Told(1, 10), circle.At(2, 38));
        circle.Put(Rows.History + circle.Id, new MeetingHistory(
        [
            new SessionBooked(Now, 1, On(8).Start), new SessionBooked(Now, 2, On(36).Start),
            new SessionUnscheduled(Now, 1, UnscheduledReason.Cancelled, Ana.Id), new SessionBooked(Now, 1, On(10).Start),
            new SessionUnscheduled(Now, 2, UnscheduledReason.Cancelled, Ana.Id), new SessionBooked(Now, 2, On(38).Start),
        ]));
        await circle.Settle();
        Assert.Equal(5, (await circle.Asks(FormKind.Cadence)).Count);

        circle.Answer(FormKind.Cadence, Ana, new CadenceAnswer(CadenceChoice.ChangeRhythm), 1);
        circle.Answer(FormKind.Cadence, Ben, new CadenceAnswer(CadenceChoice.ChangeRhythm), 1);
        await circle.SettleAt(Now.AddHours(1));
        Assert.Equal(0, circle.Meeting().CadenceChanges);
        circle.Answer(FormKind.Cadence, Kim, new CadenceAnswer(CadenceChoice.ChangeRhythm), 1);
        await circle.SettleAt(Now.AddHours(2));
        Assert.Equal(1, circle.Meeting().CadenceChanges);
    }

    /// <summary>With so many more juniors that they are so many.</summary>
    private static void Grow(SteppedMeeting circle, int size)
    {
        foreach (var person in new[] { Mia, Noa }.Take(size - circle.People.Count))
        {
            circle.Change(person);
            circle.Change(meeting => meeting with { Members = [.. meeting.Members, new Presenter(person.Id, person.Role, [])] });
        }
    }

    /// <summary>Told of their first session, in ten days; a month lies between all three, and each has its presenter.</summary>
    private static SteppedMeeting Begin()
    {
        var circle = Circle(settings => settings with { Sessions = settings.Sessions with { Sessions = 3 } });
        circle.With(circle.Told(1, 10), circle.At(2, 38), circle.At(3, 66));
        circle.Change(meeting => meeting with { Rota = [new(1, Ben.Id, null), new(2, Ana.Id, null), new(3, Kim.Id, null)] });
        return circle;
    }
}
