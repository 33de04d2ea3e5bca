using System.Text;

namespace ReverseMentoring.Tests.Api;

/// <summary>Two managers, or one program twice, send lists of people at the same time.</summary>
public sealed class ConcurrentListTests
{
    [Fact]
    public async Task Lists_that_are_sent_at_once_are_all_taken_and_nobody_joins_twice()
    {
        await using var host = await ApiHost.Start();
        var here = $"/api/cohorts/{await host.StartSample()}/people";
        var before = (await host.Get(here)).GetProperty("items").GetArrayLength();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(async round =>
        {
            using var content = new StringContent(List(round), Encoding.UTF8, "text/csv");
            using var answer = await host.Client.PutAsync(new Uri(here, UriKind.Relative), content);
            return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
        }));

        Assert.All(answers, answer => Assert.True(answer.Item1 == 200, $"{answer.Item1}: {answer.Item2}"));
        var people = (await host.Get(here)).GetProperty("items").EnumerateArray().ToArray();
        Assert.Equal(before + 20, people.Length);
        Assert.Single(people.Where(person => person.GetProperty("name").GetString()!.StartsWith("New", StringComparison.Ordinal)).Select(person => person.GetProperty("jobTitle").GetString()).Distinct());
    }

    /// <summary>The same people, with a title that each list says otherwise, and somebody who takes no part.</summary>
    private static string List(int round) => "name,email,role,jobTitle\nhead,head@example.com,,\n" + string.Concat(
        Enumerable.Range(0, 20).Select(number => $"New {number},new{number}@example.com,{(number % 2 == 0 ? "mentor" : "mentee")},Title {round}\n"));
}
