using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace ReverseMentoring.Tests.Readme;

/// <summary>
/// Types what README says, word for word, in a fresh clone. Left out is what needs an Azure subscription (azd), and the
/// command that runs these tests: that one .ci/run begins with.
/// </summary>
public sealed partial class ReadmeTests
{
    /// <summary>What doesn't serve until it is stopped.</summary>
    private static readonly string[] Ends = [" rehearse ", " forecast ", " simulate ", " fuzz ", " attack ", " certify ", " keys ", " audit ", " backup "];

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly string Readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    [Fact]
    [Trait("Category", "Readme")]
    public async Task Every_command_works_as_it_stands()
    {
        using var clone = new FreshClone();
        File.WriteAllText(Path.Combine(clone.Folder, "people.csv"), ReadmeText.Sample(Readme, "csv"));
        File.WriteAllText(Path.Combine(clone.Folder, "germany.ics"), Holidays);
        File.WriteAllText(Path.Combine(clone.Folder, "settings.json"), """{ "name": "Spring", "sessions": { "sessions": 4 } }""");
        clone.Set("START", DateTime.UtcNow.AddDays(30).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        StartedCommand? host = null;
        try
        {
            foreach (var command in Here())
            {
                if (command.Contains(" restore ", StringComparison.Ordinal))
                {
                    // Nothing may serve the folder meanwhile; afterwards it goes on with the key it had.
                    host?.Dispose();
                    await clone.Run(command);
                    host = clone.Start(ReadmeText.LocalHost);
                    await host.Tells("http://localhost:7071", Patience);
                }
                else if (command.StartsWith(ReadmeText.LocalHost, StringComparison.Ordinal) && !Ends.Any(ends => command.Contains(ends, StringComparison.Ordinal)))
                {
                    host?.Dispose();
                    host = clone.Start(command);
                    clone.Set("KEY", await Serves(host));
                }
                else if (Created().Match(await clone.Run(command)) is { Success: true } created)
                {
                    clone.Set("COHORT", created.Groups[1].Value);
                }
            }
        }
        finally
        {
            host?.Dispose();
        }

        Assert.True(Directory.Exists(Path.Combine(clone.Folder, "reverse-mentoring-data")));
        Assert.True(File.Exists(Path.Combine(clone.Folder, "rehearsal", "figures.json")));
    }

    [Fact]
    public void The_tests_are_run_as_README_says()
    {
        var command = Assert.Single(ReadmeText.Commands(Readme), IsTests);

        Assert.Contains($"\n{command} ", File.ReadAllText(Path.Combine(Repository.Root, ".ci", "run")), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_what_needs_Azure_is_left_out() =>
        Assert.Equal(["azd up"], ReadmeText.Commands(Readme).Where(command => !IsTests(command)).Except(Here()));

    private static IEnumerable<string> Here() =>
        ReadmeText.Commands(Readme).Where(command => !IsTests(command) && !command.StartsWith("azd ", StringComparison.Ordinal));

    private static bool IsTests(string command) => command.StartsWith("dotnet test ", StringComparison.Ordinal);

    /// <returns>The manager's key, as a person copies it.</returns>
    private static async Task<string> Serves(StartedCommand host)
    {
        await host.Tells("The manager's key", Patience);
        Assert.DoesNotContain('\u001b', host.Told);
        using var http = new HttpClient();
        foreach (Match address in Address().Matches(host.Told))
        {
            using var answer = await http.GetAsync(new Uri(address.Value));
            Assert.True(answer.StatusCode is HttpStatusCode.OK, $"{address.Value}: {answer.StatusCode}");
        }

        return Key().Match(host.Told).Groups[1].Value;
    }

    private const string Holidays =
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//Holidays//EN\r\nBEGIN:VEVENT\r\nUID:unity@example.org\r\nDTSTAMP:20260101T000000Z\r\n" +
        "DTSTART;VALUE=DATE:20261003\r\nRRULE:FREQ=YEARLY\r\nSUMMARY:Tag der Deutschen Einheit\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

    [GeneratedRegex("http://localhost:7071\\S*")]
    private static partial Regex Address();

    [GeneratedRegex("^The manager's key.*: (\\S+)\\s*$", RegexOptions.Multiline)]
    private static partial Regex Key();

    [GeneratedRegex("^location: .*/api/cohorts/([^/\\s]+)\\s*$", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Created();
}
