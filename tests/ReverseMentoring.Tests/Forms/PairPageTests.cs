using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using static ReverseMentoring.Tests.Forms.SmallCohort;

namespace ReverseMentoring.Tests.Forms;

/// <summary>The page of the two of a pair: what they keep for each other, and for nobody else.</summary>
public sealed class PairPageTests
{
    private readonly SmallCohort cohort = In(PhaseNames.Sessions).WithPair().WithSession(1, Start.AddDays(-3)).WithSession(2, Start.AddDays(20));

    private string Address(Person person) => "/f/" + cohort.Token(FormKind.Pair, person, Pair.Id.Value);

    [Fact]
    public async Task What_one_writes_the_other_reads_by_a_code_and_a_link_alone_opens_none_of_it()
    {
        await using var site = new FormSite(cohort);
        await site.PostAndFollow(Address(Ana), ("do", "goal"), ("goal", "Understand how our apprentices work"), ("progress", "2"));
        await site.PostAndFollow(Address(Ana), ("do", "note"), ("note", "Next time: the shop floor"));
        await site.PostAndFollow(Address(Ana), ("do", "try"), ("try", "I will ask before I answer"));

        var shut = await site.Get(Address(Tomas));
        Assert.DoesNotContain("apprentices", shut.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("shop floor", shut.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("before I answer", shut.Text, StringComparison.Ordinal);
        await site.TypeCode(Address(Tomas), Tomas);
        var open = await site.Get(Address(Tomas));
        Assert.Equal(["Understand how our apprentices work", "Next time: the shop floor"], open.Html.QuerySelectorAll("blockquote").Select(quote => quote.TextContent));
        Assert.Contains("Ana Lindqvist: 2 of 5", open.Text, StringComparison.Ordinal);
        Assert.NotNull(open.Form("pair-see").QuerySelector("[value='1']"));
    }

    [Fact]
    public async Task What_the_mentor_has_seen_both_see_and_the_later_goal_stands_with_a_progress_of_its_own()
    {
        await using var site = new FormSite(cohort);
        await site.PostAndFollow(Address(Ana), ("do", "goal"), ("goal", "The first goal"), ("progress", "4"));
        await site.PostAndFollow(Address(Ana), ("do", "try"), ("try", "I will ask before I answer"));
        cohort.Clock.Advance(TimeSpan.FromDays(1));
        await site.PostAndFollow(Address(Tomas), ("do", "goal"), ("goal", "The second goal"));
        await site.PostAndFollow(Address(Tomas), ("do", "see"), ("seen", "1"));
        await site.TypeCode(Address(Ana), Ana);

        var page = await site.Get(Address(Ana));

        Assert.Equal("The second goal", page.Html.QuerySelector("blockquote")!.TextContent);
        Assert.Equal(2, page.Html.QuerySelectorAll("li").Count(line => line.TextContent.Contains("has not said yet", StringComparison.Ordinal)));
        Assert.Contains("after session 1, seen", page.Text, StringComparison.Ordinal);
    }

    /// <summary>Once the pair's sessions are over there is none in which the leader could try something, none to remind of, and no report to come.</summary>
    [Theory]
    [InlineData(MeetingStatus.Running, true)]
    [InlineData(MeetingStatus.Completed, false)]
    public async Task What_to_try_is_asked_while_there_may_be_a_session_for_it(MeetingStatus status, bool asked)
    {
        cohort.WithPair(status);
        await using var site = new FormSite(cohort);

        Assert.Equal(asked, (await site.Get(Address(Ana))).Text.Contains("One thing I will try before next time", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_takes_away_what_is_theirs_and_nothing_of_the_other()
    {
        await using var site = new FormSite(cohort);
        await site.PostAndFollow(Address(Ana), ("do", "note"), ("note", "Of Ana"));
        await site.PostAndFollow(Address(Ana), ("do", "try"), ("try", "I will ask"));
        await site.PostAndFollow(Address(Tomas), ("do", "note"), ("note", "Of Tomás"));

        await site.PostAndFollow(Address(Tomas), ("do", "take-away"), ("notes", "1"), ("tries", "1"));

        Assert.Empty((await Notes(Tomas))!.Notes);
        Assert.Equal("Of Ana", Assert.Single((await Notes(Ana))!.Notes).Text);
        Assert.Single((await Notes(Ana))!.Commitments);
        await site.PostAndFollow(Address(Ana), ("do", "take-away"), ("notes", "1"), ("tries", "1"));
        Assert.Equal((0, 0), ((await Notes(Ana))!.Notes.Count, (await Notes(Ana))!.Commitments.Count));
    }

    [Theory]
    [InlineData("goal", "")]
    [InlineData("goal", "progress=7")]
    [InlineData("note", "note= ")]
    [InlineData("try", "remind=true")]
    [InlineData("take-away", "notes=x")]
    [InlineData("see", "seen=9")]
    [InlineData("nonsense", "note=x")]
    public async Task Nothing_and_nonsense_keep_nothing(string what, string sent)
    {
        var person = what == "see" ? Tomas : Ana;
        await using var site = new FormSite(cohort);
        var before = await cohort.Everything();

        var answer = await site.Post(Address(person), [("do", what), .. sent.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(field => field.Split('=')).Select(field => (field[0], field[1]))]);

        Assert.Equal(what == "nonsense" ? 303 : 422, answer.Status);
        Assert.Equal(before, await cohort.Everything());
    }

    [Fact]
    public async Task Too_long_a_note_comes_back_and_so_does_one_too_many()
    {
        await using var site = new FormSite(cohort);
        Assert.Equal(422, (await site.Post(Address(Ana), ("do", "note"), ("note", new string('x', 501)))).Status);
        for (var note = 0; note < 30; note++)
        {
            Assert.Equal(303, (await site.Post(Address(Ana), ("do", "note"), ("note", $"Note {note}"))).Status);
        }

        var full = await site.Post(Address(Ana), ("do", "note"), ("note", "One more"));

        Assert.Equal((422, "There is no room for more notes. Remove one first."), (full.Status, full.Errors.Single()));
        Assert.Equal(30, (await Notes(Ana))!.Notes.Count);
    }

    [Fact]
    public async Task Who_is_not_of_the_pair_finds_no_page_and_neither_does_a_pair_that_has_parted()
    {
        await using var site = new FormSite(cohort);
        Assert.Equal(410, (await site.Get(Address(Kim))).Status);
        Assert.Equal(410, (await site.Post(Address(Kim), ("do", "note"), ("note", "Mine"))).Status);
        cohort.WithPair(MeetingStatus.Ended);
        Assert.Equal(410, (await site.Get(Address(Ana))).Status);
        cohort.WithPair(MeetingStatus.Completed);
        Assert.Equal(200, (await site.Get(Address(Ana))).Status);
    }

    [Fact]
    public async Task After_a_session_its_leader_notes_something_to_try_and_the_mentor_is_asked_after_the_next()
    {
        await using var site = new FormSite(cohort);
        var leader = "/f/" + cohort.Token(cohort.Ask(FormKind.Pulse, Pair.Id.Value, Ana, 1));
        Assert.Empty((await site.Get("/f/" + cohort.Token(cohort.Ask(FormKind.Pulse, Pair.Id.Value, Tomas, 1)))).Html.QuerySelectorAll("[name=try], [name=seen]"));
        Assert.Equal(422, (await site.Post(leader, ("met", "yes"), ("worth", "4"), ("try", new string('x', 201)))).Status);
        Assert.Null(await Notes(Ana));

        await site.PostAndFollow(leader, ("met", "yes"), ("worth", "4"), ("try", "I will ask before I answer"), ("remind", "true"), ("may-be-shown", "true"));

        Assert.Equal(new Commitment(1, "I will ask before I answer", MayBeShown: true, Remind: true), Assert.Single((await Notes(Ana))!.Commitments));
        // The answer is changed, and what is not said again stays.
        await site.PostAndFollow(leader, ("met", "yes"), ("worth", "5"));
        Assert.Single((await Notes(Ana))!.Commitments);
        var mentor = "/f/" + cohort.Token(cohort.Ask(FormKind.Pulse, Pair.Id.Value, Tomas, 2));
        var asked = await site.Get(mentor);
        Assert.Equal(2, asked.Html.QuerySelectorAll("[name=seen]").Length);
        Assert.DoesNotContain("before I answer", asked.Text, StringComparison.Ordinal);
        await site.PostAndFollow(mentor, ("met", "yes"), ("worth", "4"), ("seen", "not-yet"));
        Assert.Null(await Notes(Tomas));
        await site.PostAndFollow(mentor, ("met", "yes"), ("worth", "4"), ("seen", "yes"));
        Assert.Equal([1], (await Notes(Tomas))!.Seen);
        Assert.Empty((await site.Get(mentor)).Html.QuerySelectorAll("[name=seen]"));
    }

    [Fact]
    public async Task Who_is_erased_takes_their_words_along_and_the_other_keeps_theirs()
    {
        await using var site = new FormSite(cohort);
        await site.PostAndFollow(Address(Ana), ("do", "note"), ("note", "Of Ana"));
        await site.PostAndFollow(Address(Tomas), ("do", "note"), ("note", "Of Tomás"));
        await site.Post("/f/" + cohort.Token(FormKind.Participation, Ana), ("do", "erase"), ("step", "2"), ("sure", "true"));
        await site.Confirm(Ana);

        Assert.Null(await Notes(Ana));
        Assert.Single((await Notes(Tomas))!.Notes);
    }

    private Task<PairNotes?> Notes(Person person) => cohort.Find<PairNotes>(PairNotes.KeyOf(Pair.Id, person.Id));
}
