using System.ComponentModel;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using ReverseMentoring.Core.Cycle.Acts;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Api.Cohorts;
using ReverseMentoring.Web.Api.Links;
using ReverseMentoring.Web.Api.Problems;

namespace ReverseMentoring.Web.Api.Commands;

/// <summary>What comes along with an act on people and pairs.</summary>
/// <param name="Preview">Only say what it would do.</param>
/// <param name="Stage">The cohort's stage as its sender saw it. Null: whichever it is.</param>
/// <param name="Key">Unique to this call; null: each call is one of its own.</param>
internal readonly record struct SentAct(
    [property: Description("true: say what would change and who would hear of it, and change nothing.")] bool? Preview,
    [property: Description("The cohort's stage as you saw it: once that is over, the act is refused.")] int? Stage,
    [property: FromHeader(Name = SentCommand.KeyHeader)]
    [property: Description("Makes a second call harmless: the same key is the same act.")] string? Key)
{
    /// <summary>Previews, or does, or says why not. An act whose key was used before is answered as the first was, whatever has changed since.</summary>
    /// <param name="cohort">Where.</param>
    /// <param name="cohorts">Finds it.</param>
    /// <param name="preview">What it would do; null: there is nobody, or nothing, of this id.</param>
    /// <param name="act">Does it; false: the key was used for something else.</param>
    /// <param name="cancel">Cancels reads.</param>
    public async Task<IResult> Run(
        CohortId cohort, CohortService cohorts, Func<StandingCohort, Task<ActPreview?>> preview, Func<StandingCohort, string?, Task<bool>> act, CancellationToken cancel)
    {
        var (sent, key) = (this, Key);
        if (SentCommand.WhyNot(key) is { } problem)
        {
            return problem;
        }

        return await cohorts.With(cohort, async found =>
        {
            if (await preview(found) is not { } change)
            {
                return Problem.NotFound("There is nobody, or nothing, of this id in this cohort.");
            }

            if (sent.Preview is true)
            {
                return TypedResults.Ok(change);
            }

            var again = key is not null && await cohorts.Given(found, key, cancel) is not null;
            if (!again && sent.TooLate(found) is { } late)
            {
                return late;
            }

            if (!again && change.Refused is { } code)
            {
                return Problem.Create(StatusCodes.Status409Conflict, "Not now", $"This is not possible: {code}.", ("code", code), ("_links", CohortLinks.LinksTo(found)));
            }

            return await act(found, key)
                ? TypedResults.Accepted(CohortLinks.LinksTo(found.Id), change)
                : Problem.Create(StatusCodes.Status409Conflict, "Nothing was changed", $"This {SentCommand.KeyHeader} was used for something else: use a new key.");
        }, cancel);
    }

    /// <summary>Why it is refused, where the stage that was seen is over; null: it is not.</summary>
    public IResult? TooLate(StandingCohort found) =>
        Stage is { } seen && seen != found.State.Stage ? CohortLookup.NotNow(found, "This is not possible any more in the stage that was seen") : null;
}
