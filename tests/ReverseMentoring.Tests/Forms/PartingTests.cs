using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;

namespace ReverseMentoring.Tests.Forms;

/// <summary>Who has left, parted or found nobody is asked on their own page, since no survey reaches them.</summary>
public sealed class PartingTests
{
    [Fact]
    public async Task Who_has_left_is_asked_two_questions_and_the_last_word_stands()
    {
        var cohort = SmallCohort.In(PhaseNames.Sessions).WithPair();
        cohort.Put(Rows.Person + SmallCohort.Ana.Id, SmallCohort.Ana with { LeftAt = SmallCohort.Start });
        await using var site = new FormSite(cohort);
        var address = "/f/" + cohort.Token(FormKind.Participation, SmallCohort.Ana);

        var form = (await site.Get(address)).Form("parting");
        Assert.Empty(form.QuerySelectorAll("[checked], [name=again]"));
        await site.PostAndFollow(address, ("do", "parting"), ("parted-worth", "2"), ("parted-because", "partner"));
        Assert.Equal(new(2, PartingReason.Partner, null), await cohort.AnswerOf<PartingAnswer>(AskId.Parting(SmallCohort.Ana.Id)));
        Assert.Equal(2, (await site.Get(address)).Form("parting").QuerySelectorAll("[checked]").Length);
        await site.PostAndFollow(address, ("do", "parting"), ("parted-worth", "4"));
        Assert.Equal(new(4, null, null), await cohort.AnswerOf<PartingAnswer>(AskId.Parting(SmallCohort.Ana.Id)));
    }

    [Fact]
    public async Task Who_has_found_nobody_is_asked_one_and_who_is_in_a_pair_none()
    {
        var cohort = SmallCohort.In(PhaseNames.Sessions).WithPair();
        await using var site = new FormSite(cohort);
        var (kim, ana) = ("/f/" + cohort.Token(FormKind.Participation, SmallCohort.Kim), "/f/" + cohort.Token(FormKind.Participation, SmallCohort.Ana));

        Assert.Empty((await site.Get(kim)).Form("parting").QuerySelectorAll("[name=parted-worth]"));
        await site.PostAndFollow(kim, ("do", "parting"), ("again", "yes"));
        Assert.Equal(new(null, null, true), await cohort.AnswerOf<PartingAnswer>(AskId.Parting(SmallCohort.Kim.Id)));
        Assert.Null((await site.Get(ana)).Html.QuerySelector("[data-form=parting]"));
        await site.Post(ana, ("do", "parting"), ("parted-worth", "1"));
        Assert.Null(await cohort.AnswerOf<PartingAnswer>(AskId.Parting(SmallCohort.Ana.Id)));
    }

    [Fact]
    public async Task Whose_pair_ended_early_is_asked_too()
    {
        var cohort = SmallCohort.In(PhaseNames.Sessions).WithPair(MeetingStatus.Ended);
        await using var site = new FormSite(cohort);

        Assert.NotNull((await site.Get("/f/" + cohort.Token(FormKind.Participation, SmallCohort.Tomas))).Html.QuerySelector("[data-form=parting]"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("parted-worth=9")]
    [InlineData("parted-worth=x&parted-because=partner")]
    [InlineData("parted-because=boredom")]
    public async Task Nothing_said_and_nonsense_are_not_kept(string sent)
    {
        var cohort = SmallCohort.In(PhaseNames.Sessions).WithPair(MeetingStatus.Ended);
        await using var site = new FormSite(cohort);
        var fields = sent.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(field => field.Split('=')).Select(field => (field[0], field[1])).Prepend(("do", "parting"));

        var page = await site.Post("/f/" + cohort.Token(FormKind.Participation, SmallCohort.Tomas), [.. fields]);

        Assert.Equal((422, 1), (page.Status, page.Errors.Count));
        Assert.Null(await cohort.AnswerOf<PartingAnswer>(AskId.Parting(SmallCohort.Tomas.Id)));
    }

    [Fact]
    public async Task When_the_closing_survey_has_closed_nothing_is_asked_any_more()
    {
        var cohort = SmallCohort.In(PhaseNames.Retention).WithPair(MeetingStatus.Ended);
        cohort.Put(Rows.State, CycleState.Begin(SmallCohort.Start) with { Phase = PhaseNames.Retention, ClosedWaves = [WaveNames.End], OpenedAt = SmallCohort.Start });
        await using var site = new FormSite(cohort);
        var address = "/f/" + cohort.Token(FormKind.Participation, SmallCohort.Tomas);

        Assert.Null((await site.Get(address)).Html.QuerySelector("[data-form=parting]"));
        await site.Post(address, ("do", "parting"), ("parted-worth", "1"));
        Assert.Null(await cohort.AnswerOf<PartingAnswer>(AskId.Parting(SmallCohort.Tomas.Id)));
    }
}
