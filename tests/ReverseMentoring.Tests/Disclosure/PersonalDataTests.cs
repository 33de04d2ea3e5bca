using System.Text.Json;
using ReverseMentoring.Core.Erasure;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.Cycle;
using ReverseMentoring.Tests.Sessions;
using static ReverseMentoring.Tests.Cycle.SmallCompany;

namespace ReverseMentoring.Tests.Disclosure;

/// <summary>What somebody can download is all that is kept of them, and nothing that is only another's.</summary>
public sealed class PersonalDataTests
{
    /// <summary>Where each kind of row that can speak of somebody stands in the file.</summary>
    private static readonly Dictionary<string, string> Told = new()
    {
        [Rows.Person] = "person", [Rows.Agreement] = "agreed", [Rows.Correction] = "correction", [Rows.Ask] = "asked", [Rows.Answer] = "answers", [Rows.Meeting] = "meetings", [Rows.Session] = "meetings",
        [Rows.History] = "meetings", [Rows.Event] = "meetings", [Rows.Mail] = "mails", [Rows.Mailed] = "mailed", [Rows.FreeTime] = "freeTime", [Rows.Unmatched] = "unmatched",
        [Rows.Own] = "askedForByOwnAddress", [Rows.Seeking] = "seeking", [Rows.Newcomer] = "newcomer", [Rows.EarlierPair] = "earlierPairs", [Rows.Rules] = "rules", [Rows.Released] = "counted", [Rows.Command] = "commands",
    };

    [Fact]
    public async Task Every_row_that_speaks_of_somebody_is_told_by_its_kind()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(2, 2), new { sessions = new { sessions = 2 } });
        await Live(programme);
        var ana = await programme.IdOf(Leader(1));
        var file = await FileOf(programme, Leader(1));

        var kinds = new HashSet<string>();
        await foreach (var row in programme.Store.Query(Rows.Partition(programme.Cohort), KeyRange.Prefix("")))
        {
            if (row.Key.Contains(ana.Value, StringComparison.Ordinal) || row.Body.Contains(ana.Value, StringComparison.Ordinal))
            {
                var kind = Told.Keys.Concat(PersonalData.LeftOut).Where(prefix => row.Key.StartsWith(prefix, StringComparison.Ordinal)).MaxBy(prefix => prefix.Length);
                Assert.True(kind is not null, $"{row.Key} speaks of somebody and nobody tells them.");
                kinds.Add(kind);
            }
        }

        foreach (var kind in kinds.Except(PersonalData.LeftOut))
        {
            var part = file.GetProperty(Told[kind]);
            Assert.True(part.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined) && (part.ValueKind is not JsonValueKind.Array || part.GetArrayLength() > 0), $"{kind} is empty.");
        }

        Assert.Superset(new HashSet<string> { Rows.Person, Rows.Agreement, Rows.Answer, Rows.Meeting, Rows.Mail, Rows.Mailed }, kinds);
        Assert.NotEmpty(file.GetProperty("bookings").EnumerateArray());
    }

    [Fact]
    public async Task As_many_answers_mails_and_sessions_as_there_are()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(2, 2), new { sessions = new { sessions = 2 } });
        await Live(programme);
        var ana = await programme.IdOf(Leader(1));
        var file = await FileOf(programme, Leader(1));

        async Task<int> Rowed(string prefix, string of) =>
            await programme.Store.Query(Rows.Partition(programme.Cohort), KeyRange.Prefix(prefix)).CountAsync(row => row.Key.Contains(of, StringComparison.Ordinal));
        Assert.Equal(await Rowed(Rows.Answer, ana.Value), file.GetProperty("answers").GetArrayLength());
        Assert.Equal(await programme.Store.Query(Rows.Partition(programme.Cohort), KeyRange.Prefix(Rows.Mail)).CountAsync(row => row.Body.Contains($"\"person\":\"{ana}\"", StringComparison.Ordinal)), file.GetProperty("mails").GetArrayLength());
        var meeting = Assert.Single(file.GetProperty("meetings").EnumerateArray());
        Assert.Equal(2, meeting.GetProperty("sessions").GetArrayLength());
    }

    [Fact]
    public async Task What_is_only_another_s_is_not_in_it()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(2, 2), new { sessions = new { sessions = 2 } });
        await Live(programme);
        var file = (await FileOf(programme, Leader(1))).ToString();
        var mine = await programme.IdOf(Leader(1));
        foreach (var other in (await programme.People()).Where(person => person.Id != mine))
        {
            Assert.DoesNotContain(other.Id.Value, file, StringComparison.Ordinal);
            Assert.DoesNotContain(other.Email, file, StringComparison.Ordinal);
        }

        // The partner could not come once, and said what it was worth: neither is this one's to know.
        Assert.Contains("Junior", file, StringComparison.Ordinal);
        Assert.DoesNotContain("\"kind\": \"fell\"", file, StringComparison.Ordinal);
        Assert.DoesNotContain("\"worth\": 5", file, StringComparison.Ordinal);
    }

    /// <summary>Pairs that meet, move and are asked; the juniors answer what the leaders don't.</summary>
    private static async Task Live(TestProgramme programme)
    {
        await programme.UntilSessions(2, 2);
        var junior = (await programme.People()).Single(person => person.Id == programme.Pairs().Result.Single(pair => pair.Has(programme.IdOf(Leader(1)).Result)).Mentor).Email;
        await programme.TurnToBefore(1, 1.5);
        await programme.CantMakeIt(junior);
        await programme.Time.TurnTo((await programme.Sessions()).Where(session => session.Number == 1).Max(session => session.Time.End).AddHours(2));
        await programme.Met(junior);
    }

    private static async Task<JsonElement> FileOf(TestProgramme programme, string who)
    {
        var link = TestProgramme.LinksOf(programme.Mails(who)[0]).Single(link => link.EndsWith("/notice", StringComparison.Ordinal))[..^"/notice".Length];
        using var file = await programme.OpenAsOwn(who, link + "/my-data.json");
        return JsonDocument.Parse(await file.Content.ReadAsStringAsync()).RootElement;
    }
}
