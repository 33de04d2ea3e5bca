using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using ReverseMentoring.Core.Enrolment.Checking;
using ReverseMentoring.Core.Forecasting;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Api.Access;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Manage.Layout;

namespace ReverseMentoring.Web.Manage.Forecasts;

/// <param name="Compared">Null: there are too many people.</param>
/// <param name="Trial">What is compared.</param>
[Tells(Told.Aggregate)]
public sealed record ForecastViewModel(CohortContext Context, ComparedForecast? Compared, TrialForm Trial);

/// <summary>What a cohort may come to, until its pairs are approved.</summary>
internal sealed class ForecastPage(ForecastService forecasts)
{
    public static PageDeclaration Declaration { get; } = PageDeclaration.OfCohort<ForecastPage>(
        Told.Aggregate,
        routes => routes.MapGet($"/{ManagerRoutes.Forecast}", (HttpContext context, CohortId cohort, PageHandler pageHandler, ForecastPage page) =>
            pageHandler.Open(context, cohort, page.Show)));

    public async Task<FormResult> Show(CohortContext context)
    {
        if (!ForecastService.IsPossible(context.Standing))
        {
            return ErrorPages.Page(context, StatusCodes.Status409Conflict, "NotNow");
        }

        var (trial, findings) = (TrialForm.Read(name => context.Request.Query[name].ToString()), new Findings());
        var compared = await forecasts.OfCohort(context.Standing, trial.Read(findings), findings, cancel: context.Cancel);
        if (findings.Errors.Count > 0)
        {
            compared = await forecasts.OfCohort(context.Standing, [], new(), cancel: context.Cancel);
        }

        return FormResult.ForPage<ForecastView>(new ForecastViewModel(context, compared, trial.With(context, findings)));
    }
}
