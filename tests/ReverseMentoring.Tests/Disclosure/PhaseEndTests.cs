using System.Net;
using System.Net.Http;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Participation;
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
            await AskLater(programme, answers);

            while (await programme.Phase() == PhaseNames.CallForTopics)
            {
                await programme.Time.TurnTo(programme.Time.Now.AddDays(1));
            }

            return DateOnly.FromDateTime(programme.Time.Now.UtcDateTime);
        }
    }

    /// <summary>A programme manager who adds somebody and takes them out again chooses whose days end last.</summary>
    [Theory]
    [InlineData("take-out")]
    [InlineData("leave")]
    [InlineData("erase")]
    public async Task It_ends_on_the_same_day_where_one_who_was_asked_later_is_gone_again_whether_or_not_they_had_answered(string how)
    {
        var (answered, silent) = (await EndsOf(answers: true), await EndsOf(answers: false));

        Assert.Equal(silent, answered);

        async Task<(DateTimeOffset Told, DateOnly Ended)> EndsOf(bool answers)
        {
            await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 2));
            await programme.TurnTo(5);
            await programme.ChoosesTopics(Leader(1));
            await AskLater(programme, answers);

            var (before, id) = (await Told(programme), await programme.IdOf("later@example.org"));
            var participation = programme.Host.GetRequiredService<ParticipationService>();
            await (how switch
            {
                "leave" => participation.Leave(programme.Cohort, id),
                "erase" => participation.Erase(programme.Cohort, id),
                _ => TakeOut(programme, "later@example.org"),
            });
            await programme.Time.Settle();
            var told = await Told(programme);
            Assert.Equal(before, told);
            while (await programme.Phase() == PhaseNames.CallForTopics)
            {
                await programme.Time.TurnTo(programme.Time.Now.AddDays(1));
            }

            return (told, DateOnly.FromDateTime(programme.Time.Now.UtcDateTime));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Bringing_somebody_back_gives_the_days_anew_whether_or_not_they_had_answered(bool othersAnswer)
    {
        var (answered, silent) = (await EndsOf(answers: true), await EndsOf(answers: false));

        Assert.Equal(silent, answered);

        async Task<(DateTimeOffset Told, string Phase)> EndsOf(bool answers)
        {
            await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 2));
            await programme.TurnTo(5);
            foreach (var who in answers ? [Leader(1), Junior(2)] : new[] { Leader(1) })
            {
                await programme.ChoosesTopics(who);
            }

            await programme.TurnTo(8);
            await TakeOut(programme, Junior(2));
            if (othersAnswer)
            {
                await programme.ChoosesTopics(Junior(1));
            }

            await programme.TurnTo(9);
            using (var back = await programme.Manager(HttpMethod.Post, $"/api/cohorts/{programme.Cohort}/people/{await programme.IdOf(Junior(2))}/bring-back"))
            {
                Assert.Equal(HttpStatusCode.Accepted, back.StatusCode);
            }

            await programme.Time.Settle();
            return (await Told(programme), await programme.Phase());
        }
    }

    /// <summary>The rows of who was erased are gone, and those of who has left are not.</summary>
    [Theory]
    [InlineData("stay")]
    [InlineData("leave")]
    [InlineData("erase")]
    [InlineData("take-out")]
    public async Task Turnout_is_of_all_who_were_asked_and_tells_not_who_left_from_who_was_erased(string how)
    {
        await using var programme = await TestProgramme.Start(SmallCompany.Of(5, 5));
        await programme.TurnTo(5);
        foreach (var who in FormScenario.Everybody(5, 5).Take(6))
        {
            await programme.ChoosesTopics(who);
        }

        await programme.TurnTo(6);
        var (participation, id) = (programme.Host.GetRequiredService<ParticipationService>(), await programme.IdOf(FormScenario.Everybody(5, 5).First()));
        await (how switch
        {
            "leave" => participation.Leave(programme.Cohort, id),
            "erase" => participation.Erase(programme.Cohort, id),
            "take-out" => TakeOut(programme, FormScenario.Everybody(5, 5).Last()),
            _ => Task.CompletedTask,
        });
        await programme.TurnTo(7);

        var asked = (await Cohort(programme)).GetProperty("asked");
        Assert.Equal((10, "over-half"), (asked.GetProperty("invited").GetInt32(), asked.GetProperty("turnout").GetString()));
    }

    /// <summary>Three days after all others somebody is added, who answers on the next day, or says nothing.</summary>
    private static async Task AskLater(TestProgramme programme, bool answers)
    {
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
    }

    private static async Task TakeOut(TestProgramme programme, string who)
    {
        using var gone = await programme.Manager(HttpMethod.Post, $"/api/cohorts/{programme.Cohort}/people/{await programme.IdOf(who)}/take-out", new { tell = false });
        Assert.Equal(HttpStatusCode.Accepted, gone.StatusCode);
        await programme.Time.Settle();
    }

    private static async Task<DateTimeOffset> Told(TestProgramme programme) => (await Cohort(programme)).GetProperty("closesAt").GetDateTimeOffset();

    private static async Task<JsonElement> Cohort(TestProgramme programme)
    {
        using var answer = await programme.Manager(HttpMethod.Get, $"/api/cohorts/{programme.Cohort}");
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
    }
}
