using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using ReverseMentoring.Core.Cycle.Finding;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Api.Access;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Manage.Layout;
using ReverseMentoring.Web.Manage.Queries;

namespace ReverseMentoring.Web.Manage.Overview;

/// <summary>Stores what the manager said to a cohort, then wakes it: the cycle applies it at its next step.</summary>
internal sealed class CommandPost(CohortService cohorts, CohortQueries cohortQueries, CircleLocks locks)
{
    public static PageDeclaration Declaration { get; } = PageDeclaration.OfCohort<CommandPost>(
        Told.Aggregate,
        routes => routes.MapPost("/commands", (HttpContext context, CohortId cohort, PageHandler pageHandler, CommandPost post) =>
            pageHandler.Open(context, cohort, post.HandlePost)).NotesKind(Enum.GetNames<CommandKind>()));

    public async Task<FormResult> HandlePost(CohortContext context)
    {
        var form = await context.Request.ReadSentForm(context.Cancel);
        if (!Enum.TryParse<CommandKind>(form["kind"], out var kind) || kind is CommandKind.Change || (kind is CommandKind.Announce && !context.IsCouncilMode) || !new CohortCommand(kind, context.Now, Stage: StageOf(form)).IsFor(context.State))
        {
            return ErrorPages.Page(context, 409, "NotNow");
        }

        if (kind is CommandKind.Cancel or CommandKind.Erase && form[$"sure-{kind}"] != "true")
        {
            return ErrorPages.Page(context, 422, "NotSure");
        }

        var days = kind is CommandKind.Extend ? ExtendPage.DaysOf(form["days"]) : 0;
        if (days is null)
        {
            return ErrorPages.Page(context, 422, "NoDays");
        }

        var (mentor, mentee) = (One(form["mentor"]), One(form["mentee"]));
        if (kind is CommandKind.Lock or CommandKind.Forbid or CommandKind.Free && (mentor is null || mentee is null))
        {
            return ErrorPages.Page(context, 422, "NoPair");
        }

        if (kind is CommandKind.Lock && await locks.RuleAgainst(context.Cohort, mentor!.Value, mentee!.Value, context.Cancel) is not null)
        {
            return ErrorPages.Page(context, 409, "NoCircle");
        }

        await cohorts.GiveCommand(context.Standing, kind, days.Value, mentor, mentee, cancel: context.Cancel);
        cohortQueries.Forget(context.Cohort.Id);
        var back = form["back"].ToString() is { Length: > 0 } place && place.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '/') ? place : "";
        return new FormResult.SeeOther($"{context.Address(back)}?done={kind}");
    }

    /// <summary>Where the cohort stood on the page on which the button was pressed.</summary>
    internal static int? StageOf(Microsoft.AspNetCore.Http.IFormCollection form) =>
        int.TryParse(form["stage"], NumberStyles.None, CultureInfo.InvariantCulture, out var stage) ? stage : null;

    private static PersonId? One(string? id) => id is { Length: > 0 } ? new PersonId(id) : null;
}
