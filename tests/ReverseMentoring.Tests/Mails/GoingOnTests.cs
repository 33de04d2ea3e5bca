using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Surveys;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.Forms;

namespace ReverseMentoring.Tests.Mails;

/// <summary>The two of a pair go on by themselves where both have said so; what one says alone nobody learns.</summary>
public sealed class GoingOnTests
{
    [Theory]
    [InlineData(true, true, true, true)]
    [InlineData(true, false, true, false)]
    [InlineData(false, true, true, false)]
    [InlineData(true, true, false, false)]
    public async Task Both_are_told_once_the_survey_has_closed(bool leader, bool mentor, bool closed, bool told)
    {
        var (preview, mail) = MailPreview.Due(MailKind.Thanks);
        using var _ = preview;
        var cohort = Ended(preview.Cohort, closed);
        Say(cohort, SmallCohort.Ana, leader);
        Say(cohort, SmallCohort.Tomas, mentor);

        foreach (var (reader, partner) in new[] { (SmallCohort.Ana, SmallCohort.Tomas), (SmallCohort.Tomas, SmallCohort.Ana) })
        {
            var text = (await preview.Written(mail with { Person = reader.Id })).Text;
            Assert.True(told == text.Contains(partner.Email, StringComparison.Ordinal), text);
        }

        await using var site = new FormSite(cohort);
        Assert.Equal(told, (await site.Get("/f/" + cohort.Token(FormKind.Pair, SmallCohort.Ana, SmallCohort.Pair.Id.Value))).Text.Contains("You both want to carry on", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_closing_survey_asks_and_takes_only_pairs_that_are_the_reader_s()
    {
        var cohort = SmallCohort.In(PhaseNames.Feedback).WithPair(MeetingStatus.Completed);
        await using var site = new FormSite(cohort);
        var (ana, kim) = (cohort.AskInPhase(FormKind.Feedback, SmallCohort.Ana), cohort.AskInPhase(FormKind.Feedback, SmallCohort.Kim));

        Assert.Equal("Tomás Prieto", (await site.Get("/f/" + cohort.Token(ana))).Html.QuerySelector("input[name=go-on] + .option-label")!.TextContent);
        Assert.Null((await site.Get("/f/" + cohort.Token(kim))).Html.QuerySelector("[name=go-on]"));
        await site.PostAndFollow("/f/" + cohort.Token(ana), ("go-on", SmallCohort.Pair.Id.Value), ("go-on", "p-somebody-else"));

        Assert.Equal([SmallCohort.Pair.Id], (await cohort.AnswerOf<FeedbackAnswer>(ana))!.GoesOn);
        Assert.Equal(422, (await site.Post("/f/" + cohort.Token(kim), ("go-on", SmallCohort.Pair.Id.Value))).Status);
    }

    private static SmallCohort Ended(SmallCohort cohort, bool closed)
    {
        cohort.Put(MeetingRepository.KeyOf(SmallCohort.Pair.Id), SmallCohort.Pair with { Status = MeetingStatus.Completed, StartedAt = SmallCohort.Start });
        cohort.Put(Rows.State, CycleState.Begin(SmallCohort.Start) with { Phase = PhaseNames.Report, OpenedAt = SmallCohort.Start, ClosedWaves = closed ? [WaveNames.End] : [] });
        return cohort;
    }

    private static void Say(SmallCohort cohort, Person person, bool goesOn)
    {
        var id = new AskId(PhaseNames.Feedback, FormKind.Feedback, 0, person.Id);
        cohort.Put(id.AnswerKey, new Answer<FeedbackAnswer>(id, SmallCohort.Start, new(new Dictionary<ItemId, int>(), null) { GoesOn = goesOn ? [SmallCohort.Pair.Id] : [] }));
    }
}
