using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports;
using ReverseMentoring.Core.Reports.Disclosure;
using ReverseMentoring.Core.Reports.Waves;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Surveys;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Api.Reports;

namespace ReverseMentoring.Tests.Disclosure;

/// <summary>How many answered at the end, and of how many: who never had a partner was not asked, and is not silent.</summary>
public sealed class AskedFiguresTests
{
    private static readonly SurveyItem Trust = SurveyedCohort.Item("mentor-trust");

    [Fact]
    public async Task Those_who_answered_are_of_those_who_had_a_partner_and_the_others_stand_beside()
    {
        var wave = await Close(people: 26, pairs: 18, answered: 11);

        Assert.Equal((11.0, 18), (Answered(wave).Value, Answered(wave).Of));
        Assert.Equal((8.0, 26), (Without(wave).Value, Without(wave).Of));
        Assert.Contains("end answered,mentors asked,18", ReportCsv.Write(ReportOf(wave), []), StringComparison.Ordinal);
    }

    /// <summary>Twelve of the thirteen who were asked: of 21 on the list, one would be known who kept silent.</summary>
    [Fact]
    public async Task Where_nearly_all_answered_who_were_asked_their_number_is_not_told()
    {
        var wave = await Close(people: 21, pairs: 13, answered: 12);

        Assert.Equal((FigureState.NearlyAll, null, null), (Answered(wave).State, Answered(wave).Value, Answered(wave).Of));
        Assert.Equal(8.0, Without(wave).Value);
        Assert.DoesNotContain(Suggestions.For(ReportOf(wave)), one => one.Code.StartsWith("raise-turnout", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(20)]
    [InlineData(18)]
    [InlineData(16)]
    public async Task Of_how_many_never_tells_that_few_had_no_partner(int pairs)
    {
        var wave = await Close(people: 20, pairs, answered: 9);

        Assert.Equal(FigureState.Few, Without(wave).State);
        Assert.Equal((9.0, 20), (Answered(wave).Value, Answered(wave).Of));
        Assert.DoesNotContain("mentors asked", ReportCsv.Write(ReportOf(wave), []), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_others_are_hidden_for_another_reason_it_is_of_nobody_knows_how_many()
    {
        var (mentors, variable) = (SurveyedCohort.People(40).ToArray(), "partnered");
        // Of the first twenty-two: with it, the two beside would be known.
        CountDraft earlier = new("earlier", Cells.Mentors, variable, mentors[..12].ToHashSet(), mentors[12..22].ToHashSet(), 12);
        CountDraft unasked = new(WaveCatalogue.Without, Cells.Mentors, variable, mentors[..14].ToHashSet(), mentors[14..30].ToHashSet(), 14) { Of = 30 };
        CountDraft answered = new(WaveCatalogue.Answered, Cells.Mentors, "answered", mentors[14..22].ToHashSet(), mentors[22..30].ToHashSet(), 8) { Of = 16, Unasked = unasked };

        var figures = new DisclosureGate(5).Publish([earlier, answered, unasked], []).Tables.SelectMany(table => table.Figures).ToArray();

        Assert.Equal([FigureState.Shown, FigureState.Shown, FigureState.AtLeast], figures.Select(figure => figure.State));
        Assert.Equal((8.0, null), (figures[1].Value, figures[1].Of));
    }

    /// <summary>Five who never had a partner began at 5: they were not asked, and are in neither bound.</summary>
    [Fact]
    public async Task What_silence_may_hide_is_of_those_who_were_asked_and_from_where_these_began()
    {
        var report = ReportOf(await Close(people: 26, pairs: 20, answered: 12));
        var outcome = Outcomes.Of(report).Single(one => one.Item.Id == Trust.Id && one.Cell == Cells.Mentors);

        // Twelve rose by 0.5 on the average, eight began at 2 and end at 1, or at 5.
        Assert.Equal((2.0, 0.5), (outcome.Silent!.Value, outcome.Change!.Value));
        Assert.Equal((-0.1, 1.5), (Math.Round(outcome.Bounds!.Worst, 1), Math.Round(outcome.Bounds.Best, 1)));
        // A number below nought is one in a file too, and a text that begins like a formula is a text.
        var csv = ReportCsv.Write(report with { Name = "-1+2" }, []);
        Assert.Contains("mentors change at worst,-0.1,", csv, StringComparison.Ordinal);
        Assert.Contains("\"'-1+2\"", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_those_who_kept_silent_began_is_not_shown_there_are_no_bounds()
    {
        // Eight were asked and said nothing, four of whom said nothing at the start either.
        var outcome = Outcomes.Of(ReportOf(await Close(people: 26, pairs: 20, answered: 12, silentAtStart: 4))).Single(one => one.Item.Id == Trust.Id && one.Cell == Cells.Mentors);

        Assert.Equal((FigureState.TooFew, null), (outcome.Silent!.State, outcome.Bounds));
        Assert.NotNull(outcome.Before!.Value);
    }

    private static PublishedFigure Answered(PublishedWave wave) => wave.Find(WaveCatalogue.Answered, Cells.Mentors)!;

    private static PublishedFigure Without(PublishedWave wave) => wave.Find(WaveCatalogue.Without, Cells.Mentors)!;

    private static Report ReportOf(PublishedWave wave) => new()
    {
        Cohort = new("spring"), Name = "Spring", At = DateTimeOffset.UnixEpoch, Participants = 0, Mentors = 0, Mentees = 0, Phases = [], PairsFormed = 0, Sessions = new(0), Waves = [wave],
    };

    /// <param name="people">Of each side.</param>
    /// <param name="pairs">So many of each side have a partner.</param>
    /// <param name="answered">So many mentors of these answer at the end.</param>
    /// <param name="silentAtStart">So many of those who don't had said nothing at the start.</param>
    private static async Task<PublishedWave> Close(int people, int pairs, int answered, int silentAtStart = 0)
    {
        var cohort = new SurveyedCohort(new(), "spring", SurveyedCohort.People(2 * people));
        cohort.Pair(pairs);
        foreach (var at in Enumerable.Range(0, people).Where(at => at < pairs - silentAtStart || at >= pairs))
        {
            var mentor = new PersonId($"p{(2 * at) + 1:D3}");
            cohort.Begin(mentor, Trust, at < answered ? 2 + (at % 3) : at < pairs ? 1 + (2 * (at % 2)) : 5);
            if (at < answered)
            {
                cohort.End(mentor, Trust, 2 + (at % 3) + (at % 2));
            }
        }

        return await cohort.Close();
    }
}
