using System.Globalization;
using ReverseMentoring.Core.Cohorts.Managing;
using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Manage.Frame;
using ReverseMentoring.Web.Manage.Reading;

namespace ReverseMentoring.Web.Manage.Overview;

/// <summary>Stores what the manager said to a cohort, then wakes it: the cycle applies it at its next step.</summary>
internal sealed class CommandPost(CohortDesk cohorts, Readings readings)
{
    private const int MostDays = 60;

    public async Task<Outcome> Take(DeskAtCohort desk)
    {
        var form = await desk.Request.ReadSentForm(desk.Cancel);
        if (!Enum.TryParse<CommandKind>(form["kind"], out var kind) || !new CohortCommand(kind, desk.Now, Stage: StageOf(form)).IsFor(desk.State))
        {
            return Trouble.Page(desk, 409, "NotNow");
        }

        if (kind is CommandKind.Cancel or CommandKind.Erase && form[$"sure-{kind}"] != "true")
        {
            return Trouble.Page(desk, 422, "NotSure");
        }

        var days = 0;
        if (kind is CommandKind.Extend
            && !(int.TryParse(form["days"], NumberStyles.None, CultureInfo.InvariantCulture, out days) && days is >= 1 and <= MostDays))
        {
            return Trouble.Page(desk, 422, "NoDays");
        }

        var (mentor, mentee) = (One(form["mentor"]), One(form["mentee"]));
        if (kind is CommandKind.Lock or CommandKind.Forbid or CommandKind.Free && (mentor is null || mentee is null))
        {
            return Trouble.Page(desk, 422, "NoPair");
        }

        await cohorts.Give(desk.Standing, kind, days, mentor, mentee, desk.Cancel);
        readings.Forget(desk.Cohort.Id);
        var back = form["back"].ToString() is { Length: > 0 } place && place.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '/') ? place : "";
        return new Outcome.See($"{desk.Address(back)}?done={kind}");
    }

    /// <summary>Where the cohort stood on the page on which the button was pressed.</summary>
    private static int? StageOf(Microsoft.AspNetCore.Http.IFormCollection form) =>
        int.TryParse(form["stage"], NumberStyles.None, CultureInfo.InvariantCulture, out var stage) ? stage : null;

    private static string? One(string? id) => id is { Length: > 0 } ? id : null;
}
