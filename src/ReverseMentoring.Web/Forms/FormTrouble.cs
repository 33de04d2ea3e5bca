using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Web.Forms.Pages;

namespace ReverseMentoring.Web.Forms;

/// <summary>A form that failed on our side: the reader sees a page that says so, the log hears why, without what was written.</summary>
internal sealed partial class FormTrouble(ILogger<FormTrouble> log)
{
    public async Task<Outcome> Guard(HttpContext context, Visit visit, Func<Task<Outcome>> act)
    {
        try
        {
            return await act();
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or BadHttpRequestException))
        {
            FormFailed(log, visit.Link.Form.ToString(), visit.Cohort.Id, context.TraceIdentifier, FailureTrail.Of(failure));
            return Outcome.Of<ClosedPage>(
                new Closed(StatusCodes.Status500InternalServerError, "Failed", visit.Culture) { Theme = Wording.Themes.Of(visit.Cohort) },
                StatusCodes.Status500InternalServerError);
        }
    }

    [LoggerMessage(310, LogLevel.Error, "The form {Form} of {Cohort} failed as {Trace}: {Trail}")]
    private static partial void FormFailed(ILogger log, string form, string cohort, string trace, string trail);
}
