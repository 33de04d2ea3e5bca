using System.Globalization;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Time;

namespace ReverseMentoring.Tests.Mailing;

/// <summary>When somebody may be written to, in their own zone and country.</summary>
public sealed class DecentHoursTests
{
    /// <summary>Easter Monday of 2026 is off.</summary>
    private static readonly DecentHours Berlin = new(_ => Zone.Find("Europe/Berlin"), [new(new(2026, 4, 3), new(2026, 4, 3)), new(new(2026, 4, 6), new(2026, 4, 6))]);

    [Theory]
    [InlineData("2026-04-01T06:59:59+02:00", false)]
    [InlineData("2026-04-01T07:00:00+02:00", true)]
    [InlineData("2026-04-01T18:59:59+02:00", true)]
    [InlineData("2026-04-01T19:00:00+02:00", false)]
    [InlineData("2026-04-03T12:00:00+02:00", false)]
    [InlineData("2026-04-04T12:00:00+02:00", false)]
    [InlineData("2026-04-05T12:00:00+02:00", false)]
    [InlineData("2026-04-06T12:00:00+02:00", false)]
    [InlineData("2026-04-07T12:00:00+02:00", true)]
    public void Nights_weekends_and_holidays_are_no_time_to_write(string moment, bool decent) =>
        Assert.Equal(decent, Berlin.Contains(At(moment)));

    [Theory]
    [InlineData("2026-04-01T09:30:00+02:00", "2026-04-01T09:30:00+02:00")]
    [InlineData("2026-04-01T05:00:00+02:00", "2026-04-01T08:00:00+02:00")]
    [InlineData("2026-04-01T06:59:59+02:00", "2026-04-01T08:00:00+02:00")]
    [InlineData("2026-04-01T21:00:00+02:00", "2026-04-02T08:00:00+02:00")]
    [InlineData("2026-04-05T05:00:00+02:00", "2026-04-07T08:00:00+02:00")]
    [InlineData("2026-04-05T08:00:00+02:00", "2026-04-07T08:00:00+02:00")]
    [InlineData("2026-04-02T21:00:00+02:00", "2026-04-07T08:00:00+02:00")]
    [InlineData("2026-03-27T21:00:00+01:00", "2026-03-30T08:00:00+02:00")]
    public void What_waits_comes_on_the_next_working_morning(string moment, string expected) =>
        Assert.Equal(At(expected), Berlin.From(At(moment)));

    [Theory]
    [InlineData("2026-04-01T05:00:00+02:00", "2026-04-01T07:00:00+02:00")]
    [InlineData("2026-04-02T21:00:00+02:00", "2026-04-07T07:00:00+02:00")]
    [InlineData("2026-04-05T05:00:00+02:00", "2026-04-07T07:00:00+02:00")]
    public void What_is_urgent_comes_when_that_begins(string moment, string expected) =>
        Assert.Equal(At(expected), Berlin.NextBegin(At(moment)));

    [Fact]
    public void What_is_due_at_easter_is_said_on_the_last_working_morning_before() =>
        Assert.Equal(At("2026-04-02T08:00:00+02:00"), Berlin.LastMorning(At("2026-04-06T09:00:00+02:00")));

    [Fact]
    public void A_working_morning_is_its_own_last() =>
        Assert.Equal(At("2026-04-01T08:00:00+02:00"), Berlin.LastMorning(At("2026-04-01T07:00:00+02:00")));

    /// <summary>Nobody is away for longer at one stretch, whatever a list of holidays says.</summary>
    [Fact]
    public void Where_every_day_is_off_the_next_one_counts()
    {
        var always = new DecentHours(_ => Zone.Find("Europe/Berlin"), [new(new(2026, 1, 1), new(2027, 12, 31))]);
        Assert.Equal(At("2026-04-02T08:00:00+02:00"), always.NextDay(At("2026-04-01T12:00:00+02:00")));
        Assert.Equal(At("2026-04-01T08:00:00+02:00"), always.LastMorning(At("2026-04-01T12:00:00+02:00")));
    }

    [Fact]
    public void A_day_is_one_on_its_reader_s_clock()
    {
        Assert.True(Berlin.IsOneDay(At("2026-04-01T22:30:00+00:00"), At("2026-04-02T12:00:00+02:00")));
        Assert.False(Berlin.IsOneDay(At("2026-04-01T21:30:00+00:00"), At("2026-04-02T12:00:00+02:00")));
    }

    [Fact]
    public void A_week_has_fifty_five_hours_in_which_what_waited_can_go() => Assert.Equal(55, DecentHours.HoursInWeek);

    private static DateTimeOffset At(string moment) => DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture);
}
