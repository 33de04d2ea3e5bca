using System.Text.Json.Nodes;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Time;
using static ReverseMentoring.Tests.Cycle.SmallCompany;

namespace ReverseMentoring.Tests.Sessions;

/// <summary>A cohort in Microsoft 365, from its start to the end of its events.</summary>
public sealed class GraphLifeTests
{
    /// <summary>Who organises, and who of the two is invited and can decline.</summary>
    public static TheoryData<string, string> Organizers => new()
    {
        { "service-mailbox", Junior(1) }, { "mentor", Leader(1) }, { "mentee", Junior(1) },
    };

    [Theory]
    [MemberData(nameof(Organizers))]
    public async Task Sessions_are_events_with_a_meeting_agenda_and_topics_in_the_calendar_that_the_cohort_chose(string organizer, string invited)
    {
        await using var life = await GraphLife.Begin(organizer, graph => graph.Mailboxes.Busy[Leader(1)].AddRange(Mornings));

        await life.CalendarSaysWhatRowsSay();
        Assert.Equal(4, life.Events.Count);
        Assert.All(life.Events, one =>
        {
            Assert.True((bool?)one["isOnlineMeeting"]);
            Assert.Contains("<ul><li>", (string?)one["body"]!["content"], StringComparison.Ordinal);
            Assert.Contains("Decline it here", (string?)one["body"]!["content"], StringComparison.Ordinal);
            Assert.Contains(invited, Attendees(one));
            Assert.Equal(organizer is "service-mailbox" ? 2 : 1, Attendees(one).Count());
            Assert.InRange(GraphLife.TimeOf(one).Start.Hour, 13, 17);
        });
        Assert.Empty(life.Programme.Mails(invited, "sessioninvitation"));

        await life.Programme.TurnToBefore(1, 1.5);
        var join = (string?)life.Events[0]["onlineMeeting"]!["joinUrl"];
        Assert.Contains(join!, life.Programme.Mails(invited, "sessionreminder")[^1].Text, StringComparison.Ordinal);
        using var page = await life.Programme.Open(OwnTimeTests.WayIn(life.Programme, Leader(1)));
        Assert.Contains(join!, await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Organizers))]
    public async Task What_people_do_to_a_session_in_their_calendars_is_mended(string organizer, string invited)
    {
        await using var life = await GraphLife.Begin(organizer);
        await life.Days(0.5);
        var first = await life.Programme.Session();
        life.Graph.Mailboxes.Respond(life.Mailbox, GraphLife.IdOf(life.Events[0]), invited, "declined");
        await life.Days(1.1);
        Assert.NotEqual(first.Time, (await life.Programme.Session()).Time);
        Assert.Equal(1, (await life.Programme.Pair()).FallsInARow);
        await life.CalendarSaysWhatRowsSay();

        var to = GraphLife.TimeOf(life.Events[0]).Start.AddMinutes(25);
        life.Graph.Mailboxes.Change(life.Mailbox, GraphLife.IdOf(life.Events[0]), one =>
            (one["start"], one["end"]) = (Written(to), Written(to.AddMinutes(50))));
        await life.Days(1.1);
        Assert.Equal(to, (await life.Programme.Session()).Time.Start);

        life.Graph.Mailboxes.Remove(life.Mailbox, GraphLife.IdOf(life.Events[0]));
        await life.Days(1.1);
        Assert.NotEqual(to, (await life.Programme.Session()).Time.Start);
        Assert.Equal(4, life.Events.Count);
        await life.CalendarSaysWhatRowsSay();
    }

    [Fact]
    public async Task Who_is_out_of_office_meets_before_or_after()
    {
        await using var life = await GraphLife.Begin(before: graph =>
        {
            graph.Mailboxes.Busy[Junior(1)].Add(("oof", "2027-01-08T00:00:00", "2027-01-20T00:00:00"));
            graph.Mailboxes.Replies[Leader(1)] = ("2027-01-20T00:00:00", "2027-02-01T00:00:00");
        });

        Assert.All(await life.Programme.Sessions(), session => Assert.True(session.Time.Start >= new DateTimeOffset(2027, 2, 1, 0, 0, 0, TimeSpan.Zero)));
        Assert.Equal(4, life.Events.Count);
    }

    [Fact]
    public async Task A_pair_that_changes_its_time_changes_the_calendar_and_one_that_ends_clears_it()
    {
        await using var life = await GraphLife.Begin();
        var second = (await life.Programme.Session(2)).Time;
        var day = DateOnly.FromDateTime(second.Start.Date);
        await OwnTimeTests.Set(life.Programme, Leader(1), ("zone", "Europe/London"), ("away-from-1", $"{day:yyyy-MM-dd}"), ("away-to-1", $"{day.AddDays(3):yyyy-MM-dd}"));
        Assert.NotEqual(second, (await life.Programme.Session(2)).Time);
        await life.CalendarSaysWhatRowsSay();

        await life.Programme.TurnToBefore(1, 1.5);
        await life.Programme.CantMakeIt(Junior(1));
        await life.CalendarSaysWhatRowsSay();

        using var left = await life.Programme.ActsAsOwn(Junior(1), OwnTimeTests.WayIn(life.Programme, Junior(1)), ("do", "leave"), ("step", "2"), ("sure", "true"));
        await life.Programme.Time.Settle();
        Assert.Equal(MeetingStatus.Ended, (await life.Programme.Pair()).Status);
        Assert.Empty(life.Events);
    }

    private static IEnumerable<(string Status, string Start, string End)> Mornings => Enumerable.Range(0, 200)
        .Select(day => new DateOnly(2027, 1, 4).AddDays(day)).Select(day => ("busy", $"{day:yyyy-MM-dd}T06:00:00", $"{day:yyyy-MM-dd}T13:00:00"));

    private static IEnumerable<string> Attendees(JsonObject one) => one["attendees"]!.AsArray().Select(attendee => (string)attendee!["emailAddress"]!["address"]!);

    private static JsonObject Written(DateTimeOffset moment) =>
        new() { ["dateTime"] = moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture), ["timeZone"] = "UTC" };
}
