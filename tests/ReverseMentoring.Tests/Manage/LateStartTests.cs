using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Web.Manage.Overview;

namespace ReverseMentoring.Tests.Manage;

/// <summary>Where the sessions end later since somebody began later, the overview says so.</summary>
public sealed class LateStartTests
{
    private static readonly DateTimeOffset Opened = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(60, 200, 1)]
    [InlineData(60, 102, null)]
    [InlineData(3, 200, null)]
    public void Pairs_that_began_later_and_go_on_longer_are_told(int began, int last, int? told)
    {
        var late = LateStart.Find(
            CycleState.Begin(Opened) with { Phase = PhaseNames.Sessions, OpenedAt = Opened }, [Pair("one", 1), Pair("other", began)], [Session("one", 100), Session("other", last)]);

        Assert.Equal(told, late?.Count);
        if (late is not null)
        {
            Assert.Equal((Opened.AddDays(began), Opened.AddDays(100).AddHours(1)), (late.Began, late.Others));
        }
    }

    private static Meeting Pair(string id, int began) =>
        new() { Id = new(id), Kind = MeetingKind.Pair, Round = 1, Members = [], Status = MeetingStatus.Running, StartedAt = Opened.AddDays(began) };

    private static Session Session(string meeting, int day) =>
        Core.Meetings.Records.Session.Planned(new(meeting), 1, new(Opened.AddDays(day), Opened.AddDays(day).AddHours(1)), []);
}
