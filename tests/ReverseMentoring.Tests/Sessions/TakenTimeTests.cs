using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.LocalHost.Storage;
using ReverseMentoring.Tests.Cycle;
using ReverseMentoring.Tests.Store;
using static ReverseMentoring.Tests.Cycle.SmallCompany;

namespace ReverseMentoring.Tests.Sessions;

/// <summary>A time that was free when somebody chose it, and is taken when it is to be booked.</summary>
public sealed class TakenTimeTests
{
    [Fact]
    public async Task Two_sessions_of_one_leader_that_are_to_move_to_the_same_time_don_t_both_get_it()
    {
        await using var programme = await NarrowHours.UntilSessions(juniors: 2, sessions: 1);
        await programme.TurnToBefore(1, 1.5);
        var links = new[] { Junior(1), Junior(2) }.Select(who => OtherTimes(programme, who)).ToArray();
        var common = (await Proposed(programme, links[0])).Intersect(await Proposed(programme, links[1])).First();

        foreach (var link in links)
        {
            using var chosen = await programme.Post(link, ("time", common));
            Assert.Equal(System.Net.HttpStatusCode.SeeOther, chosen.StatusCode);
        }

        await programme.Time.Settle();

        // The second finds that the time is taken and gets the best of the others at once: no session moves twice.
        var sessions = await programme.Sessions();
        Assert.All(sessions, session => Assert.Equal((1, true), (session.Sequence, session.HasTime)));
        Assert.Single(sessions, session => session.Time.Start == Moment(common));
        Assert.False(sessions[0].Time.Overlaps(sessions[1].Time));
    }

    [Fact]
    public async Task A_time_that_was_taken_in_a_calendar_after_it_was_chosen_is_not_booked()
    {
        var calendar = new FakeCalendar();
        await using var programme = await PairLife.Begin(calendar);
        await programme.TurnToBefore(1, 1.5);
        var before = (await programme.Session()).Time;
        var link = TestProgramme.LinksOf(programme.Mails(Junior(1), "session")[^1])[1];
        var wish = (await Proposed(programme, link))[0];
        using var chosen = await programme.Post(link, ("time", wish));
        var taken = new Interval(Moment(wish), Moment(wish).AddMinutes(30));
        calendar.PutOver(Leader(1), taken);

        await programme.Time.Settle();

        var after = (await programme.Session()).Time;
        Assert.NotEqual(before, after);
        Assert.False(after.Overlaps(taken), $"{after.Start} is taken.");
    }

    [Fact]
    public async Task While_one_pair_books_another_of_the_same_leader_books_too_and_neither_takes_the_other_s_time()
    {
        var store = new MeanwhileStore(new MemoryStore());
        await using var programme = await NarrowHours.UntilConfirmation(juniors: 3, more: services => services.AddSingleton<IStore>(store));
        // The first pair's booking makes the row that the two others will write at once.
        await programme.SayYes([Leader(1), Junior(1)]);
        await programme.Time.Settle();
        await programme.SayYes([Junior(2), Junior(3)]);
        var waiting = (await programme.Pairs()).Where(pair => pair.Status is MeetingStatus.Proposed).Select(pair => ProcessId.OfMeeting(programme.Cohort, pair.Id)).ToArray();
        Assert.Equal(2, waiting.Length);
        var leader = (await programme.People()).Single(person => person.Email == Leader(1)).Id;
        store.Meanwhile(Rows.PersonPartition(leader), "", () => programme.Run(waiting[1]));

        await programme.Run(waiting[0]);
        await programme.Time.Settle();

        Assert.True(store.IsDone);
        var times = (await programme.Sessions()).Select(session => session.Time).OrderBy(time => time.Start).ToArray();
        Assert.Equal(6, times.Length);
        Assert.All(times.Zip(times.Skip(1)), next => Assert.False(next.First.Overlaps(next.Second), $"Two sessions at {next.First.Start}."));
    }

    private static string OtherTimes(TestProgramme programme, string who) => TestProgramme.LinksOf(programme.Mails(who, "session")[^1])[1];

    private static async Task<string[]> Proposed(TestProgramme programme, string link)
    {
        using var page = await programme.Open(link);
        return [.. new HtmlParser().ParseDocument(await page.Content.ReadAsStringAsync())
            .QuerySelectorAll("input[name=time]").Select(input => input.GetAttribute("value")!).Where(value => value != "any")];
    }

    private static DateTimeOffset Moment(string value) => DateTimeOffset.Parse(value, System.Globalization.CultureInfo.InvariantCulture);
}
