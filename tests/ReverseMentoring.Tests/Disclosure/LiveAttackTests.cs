using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.Manage;

namespace ReverseMentoring.Tests.Disclosure;

/// <summary>Looks at all pages and files of a manager before and after each single answer to a survey.</summary>
public sealed class LiveAttackTests
{
    private static readonly string[] Pages = ["", "people", "people?show=answered", "people?show=open", "pairs", "unmatched", "sessions", "sessions?show=Held", "sessions?show=Unconfirmed", "report"];

    private static readonly string[] Files = ["", "/people", "/pairs", "/unmatched", "/report", "/report.csv"];

    [Fact]
    public async Task A_single_answer_to_the_closing_survey_shows_on_no_page_and_in_no_file()
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host);
        await programme.GoTo(PhaseNames.Feedback);
        await Sees(host, programme, FormKind.Feedback, answer => answer.StoreAnswer, new FeedbackAnswer(SmallProgramme.Grades(1), "Word", MayBeShown: true));
    }

    [Fact]
    public async Task Nor_one_to_how_a_session_went_or_how_it_is_going()
    {
        await using var host = await ManageHost.Start();
        var programme = await SmallProgramme.Begin(host);
        await programme.GoTo(PhaseNames.Sessions);
        await UntilAsked(host, programme, FormKind.Pulse);
        await Sees(host, programme, FormKind.Pulse, answer => answer.StoreAnswer, new PulseAnswer(true, 1));
        await UntilAsked(host, programme, FormKind.HalfTime);
        await Sees(host, programme, FormKind.HalfTime, answer => answer.StoreAnswer, new HalfTimeAnswer(1, "Word", MayBeShown: true) { Said = SmallProgramme.Grades(1) });
    }

    private static async Task Sees<T>(ManageHost host, SmallProgramme programme, FormKind form, Func<AnswerService, Func<CohortId, AskId, T, CancellationToken, Task<bool>>> store, T answer)
    {
        var service = host.Services.GetRequiredService<AnswerService>();
        var before = await LookAround(host, programme);
        var asked = await Asked(host, programme, form);
        Assert.NotEmpty(asked);
        foreach (var ask in asked.Concat(asked.Take(1)))
        {
            // The last who answers ends the survey: the closing is seen, as it is meant to be.
            if (form is FormKind.Feedback && (await Asked(host, programme, form)).Count == 1)
            {
                break;
            }

            Assert.True(await store(service)(programme.Id, ask, answer, default));
            await host.Settle();
            Assert.Equal(before, await LookAround(host, programme));
        }
    }

    private static async Task<List<AskId>> Asked(ManageHost host, SmallProgramme programme, FormKind form) =>
        await host.Store.Query<Ask>(programme.Partition, KeyRange.Prefix(Rows.Ask)).Select(row => row.Value)
            .Where(ask => ask.Id.Form == form && ask.SentAt is not null).Select(ask => ask.Id).ToListAsync();

    /// <summary>Day by day, with everybody answering what else is asked.</summary>
    private static async Task UntilAsked(ManageHost host, SmallProgramme programme, FormKind form)
    {
        for (var day = 0; day < 200 && (await Asked(host, programme, form)).Count < 4; day++)
        {
            host.Clock.TurnTo(host.Clock.GetUtcNow().AddDays(1));
            await host.Settle();
            if ((await Asked(host, programme, form)).Count == 0)
            {
                await programme.Answer();
            }
        }

        await host.SignIn();
    }

    private static async Task<string> LookAround(ManageHost host, SmallProgramme programme)
    {
        var seen = new List<string>();
        foreach (var page in Pages)
        {
            seen.Add($"{page}: {(await host.Page($"/manage/cohorts/{programme.Id}/{page}".TrimEnd('/'))).QuerySelector("main")!.TextContent}");
        }

        foreach (var file in Files)
        {
            using var answer = await host.Browser.GetAsync(new Uri($"/api/cohorts/{programme.Id}{file}", UriKind.Relative));
            seen.Add($"{file}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }

        foreach (var person in await host.Store.Query<Person>(programme.Partition, KeyRange.Prefix(Rows.Person)).Select(row => row.Value.Id).Take(3).ToListAsync())
        {
            seen.Add($"{person}: {(await host.Page($"/manage/cohorts/{programme.Id}/people/{person}")).QuerySelector("main")!.TextContent}");
        }

        return string.Join('\n', seen);
    }
}
