using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Reports.Disclosure;
using ReverseMentoring.Core.Reports.Waves;

namespace ReverseMentoring.Tests.Disclosure;

public sealed class PartingFiguresTests
{
    [Fact]
    public async Task What_leavers_say_is_of_enough_of_them_and_of_enough_others()
    {
        var cohort = new SurveyedCohort(new(), "spring", SurveyedCohort.People(30));
        foreach (var (person, at) in SurveyedCohort.People(16).Select((person, at) => (person, at)))
        {
            cohort.Part(person, new(1 + (at % 4), at < 5 ? PartingReason.Time : at < 8 ? PartingReason.Partner : PartingReason.Other, at < 6));
        }

        var wave = await cohort.Close();

        Assert.Equal((FigureState.Shown, 2.5), (wave.Find(WaveCatalogue.PartedWorth, Cells.All)!.State, wave.Find(WaveCatalogue.PartedWorth, Cells.All)!.Value));
        Assert.Equal((5.0, 8.0), (wave.Find(WaveCatalogue.PartedBecause, "time")!.Value, wave.Find(WaveCatalogue.PartedBecause, "other")!.Value));
        Assert.Equal(FigureState.Few, wave.Find(WaveCatalogue.PartedBecause, "partner")!.State);
        Assert.Equal((6.0, null), (wave.Find(WaveCatalogue.AloneAgain, Cells.All)!.Value, wave.Find(WaveCatalogue.AloneAgain, Cells.All)!.Of));
    }

    [Fact]
    public async Task What_nearly_all_of_them_say_is_said_without_a_number()
    {
        var cohort = new SurveyedCohort(new(), "spring", SurveyedCohort.People(30));
        foreach (var (person, at) in SurveyedCohort.People(16).Select((person, at) => (person, at)))
        {
            cohort.Part(person, new(1 + (at % 4), PartingReason.Time, at < 13));
        }

        var again = (await cohort.Close()).Find(WaveCatalogue.AloneAgain, Cells.All)!;

        Assert.Equal((FigureState.NearlyAll, null), (again.State, again.Value));
    }

    [Fact]
    public async Task Of_fewer_nothing_is_said()
    {
        var cohort = new SurveyedCohort(new(), "spring", SurveyedCohort.People(30));
        foreach (var (person, at) in SurveyedCohort.People(4).Select((person, at) => (person, at)))
        {
            cohort.Part(person, new(1 + at, PartingReason.Time, true));
        }

        var wave = await cohort.Close();

        Assert.All(
            new[] { WaveCatalogue.PartedWorth, WaveCatalogue.PartedBecause, WaveCatalogue.AloneAgain }.SelectMany(name => wave.Tables.Single(table => table.Name == name).Figures),
            figure => Assert.Null(figure.Value));
    }
}
