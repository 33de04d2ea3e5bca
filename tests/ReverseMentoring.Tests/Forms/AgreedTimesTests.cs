using System.Globalization;
using Microsoft.Extensions.Primitives;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Localization;

namespace ReverseMentoring.Tests.Forms;

/// <summary>What is read of times that people agreed on, and of what a page had offered them, on a clock in Berlin.</summary>
public sealed class AgreedTimesTests
{
    private static readonly DateTimeOffset Now = new(2027, 3, 1, 8, 0, 0, TimeSpan.Zero);

    private static readonly Session Session = Session.Planned(new MeetingId("p-1"), 1, new(Now.AddDays(10), Now.AddDays(10).AddMinutes(50)), []);

    [Theory]
    [InlineData("2027-03-27T02:30", null)]
    [InlineData("2027-03-28T02:30", "clocks skip this time (Berlin)")]
    [InlineData("2027-05-31T23:10", null)]
    [InlineData("2027-05-31T23:11", "until Monday, May 31.")]
    [InlineData("2028-09-13T10:00", "until Monday, May 31.")]
    [InlineData("2027-03-01T09:00", "in the future")]
    public void A_time_that_no_clock_shows_or_after_the_last_day_is_an_error_that_says_why(string own, string? error)
    {
        var fields = Of((AgreedTimes.Own, own));
        var until = new DateTimeOffset(2027, 5, 31, 22, 0, 0, TimeSpan.Zero);

        var read = AgreedTimes.Read(fields, Session, [], until, Localizer, Now);
        if (error is null)
        {
            Assert.Empty(fields.Errors);
            Assert.Equal(own, Localizer.Zone.Local(Assert.Single(read).Start).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture));
        }
        else
        {
            Assert.Empty(read);
            Assert.Contains(error, Assert.Single(fields.Errors).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_a_page_offered_is_read_and_what_is_no_time_left_out()
    {
        var fields = Of(("offered", new("2027-03-08T08:00Z soon 2027-03-09T08:00Z")));

        Assert.Equal([Now.AddDays(7), Now.AddDays(8)], OfferedTimes.Read(fields));
        Assert.Empty(OfferedTimes.Read(Of()));
    }

    [Fact]
    public void A_page_is_stale_once_its_session_has_another_time()
    {
        Assert.False(OfferedTimes.IsStale(Of(), Session));
        Assert.False(OfferedTimes.IsStale(Of((OfferedTimes.Sequence, "0")), Session));
        Assert.True(OfferedTimes.IsStale(Of((OfferedTimes.Sequence, "0")), Session.At(Session.Time)));
    }

    private static Localizer Localizer { get; } = new(new("Forms.Texts"), CultureInfo.GetCultureInfo("en"), Zone.Find("Europe/Berlin"));

    private static Fields Of(params (string Name, StringValues Value)[] fields) => new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), Localizer);
}
