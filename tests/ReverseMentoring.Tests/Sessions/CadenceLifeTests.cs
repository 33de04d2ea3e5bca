using System.Text.Json;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Tests.Cycle;
using static ReverseMentoring.Tests.Cycle.SmallCompany;

namespace ReverseMentoring.Tests.Sessions;

/// <summary>Cancellations and misses in the life of a pair, by the links in its mails.</summary>
public sealed class CadenceLifeTests
{
    [Fact]
    public async Task Who_can_t_make_it_gets_another_time_at_once_within_the_cohort_s_days()
    {
        await using var programme = await PairLife.Begin();
        await programme.TurnToBefore(1, 1.5);
        var before = await programme.Session();

        await programme.CantMakeIt(Leader(1));

        var after = await programme.Session();
        Assert.NotEqual(before.Time, after.Time);
        Assert.InRange(after.Time.End, before.Time.End.AddHours(-24), before.FirstTime.End.AddDays(14));
        Assert.Equal((1, 1), (after.Sequence, (await programme.Pair()).FallsInARow));
        Assert.All([Leader(1), Junior(1)], who => Assert.Single(programme.Mails(who, "sessionmoved")));

        // Sent once more from the page as it was, it moves nothing.
        using var again = await programme.Post(
            TestProgramme.LinksOf(programme.Mails(Leader(1), "sessionmoved")[^1])[1], ("time", "any"), ("sequence", "0"), ("offered", $"{before.Time.Start.AddDays(1).UtcDateTime:yyyy-MM-dd'T'HH:mm'Z'}"));
        Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, again.StatusCode);
        var page = await again.Content.ReadAsStringAsync();
        Assert.Contains("has been moved already", page, StringComparison.Ordinal);
        Assert.Contains("name=\"sequence\" value=\"1\"", page, StringComparison.Ordinal);
        var offered = Assert.Single(page.Split("name=\"offered\" value=\"").Skip(1)).Split('"')[0];
        Assert.Equal(3, offered.Split(' ').Distinct().Count());
        await programme.Time.Settle();
        Assert.Equal(after.Time, (await programme.Session()).Time);
    }

    [Fact]
    public async Task One_click_of_each_for_the_same_time_is_one_fall()
    {
        await using var programme = await PairLife.Begin();
        await programme.TurnToBefore(1, 1.5);
        var links = new[] { Leader(1), Junior(1) }.Select(who => TestProgramme.LinksOf(programme.Mails(who, "sessionreminder")[^1])[1]).ToArray();
        foreach (var link in links)
        {
            using var answer = await programme.Post(link, ("time", "any"));
        }

        await programme.Time.Settle();

        Assert.Equal(1, (await programme.Session()).Sequence);
        Assert.Equal(1, (await programme.Pair()).FallsInARow);
    }

    [Fact]
    public async Task Two_falls_in_a_row_ask_both_and_a_session_that_is_held_settles_it()
    {
        await using var programme = await PairLife.Begin();
        await Fall(programme, Leader(1));
        Assert.Empty(programme.Mails(Leader(1), "cadenceasked"));
        await Fall(programme, Junior(1));

        Assert.All([Leader(1), Junior(1)], who => Assert.Single(programme.Mails(who, "cadenceasked")));
        await programme.Answer(Leader(1), "cadenceasked", ("rhythm", "go-on"));
        await programme.Answer(Junior(1), "cadenceasked", ("rhythm", "go-on"));
        await programme.Hold(1);

        var pair = await programme.Pair();
        Assert.Equal((MeetingStatus.Running, 0, null), (pair.Status, pair.FallsInARow, pair.Attention));
        Assert.Equal(SessionStatus.Held, (await programme.Session()).Status);
    }

    [Fact]
    public async Task One_who_parts_ends_the_pair_without_a_word_about_who_it_was()
    {
        await using var programme = await PairLife.Begin();
        await Fall(programme, Leader(1));
        await Fall(programme, Leader(1));

        using (await programme.Post(TestProgramme.LinkOf(programme.Mails(Junior(1), "cadenceasked")[^1]), ("rhythm", "part")))
        {
            await programme.Time.Settle();
        }

        Assert.Equal(MeetingStatus.Running, (await programme.Pair()).Status);
        await programme.WouldRatherPart(Junior(1));
        Assert.Equal($"Do you want to end your pair with {(await programme.People()).Single(person => person.Email == Leader(1)).Name}?", programme.Mails(Junior(1), "ownact")[^1].Subject);

        Assert.Equal((MeetingStatus.Ended, MeetingEnd.AnotherPartnerWished), ((await programme.Pair()).Status, (await programme.Pair()).End));
        Assert.All([Leader(1), Junior(1)], who => Assert.Single(programme.Mails(who, "meetingended")));
    }

    [Fact]
    public async Task Who_would_rather_meet_less_often_does()
    {
        await using var programme = await PairLife.Begin();
        await Fall(programme, Leader(1));
        await Fall(programme, Leader(1));
        await programme.Answer(Leader(1), "cadenceasked", ("rhythm", "go-on"));

        await programme.Answer(Junior(1), "cadenceasked", ("rhythm", "change"));

        var starts = (await programme.Sessions()).Select(session => session.Time.Start).ToArray();
        Assert.All(starts.Zip(starts.Skip(1)), next => Assert.InRange((next.Second - next.First).TotalDays, 40, 46));
    }

    [Fact]
    public async Task Where_there_is_no_time_to_meet_less_often_both_hear_that_all_stays()
    {
        await using var programme = await TestProgramme.Start(
            SmallCompany.Of(1, 1), new { sessions = new { sessions = 1, minimumDays = 7, idealDays = 7, maximumDays = 7 } });
        await programme.UntilSessions(1, 1);
        await Fall(programme, Leader(1));
        await Fall(programme, Leader(1));
        await programme.TurnToBefore(1, 0.2);
        var before = await programme.Session();
        await programme.Answer(Leader(1), "cadenceasked", ("rhythm", "go-on"));

        await programme.Answer(Junior(1), "cadenceasked", ("rhythm", "change"));
        await programme.Time.TurnTo(before.Time.Start.AddMinutes(1));

        Assert.Equal(before.Time, (await programme.Session()).Time);
        Assert.All([Leader(1), Junior(1)], who => Assert.Single(programme.Mails(who, "cadencekept")));
    }

    [Fact]
    public async Task A_pair_whose_sessions_keep_falling_needs_attention_and_nobody_is_shown_by_whose_doing()
    {
        await using var programme = await PairLife.Begin();
        for (var time = 0; time < 4; time++)
        {
            await Fall(programme, Leader(1));
        }

        Assert.Equal(Attention.Stuck, (await programme.Pair()).Attention);
        using var seen = await programme.Manager(HttpMethod.Get, $"/api/cohorts/{programme.Cohort}/pairs/{(await programme.Pair()).Id}");
        var text = await seen.Content.ReadAsStringAsync();
        Assert.Contains("stuck", text, StringComparison.Ordinal);
        Assert.DoesNotContain("cancel", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("fell", text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_session_that_was_missed_is_booked_again_and_counted_once()
    {
        await using var programme = await PairLife.Begin();
        var first = (await programme.Session()).FirstTime;

        await programme.Hold(1, met: false);
        Assert.True((await programme.Session()).HasTime);
        await programme.Hold(1);

        var session = await programme.Session();
        Assert.Equal((SessionStatus.Held, first), (session.Status, session.FirstTime));
        Assert.True(session.Time.End <= first.End.AddDays(14));
        Assert.Equal(4, (await programme.Sessions()).Count);
    }

    private static async Task Fall(TestProgramme programme, string who)
    {
        await programme.TurnToBefore(1, 0.5);
        await programme.CantMakeIt(who);
    }
}
