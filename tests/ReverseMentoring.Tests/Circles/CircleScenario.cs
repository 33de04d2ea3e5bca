using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.LocalHost.Mailbox;
using ReverseMentoring.Tests.Cycle;

namespace ReverseMentoring.Tests.Circles;

/// <summary>A cohort that meets in circles, as its manager and its people see it.</summary>
internal static class CircleScenario
{
    public static Task<TestProgramme> Start(int leaders, int juniors, int sessions = 3, object? circles = null, bool keepsHours = false) => TestProgramme.Start(
        SmallCompany.Of(leaders, juniors), new { sessions = new { sessions }, matching = new { circles = circles ?? new { } } }, keepsHours: keepsHours);

    public static async Task<TestProgramme> UntilSessions(int leaders, int juniors, int sessions = 3, object? circles = null)
    {
        var programme = await Start(leaders, juniors, sessions, circles);
        await programme.UntilReview(leaders, juniors);
        await programme.Command("approve");
        return programme;
    }

    public static Task<List<Meeting>> Circles(this TestProgramme programme) =>
        new MeetingRepository(programme.Store, programme.Cohort).All(MeetingKind.Circle).ToListAsync().AsTask();

    public static async Task<Meeting> Circle(this TestProgramme programme, MeetingId id) =>
        (await programme.Circles()).Single(circle => circle.Id == id);

    public static async Task<List<Session>> SessionsOf(this TestProgramme programme, Meeting circle) =>
        [.. (await programme.Sessions()).Where(session => session.Meeting == circle.Id)];

    public static async Task<IReadOnlyList<string>> Addresses(this TestProgramme programme, Meeting circle)
    {
        var people = (await programme.People()).ToDictionary(person => person.Id);
        return [.. circle.Members.Select(member => people[member.Person].Email)];
    }

    public static async Task<string> AddressOf(this TestProgramme programme, PersonId person) =>
        (await programme.People()).Single(one => one.Id == person).Email;

    /// <summary>By the way out that each mail ends with.</summary>
    public static async Task Leaves(this TestProgramme programme, string who, string what = "leave", MeetingId? circle = null)
    {
        var way = TestProgramme.LinksOf(programme.Mails(who)[^1])[^1];
        (string, string)[] fields = [("do", what), ("step", "2"), ("sure", "true"), .. circle is { } id ? [("pair", id.Value)] : Array.Empty<(string, string)>()];
        using var left = await programme.ActsAsOwn(who, way, fields);
        Assert.Equal(System.Net.HttpStatusCode.SeeOther, left.StatusCode);
        await programme.Time.Settle();
    }

    /// <summary>Weeks go by, and everybody says that they met, until the sessions are over.</summary>
    public static async Task Meet(this TestProgramme programme, int looks = 80)
    {
        var answered = new HashSet<string>();
        for (var look = 0; look < looks && await programme.Phase() == PhaseNames.Sessions; look++)
        {
            await programme.Time.TurnTo(programme.Time.Now.AddDays(3));
            foreach (var mail in programme.Mailbox.All().Where(mail => mail.Id.Contains(".pulse.", StringComparison.Ordinal) && answered.Add(mail.Id)))
            {
                using var answer = await programme.Post(TestProgramme.LinkOf(mail), ("met", "yes"), ("worth", "4"));
            }

            await programme.Time.Settle();
        }
    }
}
