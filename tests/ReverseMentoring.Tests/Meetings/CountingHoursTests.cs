using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Time;
using static ReverseMentoring.Tests.Meetings.SteppedMeeting;

namespace ReverseMentoring.Tests.Meetings;

/// <summary>Early and late hours, of whoever would meet then, count only where some two have less time for sessions in common than the cohort asks for.</summary>
public sealed class CountingHoursTests
{
    private static readonly WorkingHours Day = WorkingHours.EveryWeekday(new(9, 0), new(16, 30)) with { AlsoLate = true };

    /// <summary>Half an hour on five days has room for no session, an hour and a half has.</summary>
    [Theory]
    [InlineData(16, 150, true)]
    [InlineData(15, 450, false)]
    public async Task Two_who_share_enough_keep_to_their_hours(int from, int minimum, bool wider)
    {
        await using var pair = Pair(settings => settings with { Matching = settings.Matching with { MinimumSharedMinutes = minimum } });
        pair.Change(Ana with { WorkingHours = Day });
        pair.Change(Ben with { WorkingHours = WorkingHours.EveryWeekday(new(from, 0), new(20, 0)) });

        await pair.Settle();
        Assert.Equal((MeetingStatus.Running, 6), (pair.Meeting().Status, pair.Meeting().SessionsPlanned));
        Assert.Equal(wider, (await pair.Sessions()).Any(session => Zone.Find("Europe/Berlin").Local(session.Time.End).TimeOfDay > new TimeSpan(16, 30, 0)));
    }

    /// <summary>Half an hour on five days has room for no session, an hour and a half has.</summary>
    [Theory]
    [InlineData(16, 150, true)]
    [InlineData(16, 151, true)]
    [InlineData(15, 150, false)]
    public async Task In_a_circle_one_who_could_come_to_no_session_is_enough(int from, int minimum, bool wider)
    {
        var evening = WorkingHours.EveryWeekday(new(from, 0), new(20, 0));
        await using var circle = Circle(settings => settings with { Matching = settings.Matching with { MinimumSharedMinutes = minimum } });
        foreach (var person in circle.People)
        {
            circle.Change(person with { WorkingHours = person.Id == Luc.Id ? evening : Day });
        }

        await circle.Settle();
        var zone = Zone.Find("Europe/Berlin");
        Assert.All(await circle.Sessions(), session => Assert.Null(session.Without));
        Assert.Equal(wider, (await circle.Sessions()).Any(session => zone.Local(session.Time.End).TimeOfDay > new TimeSpan(16, 30, 0)));
    }
}
