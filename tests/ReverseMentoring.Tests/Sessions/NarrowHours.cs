using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.LocalHost.Mailbox;
using ReverseMentoring.Tests.Cycle;
using static ReverseMentoring.Tests.Cycle.SmallCompany;

namespace ReverseMentoring.Tests.Sessions;

/// <summary>A leader in London who has one hour a day, from ten to eleven, and so one time a day at which a session can be.</summary>
internal static class NarrowHours
{
    private static readonly string[] Days = ["monday", "tuesday", "wednesday", "thursday", "friday"];

    /// <summary>The fields of a working day that ends at eleven, or when it is said.</summary>
    public static IEnumerable<(string, string)> From(string time, string to = "11:00") => Days.SelectMany(day => new[] { ($"from-{day}", time), ($"to-{day}", to) });

    /// <summary>Up to the introductions, which nobody has answered yet.</summary>
    public static async Task<TestProgramme> UntilConfirmation(int juniors = 1, int sessions = 2, Action<IServiceCollection>? more = null)
    {
        var people = SmallCompany.Of(1, juniors).Select(person => JsonSerializer.SerializeToNode(person, JsonSerializerOptions.Web)!.AsObject()).ToArray();
        people[0]["capacity"] = juniors;
        foreach (var person in people)
        {
            person["timeZone"] = "Europe/London";
        }

        var programme = await TestProgramme.Start(
            people.Cast<object>(), new { sessions = new { sessions, weeklyLimit = 5 }, matching = new { minimumSharedMinutes = 0 } }, more: more);
        await programme.TurnTo(5);
        foreach (var who in FormScenario.Everybody(1, juniors))
        {
            await programme.ChoosesTopics(who);
        }

        await programme.Answer(
            Leader(1), "invitation.offers-and-wishes",
            [
                ("offer.careers", "3"), ("wish.technology", "1"), ("languages", "en"), ("format", "either"), ("rules", "true"), ("notice", "true"), ("hours", "custom"),
                .. From("10:00"),
            ]);
        for (var number = 1; number <= juniors; number++)
        {
            await programme.Offers(Junior(number));
        }

        await programme.Command("approve");
        Assert.Equal(juniors, programme.Mails(Leader(1), "introduction").Count);
        return programme;
    }

    public static async Task<TestProgramme> UntilSessions(int juniors = 1, int sessions = 2)
    {
        var programme = await UntilConfirmation(juniors, sessions);
        await programme.AllAccept(juniors);
        Assert.Equal(juniors * sessions, (await programme.Sessions()).Count);
        return programme;
    }

    /// <summary>Everybody says yes; nothing else happens yet.</summary>
    public static async Task AllAccept(this TestProgramme programme, int juniors)
    {
        await programme.SayYes(FormScenario.Everybody(1, juniors));
        await programme.Time.Settle();
    }

    /// <summary>These say yes to all that they were asked; the pairs have not heard of it yet.</summary>
    public static async Task SayYes(this TestProgramme programme, IEnumerable<string> people)
    {
        foreach (var mail in people.SelectMany(who => programme.Mails(who, "introduction")))
        {
            using var answer = await programme.Post(TestProgramme.LinkOf(mail), ("accept", "yes"));
        }
    }
}
