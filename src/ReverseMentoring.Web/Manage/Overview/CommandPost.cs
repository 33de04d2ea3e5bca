using System.Globalization;
using ReverseMentoring.Core;
using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Manage.Frame;
using ReverseMentoring.Web.Manage.Reading;

namespace ReverseMentoring.Web.Manage.Overview;

/// <summary>Stores what the manager said to a cohort, then wakes it: the cycle applies it at its next step.</summary>
internal sealed class CommandPost(IStore store, Wakes wakes, Readings readings, TimeProvider clock)
{
    private const int MostDays = 60;

    public async Task<Outcome> Take(CohortDesk desk)
    {
        var form = await desk.Request.ReadFormAsync(desk.Cancel);
        if (!Enum.TryParse<CommandKind>(form["kind"], out var kind) || !CohortCommand.Possible(desk.State).Contains(kind))
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

        await Store(desk.Cohort.Id, new(kind, desk.Now, days, mentor, mentee), desk.Cancel);
        var back = form["back"].ToString() is { Length: > 0 } place && place.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '/') ? place : "";
        return new Outcome.See($"{desk.Address(back)}?done={kind}");
    }

    public async Task Store(string cohort, CohortCommand command, CancellationToken cancel)
    {
        // In the order in which they came; the same click twice in a moment is one.
        var key = $"{CohortCommand.Keys}{Names.Moment(clock.GetUtcNow())}-{command.Kind.ToString().ToLowerInvariant()}";
        var pair = command.Mentor is null ? "" : "-" + Names.Digest($"{command.Mentor}:{command.Mentee}");
        await store.InsertMissing(Rows.Partition(cohort), [new(key + pair, Documents.Write(command))], cancel);
        await wakes.Wake(ProcessId.OfCohort(cohort), cancel);
        readings.Forget(cohort);
    }

    private static string? One(string? id) => id is { Length: > 0 } ? id : null;
}
