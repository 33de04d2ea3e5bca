using System.ComponentModel;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Api.Cohorts;
using ReverseMentoring.Web.Api.Links;
using ReverseMentoring.Web.Api.Problems;

namespace ReverseMentoring.Web.Api.Commands;

/// <summary>What makes it harmless to send a command again.</summary>
/// <param name="Stage">The cohort's stage as its sender saw it; the links of the cohort have it. Null: whichever it is.</param>
/// <param name="Key">Unique to this call; null: each call is one of its own.</param>
internal readonly record struct SentCommand(
    [property: Description("The cohort's stage as you saw it: once that is over, the command is refused. The cohort's links have it.")] int? Stage,
    [property: FromHeader(Name = SentCommand.KeyHeader)]
    [property: Description("Makes a second call harmless: the same key is the same command.")] string? Key)
{
    internal const string KeyHeader = "Idempotency-Key";

    private const int LongestKey = 255;

    /// <returns>What is wrong with a key; null: nothing.</returns>
    public static IResult? WhyNot(string? key) => key is not null && (key.Length is 0 or > LongestKey || key.Any(char.IsControl))
        ? Problem.Create(StatusCodes.Status400BadRequest, "Nothing was changed", $"An {KeyHeader} has 1 to {LongestKey} characters on one line.")
        : null;

    /// <summary>Gives the command, or says why not.</summary>
    public async Task<IResult> Give(
        CohortId cohort, CommandKind kind, int days, CohortService cohorts, CohortViews views, CancellationToken cancel)
    {
        var (stage, key) = (Stage, Key);
        if (WhyNot(key) is { } problem)
        {
            return problem;
        }


        return await cohorts.With(cohort, async found =>
        {
            if (key is not null && await cohorts.Given(found, key, cancel) is { } given)
            {
                return given == new GivenCommand(kind, days)
                    ? await Answer(found)
                    : Problem.Create(StatusCodes.Status409Conflict, "Nothing was changed", $"This {KeyHeader} was used for '{ApiNames.ToName(given.Kind)}': use a new key.");
            }

            if (!new CohortCommand(kind, default, days, Stage: stage).IsFor(found.State) || (kind is CommandKind.Announce && !found.Cohort.Settings.WorksCouncil))
            {
                return CohortLookup.NotNow(found, $"'{ApiNames.ToName(kind)}' is not possible {(found.Possible.Contains(kind) ? "any more in the stage that was seen" : "now")}");
            }

            if (key is null && stage is null && kind is CommandKind.Close or CommandKind.Extend)
            {
                // Sent again because no answer was heard, it would close or extend a second time.
                return Problem.Create(
                    StatusCodes.Status428PreconditionRequired, "Nothing was changed",
                    $"Say which stage you saw, with '?stage=' as the cohort's links have it, or send an {KeyHeader}: so that the same call sent again does nothing twice.",
                    ("_links", CohortLinks.LinksTo(found)));
            }

            await (key is null ? cohorts.GiveCommand(found, kind, days, cancel: cancel) : cohorts.GiveOnce(found, key, kind, days, cancel));
            return await Answer(found);
        }, cancel);

        async Task<IResult> Answer(StandingCohort found) => TypedResults.Accepted(
            CohortLinks.LinksTo(found.Id), await views.ReadView(await cohorts.Find(found.Id, cancel) ?? found, cancel));
    }
}
