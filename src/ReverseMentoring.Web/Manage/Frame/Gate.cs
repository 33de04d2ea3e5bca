using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using ReverseMentoring.Core.Cohorts.Managing;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Manage.Reading;

namespace ReverseMentoring.Web.Manage.Frame;

/// <summary>Through which all requests to manager's pages go: language, headers, the cohort, and a page for what goes wrong.</summary>
internal sealed partial class Gate(CohortDesk cohorts, Readings readings, PageWriter pages, TimeProvider clock, ILogger<Gate> log)
{
    public Task Open(HttpContext context, Func<Desk, Task<Outcome>> act) =>
        Answer(context, new Desk(context, DeskLanguage.Of(context), Zone.Utc, clock.GetUtcNow()), act);

    public async Task Open(HttpContext context, string cohort, Func<DeskAtCohort, Task<Outcome>> act)
    {
        if (await cohorts.Find(cohort, context.RequestAborted) is not { } found)
        {
            await Open(context, desk => Task.FromResult<Outcome>(Trouble.NotFound(desk)));
            return;
        }

        await Answer(context, new DeskAtCohort(context, DeskLanguage.Of(context), found, readings, clock.GetUtcNow()), act);
    }

    private async Task Answer<TDesk>(HttpContext context, TDesk desk, Func<TDesk, Task<Outcome>> act)
        where TDesk : Desk
    {
        FormHeaders.Set(context.Response.Headers);
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (desk.Culture, desk.Culture);
        try
        {
            await Write(context, await act(desk));
        }
        catch (Exception failure) when (failure is not OperationCanceledException && !context.Response.HasStarted)
        {
            var outcome = Trouble.Of(desk, failure);
            if (outcome.Status == StatusCodes.Status500InternalServerError)
            {
                PageFailed(log, context.GetEndpoint()?.DisplayName, context.TraceIdentifier, FailureTrail.Of(failure));
            }

            await Write(context, outcome);
        }
    }

    private async Task Write(HttpContext context, Outcome outcome)
    {
        switch (outcome)
        {
            case Outcome.See see:
                context.Response.StatusCode = StatusCodes.Status303SeeOther;
                context.Response.Headers.Location = see.Address;
                break;
            case Outcome.Page page:
                await pages.Write(context, page);
                break;
        }
    }

    [LoggerMessage(320, LogLevel.Error, "{Endpoint} failed as {Trace}: {Trail}")]
    private static partial void PageFailed(ILogger log, string? endpoint, string trace, string trail);
}
