using System.Net.Http.Json;
using System.Text.Json;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.Cycle;

namespace ReverseMentoring.Tests.Acts;

/// <summary>What the manager does about people and pairs in the tests, by the HTTP interface.</summary>
internal static class Acting
{
    public static async Task<JsonElement> Preview(this TestProgramme programme, string path, object? body = null)
    {
        using var answer = await programme.Manager(HttpMethod.Post, $"/api/cohorts/{programme.Cohort}/{path}?preview=true", body ?? new { });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>Does it; all that follows from it at once is done.</summary>
    public static async Task<int> Act(this TestProgramme programme, string path, object? body = null, string? key = null)
    {
        using var answer = await programme.Manager(HttpMethod.Post, $"/api/cohorts/{programme.Cohort}/{path}", body ?? new { }, key);
        await programme.Time.Settle();
        return (int)answer.StatusCode;
    }

    public static async Task<string> StateOf(this TestProgramme programme, string email)
    {
        using var answer = await programme.Manager(HttpMethod.Get, $"/api/cohorts/{programme.Cohort}/people/{await programme.IdOf(email)}");
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("state").GetString()!;
    }

    public static async Task<Meeting> Running(this TestProgramme programme) => (await programme.Pairs()).Single(pair => pair.Status is MeetingStatus.Running);

    public static async Task<string> AddressOf(this TestProgramme programme, PersonId person) => (await programme.People()).Single(one => one.Id == person).Email;

    /// <summary>The kinds of mail that a preview names, each with how many.</summary>
    public static IReadOnlyDictionary<string, int> Mails(JsonElement preview, string list = "mails") => preview.GetProperty(list).EnumerateArray()
        .GroupBy(mail => mail.GetProperty("kind").GetString()!).ToDictionary(kind => kind.Key, kind => kind.Sum(mail => mail.GetProperty("count").GetInt32()));
}
