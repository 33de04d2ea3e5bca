using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using ReverseMentoring.Core.Enrolment.Checking;
using ReverseMentoring.Core.Enrolment.Starting;
using ReverseMentoring.Core.Forecasting;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Api.Access;
using ReverseMentoring.Web.Api.Cohorts;
using ReverseMentoring.Web.Api.Problems;
using ReverseMentoring.Web.Api.Starting;

namespace ReverseMentoring.Web.Api.Forecasts;

/// <summary>What a cohort may come to, before it is started and until its pairs are approved.</summary>
internal static class ForecastEndpoints
{
    private const string Compares =
        " With '?setting=sessions.sessions&value=4', up to three such pairs, each setting once, it is also worked out with other values, as 'other'; '?effect=0.5' says by how many steps of five answers are taken to rise.";

    public static void MapForecasts(this IEndpointRouteBuilder cohorts)
    {
        cohorts.MapPost("/forecast", OfStart).WithName("forecastStart").WithTags("Forecast")
            .WithSummary("What a cohort may come to, if it were started like this")
            .WithDescription("Takes what starts a cohort, stores nothing and sends nothing: ranges that hold in four of five cohorts whose people behave as is assumed." + Compares)
            .Accepts<CohortRequest>("application/json", "multipart/form-data")
            .Produces<ComparedForecast>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .Needs(ManagerRole.Administrator);
        cohorts.MapGet("/{cohort}/forecast", OfCohort).Tells(Told.Aggregate).WithName("readForecast").WithTags("Forecast")
            .WithSummary("What a cohort may come to, until its pairs are approved")
            .WithDescription("Worked out from the list of people, the settings and, in the review, the pairs that were found; what people answered is not read." + Compares)
            .Produces<ComparedForecast>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static Task<IResult> OfStart(
        HttpRequest request, [FromQuery] string[]? setting, [FromQuery] string[]? value, double? effect, ForecastService forecasts, CohortPlanner planner, TimeProvider clock, CancellationToken cancel) =>
        DirectoryDown.Or(request.HttpContext, "Nothing was worked out", async () =>
        {
            if (await SentBody.ReadParts(request, cancel) is not { } sent)
            {
                return SentBody.Unsupported("Nothing was worked out");
            }

            var findings = new Findings();
            return await planner.Plan(CohortReaderFromJson.ReadCohort(sent.Cohort, sent.People, findings), clock.GetUtcNow(), findings, cancel) is { } plan
                && TrialsOf(setting, value, findings) is { } trials
                ? Answer(await forecasts.OfPlan((sent.Cohort, sent.People), plan, trials, findings, effect ?? ForecastService.UsualEffect, cancel), findings)
                : Answer(null, findings);
        });

    private static Task<IResult> OfCohort(CohortId cohort, [FromQuery] string[]? setting, [FromQuery] string[]? value, double? effect, CohortService cohorts, ForecastService forecasts, CancellationToken cancel) =>
        cohorts.With(cohort, async found =>
        {
            var findings = new Findings();
            return !ForecastService.IsPossible(found) ? CohortLookup.NotNow(found, "There is nothing to foresee any more")
                : TrialsOf(setting, value, findings) is not { } trials ? Answer(null, findings)
                : Answer(await forecasts.OfCohort(found, trials, findings, effect ?? ForecastService.UsualEffect, cancel), findings);
        }, cancel);

    private static IResult Answer(ComparedForecast? forecast, Findings findings) => forecast is not null ? TypedResults.Ok(forecast)
        : findings.Errors.Count > 0 || findings.Unreadable ? Problem.Create(
            findings.Unreadable ? StatusCodes.Status400BadRequest : StatusCodes.Status422UnprocessableEntity, "Nothing was worked out", "This could not be started.", ("errors", findings.Errors))
        : Problem.Create(StatusCodes.Status422UnprocessableEntity, "Nothing was worked out", $"There are more than {Forecaster.MostPeople} people: rehearse the programme instead.");

    /// <summary>A number, true, false and lists as JSON has them; all else is a text. The first setting goes with the first value, and so on.</summary>
    /// <returns>Null where they don't come in pairs.</returns>
    private static IReadOnlyList<Trial>? TrialsOf(string[]? settings, string[]? values, Findings findings)
    {
        var (named, said) = (settings ?? [], values ?? []);
        if (named.Length != said.Length || named.Any(setting => setting.Length == 0))
        {
            TrialCheck.Unpaired(findings, "setting");
            return null;
        }

        return [.. named.Zip(said, (setting, value) => new Trial(setting, Parse(value)))];
    }

    private static JsonNode? Parse(string value)
    {
        try
        {
            return JsonNode.Parse(value);
        }
        catch (JsonException)
        {
            return value;
        }
    }
}
