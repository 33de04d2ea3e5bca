using System.Net.Http;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Tests.Cycle;

/// <summary>All that a manager can read of a cohort, so that two cohorts can be held against each other.</summary>
internal static class ManagerReading
{
    private static readonly string[] Pages =
        ["", "people", "topics", "pairs", "pairs?show=Declined", "pairs?show=Ended", "unmatched", "sessions", "sessions?show=attention", "mails", "questions", "report", "lists", "settings", "export/people.csv", "export/pairs.csv", "export/sessions.csv", "export/unmatched.csv", "export/topics.csv", "export/mails.csv"];

    private static readonly string[] Lists = ["", "people", "pairs", "circles", "unmatched", "rules", "topics", "mails", "report", "report.csv"];

    /// <returns>Each address with the day of the reading, and what it says; without the cohort's id, which is drawn for each.</returns>
    public static async Task<IReadOnlyList<(string Place, string Said)>> Read(this TestProgramme programme, IReadOnlyList<PersonId> people, MeetingId? pair = null)
    {
        var (one, other) = (people[0], people[1]);
        string[] pairs = pair is null ? [] : [$"pairs/{pair}"];
        string[] told = pair is null ? [] : (await programme.Pairs()).Any(found => found.Id == pair) ? pairs : [$"circles/{pair}"];
        string[] places =
        [
            .. Pages.Concat(pairs).Concat([$"people/{one}", $"people/{other}", $"people/{one}/edit", $"force?mentor={one}&mentee={other}"])
                .Select(page => $"/manage/cohorts/{programme.Cohort}/{page}".TrimEnd('/')),
            .. Lists.Concat(told).Concat([$"people/{one}", $"people/{other}"]).Select(list => $"/api/cohorts/{programme.Cohort}/{list}".TrimEnd('/')),
        ];
        var read = new List<(string, string)>();
        foreach (var place in places)
        {
            using var answer = await programme.Manager(HttpMethod.Get, place);
            read.Add((Nameless($"{programme.Clock.GetUtcNow():MM-dd HH:mm} {place}"), Nameless($"{answer.StatusCode} {await answer.Content.ReadAsStringAsync()}")));
        }

        return read;

        string Nameless(string text) => text.Replace(programme.Cohort.Value, "cohort", StringComparison.Ordinal);
    }

    public static void AreAlike(IReadOnlyList<(string Place, string Said)> one, IReadOnlyList<(string Place, string Said)> other)
    {
        Assert.Equal(one.Select(read => read.Place), other.Select(read => read.Place));
        Assert.All(one.Zip(other), both => Assert.True(both.First.Said == both.Second.Said, $"{both.First.Place} tells of it:\n{both.First.Said}\n\n{both.Second.Said}"));
    }
}
