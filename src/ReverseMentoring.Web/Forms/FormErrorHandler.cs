using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Forms.Pages;

namespace ReverseMentoring.Web.Forms;

/// <summary>A form that failed on our side: the reader sees a page that says so, the log hears why, without what was written.</summary>
internal sealed partial class FormErrorHandler(ILogger<FormErrorHandler> log)
{
    public async Task<FormResult> Guard(HttpContext context, LinkContext linkContext, Func<Task<FormResult>> act)
    {
        try
        {
            return await act();
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or BadHttpRequestException))
        {
            FormFailed(log, linkContext.Link.Form.ToString(), linkContext.Cohort.Id, context.TraceIdentifier, FailureTrail.Describe(failure));
            return FormResult.Closed(new(StatusCodes.Status500InternalServerError, "Failed", linkContext.Culture) { Theme = linkContext.Theme });
        }
    }

    [LoggerMessage(310, LogLevel.Error, "The form {Form} of {Cohort} failed as {Trace}: {Trail}")]
    private static partial void FormFailed(ILogger log, string form, CohortId cohort, string trace, string trail);
}
