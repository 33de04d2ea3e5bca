using System.Text;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ReverseMentoring.Core.Enrolment;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Scheduling.Ical;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Api.Cohorts;
using ReverseMentoring.Web.Api.Files;
using ReverseMentoring.Web.Api.Links;
using ReverseMentoring.Web.Api.Problems;

namespace ReverseMentoring.Web.Api.HolidayFiles;

/// <summary>A country's holidays as they were understood.</summary>
/// <param name="Country">As it stands in the address.</param>
/// <param name="Items">In order of time.</param>
[Tells(Told.Aggregate)]
public sealed record HolidaysView(
    string Country, IReadOnlyList<Holiday> Items, [property: JsonPropertyName("_links")] IReadOnlyDictionary<string, ApiLink> Links);

/// <summary>Holidays per country, as iCalendar files that any calendar exports.</summary>
internal static class HolidayEndpoints
{
    public static void MapHolidays(this IEndpointRouteBuilder cohorts) => cohorts.MapPut("/{cohort}/holidays/{country}", Put)
        .WithName("putHolidays").WithTags("Holidays")
        .WithSummary("A country's holidays, from an iCalendar file")
        .WithDescription(
            "Whole-day events; those that return every year count in each. Nobody of that country gets a session on these days, and sessions "
            + "that are planned on one find another time. Somebody's country is what the cohort's setting 'countries' says of their location, "
            + "else the location's last part, else its first: 'Germany/Berlin' and 'Berlin, Germany' are both met by 'germany'.")
        .Accepts<string>("text/calendar")
        .Produces<HolidaysView>()
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static Task<IResult> Put(
        CohortId cohort, string country, HttpRequest request, CohortService cohorts, HolidayService holidays, CancellationToken cancel) =>
        cohorts.With(cohort, async found =>
        {
            if (await SentFile.ReadBytes(request, cancel) is not { } file)
            {
                return SentFile.TooLarge;
            }

            var read = await holidays.TakeFile(found.Cohort, country, Encoding.UTF8.GetString(file), cancel);
            return read.Problems.Count > 0
                ? Problem.Create(
                    StatusCodes.Status422UnprocessableEntity, "Nothing was stored", "The file can't be used as it is.", ("errors", read.Problems))
                : TypedResults.Ok(new HolidaysView(Core.Programme.Holidays.Slug(country), read.Holidays, CohortLinks.LinksTo(found)));
        }, cancel);
}
