using System.Net.Http.Json;
using System.Text.Json;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.LocalHost.Mailbox;
using ReverseMentoring.Tests.Cycle;
using static ReverseMentoring.Tests.Cycle.SmallCompany;

namespace ReverseMentoring.Tests.Acts;

/// <summary>The manager proposes partners; the people decide.</summary>
public sealed class ProposingTests
{
    [Fact]
    public async Task A_proposal_that_both_accept_takes_the_place_of_what_was()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 2));
        var (pair, other) = await Begin(programme);
        var preview = await programme.Preview("proposals", new { mentor = other, mentee = pair.Mentee });
        Assert.Equal(pair.Id.Value, Assert.Single(preview.GetProperty("ends").EnumerateArray()).GetString());
        Assert.Equal(2, Acting.Mails(preview)["introduction"]);
        Assert.Equal(2, Acting.Mails(preview, "mailsThen")["meeting-ended"]);

        Assert.Equal(202, await programme.Act("proposals", new { mentor = other, mentee = pair.Mentee }, key: "give"));
        Assert.Equal(202, await programme.Act("proposals", new { mentor = other, mentee = pair.Mentee }, key: "give"));
        Assert.Equal(MeetingStatus.Running, (await Find(programme, pair.Id)).Status);
        await programme.Accepts(Leader(1));
        Assert.Equal(MeetingStatus.Running, (await Find(programme, pair.Id)).Status);
        await programme.Accepts(await programme.AddressOf(other));

        Assert.Equal((MeetingStatus.Ended, MeetingEnd.Replaced), ((await Find(programme, pair.Id)).Status, (await Find(programme, pair.Id)).End));
        Assert.Equal((other, pair.Mentee), ((await programme.Running()).Mentor, (await programme.Running()).Mentee));
        Assert.Contains("yes to another pair", Assert.Single(programme.Mails(Leader(1), "meetingended")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("yes to another pair", Assert.Single(programme.Mails(await programme.AddressOf(pair.Mentor), "meetingended")).Text, StringComparison.Ordinal);
        Assert.Equal("waiting", await programme.StateOf(await programme.AddressOf(pair.Mentor)));
    }

    [Fact]
    public async Task Whose_pair_a_yes_would_end_reads_so_and_that_a_no_keeps_it()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 2));
        var (pair, other) = await Begin(programme);
        var current = (await programme.People()).Single(person => person.Id == pair.Mentor).Name;
        Assert.Equal(202, await programme.Act("proposals", new { mentor = other, mentee = pair.Mentee }));

        var asked = programme.Mails(Leader(1), "introduction")[^1];
        Assert.Contains($"the one with {current} ends", Flow(asked), StringComparison.Ordinal);
        Assert.Contains($"your pair with {current} goes on as before", Flow(asked), StringComparison.Ordinal);
        Assert.DoesNotContain("someone else", Flow(asked), StringComparison.Ordinal);
        var form = await Read(programme, TestProgramme.LinkOf(asked));
        Assert.Contains($"your pair with {current} ends", form, StringComparison.Ordinal);
        Assert.Contains($"your pair with {current} goes on as before", form, StringComparison.Ordinal);
        Assert.DoesNotContain("someone else", form, StringComparison.Ordinal);

        // Who has nobody reads the usual words, and not who might lose whom.
        var free = programme.Mails(await programme.AddressOf(other), "introduction")[^1];
        Assert.Contains("someone else", Flow(free), StringComparison.Ordinal);
        Assert.Contains("someone else", await Read(programme, TestProgramme.LinkOf(free)), StringComparison.Ordinal);
        Assert.DoesNotContain(current, Flow(free), StringComparison.Ordinal);

        await programme.Declines(Leader(1));
        var thanks = await Read(programme, $"{TestProgramme.LinkOf(asked).Split('?')[0]}?sent=no");
        Assert.Contains($"Your pair with {current} goes on as before", thanks, StringComparison.Ordinal);
        Assert.DoesNotContain("someone else", thanks, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proposal_that_somebody_declines_leaves_all_as_it_was()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 2));
        var (pair, other) = await Begin(programme);
        Assert.Equal(202, await programme.Act("proposals", new { mentor = other, mentee = pair.Mentee }));
        await programme.Accepts(await programme.AddressOf(other));
        await programme.Declines(Leader(1));
        await programme.Time.TurnTo(programme.Time.Now.AddDays(7));

        Assert.Equal(pair.Id, (await programme.Running()).Id);
        Assert.Empty(programme.Mails(await programme.AddressOf(pair.Mentor), "meetingended"));
        Assert.Equal("waiting", await programme.StateOf(await programme.AddressOf(other)));
        Assert.Equal("in-pair", await programme.StateOf(Leader(1)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_a_swap_both_pairs_begin_or_neither(bool allAccept)
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(2, 2));
        await programme.UntilSessions(2, 2);
        var before = (await programme.Pairs()).Where(pair => pair.Status is MeetingStatus.Running).ToArray();
        Assert.Equal(2, before.Length);
        var swap = new
        {
            mentor = before[0].Mentor, mentee = before[1].Mentee, swap = new { mentor = before[1].Mentor, mentee = before[0].Mentee },
        };
        var preview = await programme.Preview("proposals", swap);
        Assert.Equal(2, preview.GetProperty("ends").GetArrayLength());
        Assert.Empty(preview.GetProperty("seeking").EnumerateArray());
        Assert.Equal(202, await programme.Act("proposals", swap));
        PersonId[] asked = [before[0].Mentor, before[1].Mentee, before[1].Mentor, before[0].Mentee];
        foreach (var person in asked.SkipLast(1))
        {
            await programme.Accepts(await programme.AddressOf(person));
        }

        Assert.Equal(before.Select(pair => pair.Id).Order(), (await programme.Pairs()).Where(pair => pair.Status is MeetingStatus.Running).Select(pair => pair.Id).Order());
        var last = await programme.AddressOf(asked[^1]);
        await (allAccept ? programme.Accepts(last) : programme.Declines(last));
        if (!allAccept)
        {
            // A no takes its time, as a yes that does not count would.
            await programme.Time.TurnTo(programme.Time.Now.AddDays(8));
        }

        var after = (await programme.Pairs()).Where(pair => pair.Status is MeetingStatus.Running).ToArray();
        Assert.Equal(2, after.Length);
        Assert.Equal(allAccept, !after.Select(pair => pair.Id).Intersect(before.Select(pair => pair.Id)).Any());
        Assert.DoesNotContain(await programme.Pairs(), pair => pair.Status is MeetingStatus.Proposed);
    }

    [Fact]
    public async Task Candidates_come_by_what_moves_and_score_and_say_nothing_of_whom_somebody_would_rather_not_meet()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(2, 3));
        await programme.UntilSessions(2, 3);
        var alone = (await programme.People()).Single(person => person.Role is Role.Mentor && person.Email == (programme.Mails(person.Email, "unmatched").Count > 0 ? person.Email : ""));
        var before = await Candidates(programme, alone.Id);
        Assert.Equal(2, before.Count);
        Assert.All(before, candidate => Assert.Equal(1, candidate.GetProperty("ends").GetArrayLength()));
        var answer = new Core.Asking.AskId(Core.Programme.PhaseNames.OffersAndWishes, Core.Asking.FormKind.Offers, 0, alone.Id).AnswerKey;
        var partition = Core.Programme.Rows.Partition(programme.Cohort);
        var row = (await Core.Store.Documents.Read<Core.Asking.Answer<Core.Asking.OffersAnswer>>(programme.Store, partition, answer))!;
        var hasher = (await Core.Programme.PersonRegister.FindHasher(programme.Store))!;
        await programme.Store.Write(partition, [row.Replace(row.Value with { Value = row.Value.Value with { RatherNot = [hasher.Hash(Leader(1)), hasher.Hash(Leader(2))] } })]);

        Assert.Equal(before.Select(candidate => candidate.GetRawText()), (await Candidates(programme, alone.Id)).Select(candidate => candidate.GetRawText()));
    }

    /// <summary>Of somebody who has said nothing about topics all scores are low: a list with scores would name exactly those.</summary>
    [Fact]
    public void Candidates_say_who_and_what_would_end_and_no_figure()
    {
        Assert.Equal(["Ends", "Person"], typeof(Core.Cycle.Acts.Candidate).GetProperties().Select(property => property.Name).Order(StringComparer.Ordinal));
        Assert.Equal(["Ends", "Id", "Name"], typeof(Web.Api.Commands.CandidateView).GetProperties().Select(property => property.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_rules_forbid_is_not_proposed()
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 2));
        var (pair, other) = await Begin(programme);
        Assert.Equal(409, await programme.Act("proposals", new { mentor = pair.Mentor, mentee = pair.Mentee }));
        Assert.Equal(409, await programme.Act("proposals", new { mentor = pair.Mentee, mentee = other }));
        Assert.Equal(409, await programme.Act("proposals", new { mentor = "nobody", mentee = pair.Mentee }));
        Assert.Single(await programme.Pairs());
    }

    private static async Task<(Meeting Pair, PersonId Other)> Begin(TestProgramme programme)
    {
        await programme.UntilSessions(1, 2);
        var pair = await programme.Running();
        return (pair, (await programme.People()).Single(person => person.Role is Role.Mentor && person.Id != pair.Mentor).Id);
    }

    /// <summary>A mail's text without the ends of its lines.</summary>
    private static string Flow(ReceivedMail mail) => string.Join(' ', mail.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static async Task<string> Read(TestProgramme programme, string link)
    {
        using var page = await programme.Open(link);
        return System.Net.WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync());
    }

    private static async Task<Meeting> Find(TestProgramme programme, MeetingId id) => (await programme.Pairs()).Single(pair => pair.Id == id);

    private static async Task<IReadOnlyList<JsonElement>> Candidates(TestProgramme programme, PersonId person)
    {
        using var answer = await programme.Manager(HttpMethod.Get, $"/api/cohorts/{programme.Cohort}/people/{person}/candidates");
        return [.. (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("items").EnumerateArray()];
    }
}
