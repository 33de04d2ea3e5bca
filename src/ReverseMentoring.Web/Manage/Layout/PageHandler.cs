using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Manage.Queries;

namespace ReverseMentoring.Web.Manage.Layout;

/// <summary>Through which all requests to manager's pages go: language, headers, the cohort, and a page for what goes wrong.</summary>
internal sealed partial class PageHandler(
    CohortService cohorts, CohortQueries cohortQueries, MailStop mailStop, PageList list, PageWriter pages, TimeProvider clock, ILogger<PageHandler> log)
{
    public Task Open(HttpContext context, Func<ManagerContext, Task<FormResult>> act) =>
        Answer(context, new ManagerContext(context, ManagerLanguage.LanguageOf(context), Zone.Utc, clock.GetUtcNow()), act);

    public async Task Open(HttpContext context, CohortId cohort, Func<CohortContext, Task<FormResult>> act)
    {
        if (await cohorts.Find(cohort, context.RequestAborted) is not { } found)
        {
            await Open(context, managerContext => Task.FromResult<FormResult>(ErrorPages.NotFound(managerContext)));
            return;
        }

        await Answer(context, new CohortContext(context, ManagerLanguage.LanguageOf(context), found, cohortQueries, clock.GetUtcNow()), act);
    }

    private async Task Answer<TDesk>(HttpContext context, TDesk desk, Func<TDesk, Task<FormResult>> act)
        where TDesk : ManagerContext
    {
        FormHeaders.Set(context.Response.Headers);
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (desk.Culture, desk.Culture);
        try
        {
            desk.Pages = list.All;
            desk.IsMailStopped = desk.Who is not null && await mailStop.Stands(context.RequestAborted);
            await pages.Write(context, await act(desk));
        }
        catch (Exception failure) when (failure is not OperationCanceledException && !context.Response.HasStarted)
        {
            var outcome = ErrorPages.PageFor(desk, failure);
            if (outcome.Status == StatusCodes.Status500InternalServerError)
            {
                PageFailed(log, context.GetEndpoint()?.DisplayName, context.TraceIdentifier, FailureTrail.Describe(failure));
            }

            await pages.Write(context, outcome);
        }
    }

    [LoggerMessage(320, LogLevel.Error, "{Endpoint} failed as {Trace}: {Trail}")]
    private static partial void PageFailed(ILogger log, string? endpoint, string trace, string trail);
}
