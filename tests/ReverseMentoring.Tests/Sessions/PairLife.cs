using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Scheduling.Calendars;
using ReverseMentoring.LocalHost.Mailbox;
using ReverseMentoring.Tests.Cycle;
using static ReverseMentoring.Tests.Cycle.SmallCompany;

namespace ReverseMentoring.Tests.Sessions;

/// <summary>Pairs that have said yes to each other, with or without calendars that the product reaches.</summary>
internal static class PairLife
{
    public static async Task<TestProgramme> Begin(FakeCalendar? calendar = null, int pairs = 1, int sessions = 4, Action? whenMatched = null)
    {
        var programme = await TestProgramme.Start(
            SmallCompany.Of(pairs, pairs),
            new
            {
                sessions = new { sessions },
                calendar = calendar is null ? (object)new { mode = "mail" } : new { mode = "microsoft365", organizer = "service-mailbox" },
            },
            more: services => _ = calendar is null ? services : services.AddSingleton<ICalendar>(calendar));
        await programme.UntilReview(pairs, pairs);
        whenMatched?.Invoke();
        await programme.UntilSessionsFromReview(pairs, pairs);
        return programme;
    }

    public static async Task<Meeting> Pair(this TestProgramme programme) => (await programme.Pairs()).First(pair => pair.StartedAt is not null);

    public static async Task<Session> Session(this TestProgramme programme, int number = 1) =>
        (await programme.Sessions()).First(session => session.Number == number);

    /// <summary>Follows "I can't make it" in the newest mail about a session.</summary>
    public static async Task CantMakeIt(this TestProgramme programme, string who, string time = "any")
    {
        var mail = programme.Mails(who, "session")[^1];
        using var answer = await programme.Post(TestProgramme.LinksOf(mail)[1], ("time", time));
        Assert.Equal(System.Net.HttpStatusCode.SeeOther, answer.StatusCode);
        await programme.Time.Settle();
    }

    /// <summary>Turns so far that a session is so many days ahead.</summary>
    public static async Task TurnToBefore(this TestProgramme programme, int number, double days) =>
        await programme.Time.TurnTo((await programme.Session(number)).Time.Start.AddDays(-days));

    /// <summary>Turns past a session and says that it was held.</summary>
    public static async Task Hold(this TestProgramme programme, int number, bool met = true)
    {
        await programme.Time.TurnTo((await programme.Session(number)).Time.End.AddHours(2));
        await programme.Met(Leader(1), met);
        await programme.Met(Junior(1), met);
    }

    public static string BodyOf(ReceivedMail mail) => mail.Text;
}
