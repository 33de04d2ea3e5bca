using ReverseMentoring.Core.Forecasting;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports;
using ReverseMentoring.Core.Reports.Disclosure;
using ReverseMentoring.Core.Reports.Waves;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Tests.Forecasting;

/// <summary>Habits as a company's own reports had them.</summary>
public sealed class HabitFitTests
{
    private const int Reminders = 2;

    [Fact]
    public void Without_a_report_all_is_as_usual() => Assert.Same(Habits.Usual, HabitFit.Fit(Habits.Usual, [], Reminders));

    [Fact]
    public void A_report_of_which_the_closing_survey_was_not_published_tells_nothing() =>
        Assert.Same(Habits.Usual, HabitFit.Fit(Habits.Usual, [Report(36, 40, 0) with { Waves = [] }], Reminders));

    [Fact]
    public void The_more_is_known_the_nearer_they_come_to_it()
    {
        double[] closing = [.. new[] { 1, 3, 10 }.Select(cohorts => Whole(HabitFit.Fit(Habits.Usual, [.. Enumerable.Repeat(Report(36, 40, 0), cohorts)], Reminders).Surveys))];

        Assert.True(Whole(Habits.Usual.Surveys) < closing[0] && closing[0] < closing[1] && closing[1] < closing[2] && closing[2] < 0.9, string.Join(' ', closing));
        Assert.InRange(closing[2], 0.8, 0.9);
    }

    [Fact]
    public void Sessions_that_moved_or_fell_more_often_make_all_ways_of_it_likelier_and_the_next_cohort_is_less_of_a_surprise()
    {
        var (calm, restless) = (HabitFit.Fit(Habits.Usual, [Report(24, 40, 0)], Reminders), HabitFit.Fit(Habits.Usual, [Report(24, 40, 120)], Reminders));

        Assert.True(calm.Misses < Habits.Usual.Misses && Habits.Usual.Misses < restless.Misses);
        Assert.Equal(Habits.Usual.Misses / Habits.Usual.Cancels, restless.Misses / restless.Cancels, 6);
        Assert.InRange(restless.CohortsDiffer, Habits.Usual.CohortsDiffer / 2, Habits.Usual.CohortsDiffer * 0.99);
    }

    /// <summary>Where only what lies in the middle were read, keen cohorts would count as none, and the fit as one to the others.</summary>
    [Fact]
    public void Where_nearly_all_or_few_answered_that_is_learnt_too_and_where_nothing_is_told_nothing_is()
    {
        var (nearly, few, hidden) = (Hidden(FigureState.NearlyAll), Hidden(FigureState.Few), Hidden(FigureState.TooFew));

        Assert.True(HabitFit.Fit(Habits.Usual, [nearly], Reminders).Surveys > Habits.Usual.Surveys);
        Assert.True(HabitFit.Fit(Habits.Usual, [few], Reminders).Surveys < Habits.Usual.Surveys);
        Assert.Same(Habits.Usual, HabitFit.Fit(Habits.Usual, [hidden], Reminders));
        Assert.Equal([nearly, few], HabitFit.Telling([nearly, hidden, few]));

        static Report Hidden(FigureState answered) => Report(0, 40, 0) with
        {
            Sessions = new(240),
            Waves = [new(WaveNames.End, DateTimeOffset.UnixEpoch, 5,
            [
                Table(WaveCatalogue.Answered, cell => new PublishedFigure(cell, answered, null, 5)),
                Table(WaveCatalogue.Without, cell => new PublishedFigure(cell, FigureState.Few, null, 5)),
            ], 0)],
        };

        static PublishedTable Table(string name, Func<string, PublishedFigure> figure) => new(name, [.. WaveCatalogue.TableOf(WaveNames.End, name).Cells!.Select(figure)]);
    }

    private static double Whole(double perMail) => 1 - Math.Pow(1 - perMail, 1 + Reminders);

    private static Report Report(int answered, int asked, int moved) => new()
    {
        Cohort = new CohortId("autumn"), Name = "Autumn", At = DateTimeOffset.UnixEpoch, Participants = asked, Mentors = asked / 2, Mentees = asked / 2, Phases = [], PairsFormed = asked / 2,
        Sessions = new(240, 200, 0, 40, moved),
        Waves = [new(WaveNames.End, DateTimeOffset.UnixEpoch, 5, [new(WaveCatalogue.Answered, [.. WaveCatalogue.TableOf(WaveNames.End, WaveCatalogue.Answered).Cells!.Select(cell => new PublishedFigure(cell, FigureState.Shown, answered / 2, 5, asked / 2))])], 0)],
    };
}
