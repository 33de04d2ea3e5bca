using System.Globalization;
using Microsoft.AspNetCore.Http;
using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Mails;
using ReverseMentoring.Core.People;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Manage.Frame;
using ReverseMentoring.Web.Manage.Reading;

namespace ReverseMentoring.Web.Manage.Participants;

/// <summary>Stores what the manager said about one person or one mail, then wakes the cohort: it is applied at its next step.</summary>
internal sealed class PersonPost(PersonDesk people, IStore store, Readings readings)
{
    public async Task<Outcome> Take(DeskAtCohort desk, string id)
    {
        if (!PersonPage.IsId(id) || await store.Read<Person>(Rows.Partition(desk.Cohort.Id), Rows.Person + id, desk.Cancel) is not { Value: var person })
        {
            return Trouble.NotFound(desk);
        }

        if (!person.IsActive || IsOver(desk))
        {
            return Trouble.Page(desk, StatusCodes.Status409Conflict, "NotNow");
        }

        var form = await desk.Request.ReadSentForm(desk.Cancel);
        if (form["kind"] == "Resume")
        {
            await people.Resume(desk.Cohort.Id, id, desk.Cancel);
            return Done(desk, id, "PersonBack");
        }

        var today = person.ZoneAt(desk.Now).DateAt(desk.Now);
        if (!DateOnly.TryParseExact(form["until"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var last)
            || last < today || last > today.AddDays(PersonDesk.LongestPause))
        {
            return Trouble.Page(desk, StatusCodes.Status422UnprocessableEntity, "NoDay");
        }

        await people.Pause(desk.Cohort.Id, id, last, desk.Cancel);
        return Done(desk, id, "PersonPaused");
    }

    public async Task<Outcome> SendAgain(DeskAtCohort desk)
    {
        var form = await desk.Request.ReadSentForm(desk.Cancel);
        var name = form["mail"].ToString();
        if (IsOver(desk) || !Core.Names.IsOne(name)
            || await store.Read<Mail>(Rows.Partition(desk.Cohort.Id), Rows.Mail + name, desk.Cancel) is not { Value: { HasFailed: true } mail })
        {
            return Trouble.Page(desk, StatusCodes.Status409Conflict, "NotNow");
        }

        await people.SendAgain(desk.Cohort.Id, name, desk.Cancel);
        return mail.Person is { } person && form["back"] == "person" ? Done(desk, person, "MailAgain") : Done(desk, null, "MailAgain");
    }

    /// <summary>Nobody is written to any more.</summary>
    public static bool IsOver(DeskAtCohort desk) => desk.State.Status is CycleStatus.Cancelled or CycleStatus.Erased;

    private Outcome.See Done(DeskAtCohort desk, string? person, string what)
    {
        readings.Forget(desk.Cohort.Id);
        return new($"{desk.Address(person is null ? Places.Mails : $"{Places.People}/{person}")}?done={what}");
    }
}
