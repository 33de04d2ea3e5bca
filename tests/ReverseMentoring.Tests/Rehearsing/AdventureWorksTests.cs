using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using CsvHelper;
using ReverseMentoring.LocalHost.Commands;

namespace ReverseMentoring.Tests.Rehearsing;

/// <summary>The main job on a real organisation chart, recounted from the mails and tables that the rehearsal leaves behind.</summary>
public sealed partial class AdventureWorksTests(AdventureWorksTests.Rehearsed rehearsed) : IClassFixture<AdventureWorksTests.Rehearsed>
{
    [Fact]
    public void Everybody_with_a_role_takes_part()
    {
        Assert.Equal((142, 95, 47), (rehearsed.Figure("participants"), rehearsed.Figure("mentors"), rehearsed.Figure("mentees")));
        Assert.Equal(142, rehearsed.Table("people").Count);
    }

    [Fact]
    public void Every_leader_who_answered_has_a_partner_or_a_reason()
    {
        var answered = rehearsed.Table("answers").Where(row => row["Form"] == "Offers").Select(row => row["Person"]).ToHashSet();
        var paired = rehearsed.Table("pairs").Select(row => row["Mentee"]).ToHashSet();
        var reasons = rehearsed.Table("unmatched").ToDictionary(row => row["Person"], row => row["Reason"]);
        var leaders = rehearsed.Table("people").Where(row => row["Role"] == "Mentee").Select(row => row["Id"]);
        Assert.All(leaders.Where(answered.Contains), leader =>
            Assert.True(paired.Contains(leader) || reasons.GetValueOrDefault(leader) is "capacity" or "fit", leader));
    }

    [Fact]
    public void Whoever_ever_had_a_partner_is_counted_once_and_all_add_up()
    {
        var formed = rehearsed.Table("pairs").Where(row => row["ConfirmedAt"].Length > 0).ToArray();
        Assert.Equal(rehearsed.Figure("pairs"), formed.Length);
        Assert.Equal(rehearsed.Figure("pairsParted"), formed.Count(row => row["Status"] == "Ended"));
        Assert.Equal(rehearsed.Figure("matchedMentees"), formed.Select(row => row["Mentee"]).Distinct().Count());
        Assert.Equal(rehearsed.Figure("matchedMentors"), formed.Select(row => row["Mentor"]).Distinct().Count());
        Assert.Equal(rehearsed.Figure("mentees"), rehearsed.Figure("matchedMentees") + rehearsed.Figure("unmatchedMentees"));
        Assert.Equal(rehearsed.Figure("mentors"), rehearsed.Figure("matchedMentors") + rehearsed.Figure("unmatchedMentors"));
    }

    [Fact]
    public void Where_no_effect_was_planted_none_is_found() =>
        Assert.DoesNotMatch("\"word\":\"(rose|fell)", rehearsed.Report);

    [Fact]
    public void No_pair_stands_in_one_reporting_line()
    {
        var addresses = rehearsed.Table("people").ToDictionary(row => row["Id"], row => row["Email"]);
        var managers = rehearsed.People.ToDictionary(row => row["email"], row => row["managerEmail"] is { Length: > 0 } email ? email : null);
        foreach (var pair in rehearsed.Table("pairs"))
        {
            var (mentor, mentee) = (addresses[pair["Mentor"]], addresses[pair["Mentee"]]);
            var (aboveMentor, aboveMentee) = (managers[mentor], managers[mentee]);
            Assert.NotEqual(mentee, aboveMentor);
            Assert.NotEqual(mentor, aboveMentee);
            Assert.NotEqual(mentee, aboveMentor is null ? null : managers[aboveMentor]);
            Assert.NotEqual(mentor, aboveMentee is null ? null : managers[aboveMentee]);
            Assert.True(aboveMentor is null || aboveMentor != aboveMentee);
        }

        Assert.Equal(0, rehearsed.Figure("pairsInReportingLine"));
    }

    [Fact]
    public void The_first_matching_leaves_no_better_pair_among_the_candidates()
    {
        var candidates = rehearsed.Table("candidates").Select(row => (row["Mentor"], row["Mentee"])).ToHashSet();
        var first = rehearsed.Table("pairs").Where(pair => pair["Round"] == "1").ToArray();
        Assert.All(first, pair => Assert.Contains((pair["Mentor"], pair["Mentee"]), candidates));
        Assert.Equal(
            candidates.Select(pair => pair.Item2).Distinct().Count(), first.Select(pair => pair["Mentee"]).Distinct().Count());
    }

    [Fact]
    public void Each_mail_went_once_and_every_one_is_there()
    {
        Assert.Equal(0, rehearsed.Figure("mailsTwice"));
        Assert.Equal(rehearsed.Figure("mailsSent"), rehearsed.Mails.Count);
        Assert.Equal(rehearsed.Mails.Count, rehearsed.Mails.Select(name => Moment().Replace(name, "")).Distinct().Count());
    }

    [Fact]
    public void Sessions_are_counted_as_the_table_has_them()
    {
        var sessions = rehearsed.Table("sessions");
        Assert.Equal(rehearsed.Figure("sessionsHeld"), sessions.Count(row => row["Status"] == "Held"));
        Assert.Equal(rehearsed.Figure("sessionsMissed"), sessions.Count(row => row["Status"] == "Missed"));
        Assert.InRange(rehearsed.Figure("sessionsHeld"), rehearsed.Figure("sessionsPlanned") * 0.6, rehearsed.Figure("sessionsPlanned"));
    }

    [Fact]
    public void Nobody_sits_in_two_sessions_at_once()
    {
        var pairs = rehearsed.Table("pairs").ToDictionary(row => row["Id"]);
        var times = rehearsed.Table("sessions").SelectMany(row => new[] { "Mentor", "Mentee" }.Select(side => (
            Person: pairs[row["Meeting"]][side], Start: At(row["Start"]), End: At(row["End"])))).OrderBy(time => time.Person).ThenBy(time => time.Start).ToArray();
        Assert.All(times.Zip(times.Skip(1)), two => Assert.True(two.First.Person != two.Second.Person || two.First.End <= two.Second.Start));
    }

    /// <summary>From the names of the mails and the zones in the table of people, and nothing else.</summary>
    [Fact]
    public void Mails_for_each_person_and_their_hours_are_as_the_files_have_them()
    {
        var zones = rehearsed.Table("people").ToDictionary(row => row["Id"], row => TimeZoneInfo.FindSystemTimeZoneById(row["TimeZone"]));
        var mails = rehearsed.Mails.Select(MailFile.Parse).Where(mail => zones.ContainsKey(mail.Person))
            .Select(mail => (mail.Person, mail.At, Local: TimeZoneInfo.ConvertTime(mail.At, zones[mail.Person]))).ToArray();
        var paired = rehearsed.Table("pairs").Where(row => row["ConfirmedAt"].Length > 0).SelectMany(row => new[] { row["Mentor"], row["Mentee"] }).ToHashSet();
        var each = mails.ToLookup(mail => mail.Person);
        int[] counts = [.. paired.Select(person => each[person].Count()).Order()];

        Assert.Equal((counts[(counts.Length - 1) / 2] + counts[counts.Length / 2]) / 2.0, rehearsed.Json.GetProperty("mailsPerPerson").GetProperty("median").GetDouble());
        Assert.Equal(counts[^1], rehearsed.Json.GetProperty("mailsPerPerson").GetProperty("max").GetInt32());
        Assert.Equal(each.Max(mails => mails.GroupBy(mail => (mail.Local.Year, mail.Local.Month)).Max(month => month.Count())), rehearsed.Figure("mailsWorstMonth"));
        Assert.Equal(
            each.Max(mails => mails.Max(first => mails.Count(mail => mail.At >= first.At && mail.At < first.At.AddDays(30)))), rehearsed.Figure("mailsWorstThirtyDays"));
        Assert.Equal(mails.Count(mail => IsWeekend(mail.Local)), rehearsed.Figure("mailsOnWeekends"));
        Assert.Equal(mails.Count(mail => !IsWeekend(mail.Local) && mail.Local.Hour is < 7 or >= 19), rehearsed.Figure("mailsOffHours"));

        static bool IsWeekend(DateTimeOffset local) => local.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
    }

    [Fact]
    public void Mail_is_scarce_and_comes_at_decent_hours() => MailBudget.Holds(rehearsed.Json);

    private static DateTimeOffset At(string moment) => DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture);

    [GeneratedRegex("^[0-9TZ]+-")]
    private static partial Regex Moment();

    /// <summary>The rehearsal with seed 1, as the command line runs it.</summary>
    public sealed class Rehearsed : IAsyncLifetime
    {
        private readonly string folder = Path.Combine(Path.GetTempPath(), $"rehearsal-{Guid.NewGuid():N}");
        private JsonElement figures;

        public JsonElement Json => figures;

        public string Report => File.ReadAllText(Path.Combine(folder, "report.json"));

        public IReadOnlyList<string> Mails { get; private set; } = [];

        public IReadOnlyList<IReadOnlyDictionary<string, string>> People { get; private set; } = [];

        public int Figure(string name) => figures.GetProperty(name).GetInt32();

        public IReadOnlyList<IReadOnlyDictionary<string, string>> Table(string name) => Read(Path.Combine(folder, $"{name}.csv"));

        public async Task InitializeAsync()
        {
            var people = Path.Combine(AppContext.BaseDirectory, "Data", "adventure-works-people.csv");
            Assert.Equal(0, await Cli.Run(["rehearse", people, "--seed", "1", "--out", folder, "--quiet"]));
            figures = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "figures.json"))).RootElement;
            Mails = [.. Directory.EnumerateFiles(Path.Combine(folder, "mails")).Select(file => Path.GetFileName(file))];
            People = Read(people);
        }

        public Task DisposeAsync()
        {
            Directory.Delete(folder, recursive: true);
            return Task.CompletedTask;
        }

        private static List<IReadOnlyDictionary<string, string>> Read(string file)
        {
            using var csv = new CsvReader(new StreamReader(file), CultureInfo.InvariantCulture);
            csv.Read();
            csv.ReadHeader();
            var rows = new List<IReadOnlyDictionary<string, string>>();
            while (csv.Read())
            {
                rows.Add(csv.HeaderRecord!.ToDictionary(name => name, name => csv.GetField(name) ?? ""));
            }

            return rows;
        }
    }
}
