using System.Net;
using System.Net.Http;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Tests.Cycle;
using static ReverseMentoring.Tests.Cycle.SmallCompany;

namespace ReverseMentoring.Tests.Disclosure;

/// <summary>When a phase ends doesn't tell whether one person whom a programme manager has in view has answered.</summary>
public sealed class PhaseEndTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task It_does_not_end_because_somebody_is_taken_out_who_was_the_only_one_silent_or_was_not(bool silent)
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(2, 2));
        await programme.TurnTo(5);
        foreach (var who in FormScenario.Everybody(2, 2).Where(who => who != (silent ? Junior(2) : Leader(2))))
        {
            await programme.ChoosesTopics(who);
        }

        using (var out_ = await programme.Manager(HttpMethod.Post, $"/api/cohorts/{programme.Cohort}/people/{await programme.IdOf(Junior(2))}/take-out", new { tell = false }))
        {
            Assert.Equal(HttpStatusCode.Accepted, out_.StatusCode);
        }

        await programme.Time.TurnTo(programme.Time.Now.AddDays(3));
        Assert.Equal(PhaseNames.CallForTopics, await programme.Phase());

        // With everybody who is left it doesn't either: it would tell that who was taken out had answered.
        if (!silent)
        {
            await programme.ChoosesTopics(Leader(2));
            Assert.Equal(PhaseNames.CallForTopics, await programme.Phase());
        }

        await programme.Time.TurnTo(programme.Time.Now.AddDays(40));
        Assert.NotEqual(PhaseNames.CallForTopics, await programme.Phase());
    }

    /// <summary>One who was added later has days of their own, which the phase waits for whether or not they use them; Junior 1 is silent to the end.</summary>
    [Fact]
    public async Task It_ends_on_the_same_day_whether_or_not_one_who_was_asked_later_answers()
    {
        var (answered, silent) = (await EndOf(answers: true), await EndOf(answers: false));

        Assert.Equal(silent, answered);

        static async Task<DateOnly> EndOf(bool answers)
        {
            await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 2));
            await programme.TurnTo(5);
            await programme.ChoosesTopics(Leader(1));
            await programme.ChoosesTopics(Junior(2));
            await programme.TurnTo(8);
            using (var added = await programme.Manager(HttpMethod.Post, $"/api/cohorts/{programme.Cohort}/people", new { name = "Later", email = "later@example.org", role = "mentor", level = 1 }))
            {
                Assert.Equal(HttpStatusCode.Created, added.StatusCode);
            }

            await programme.Time.Settle();
            await programme.TurnTo(9);
            if (answers)
            {
                await programme.ChoosesTopics("later@example.org");
            }

            while (await programme.Phase() == PhaseNames.CallForTopics)
            {
                await programme.Time.TurnTo(programme.Time.Now.AddDays(1));
            }

            return DateOnly.FromDateTime(programme.Time.Now.UtcDateTime);
        }
    }
}
