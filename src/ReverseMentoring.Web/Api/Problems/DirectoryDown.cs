using System.Globalization;
using Microsoft.AspNetCore.Http;
using ReverseMentoring.Core.Scheduling.Calendars;

namespace ReverseMentoring.Web.Api.Problems;

/// <summary>The answer where people were to be looked up and the directory doesn't answer: no fault of what was sent.</summary>
internal static class DirectoryDown
{
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(1);

    public static async Task<IResult> Or(HttpContext context, string title, Func<Task<IResult>> answer)
    {
        try
        {
            return await answer();
        }
        catch (CalendarException refused)
        {
            var wait = (refused as CalendarBusyException)?.RetryAfter ?? Again;
            context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return Problem.Create(
                StatusCodes.Status503ServiceUnavailable, title,
                $"The directory doesn't answer now ({refused.Code}), and people were to be looked up in it. Send the same again later.");
        }
    }
}
