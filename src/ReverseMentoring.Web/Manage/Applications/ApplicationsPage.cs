using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using ReverseMentoring.Core.Applying;
using ReverseMentoring.Core.Cycle.Acts;
using ReverseMentoring.Core.Links;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Api.Access;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Mails;
using ReverseMentoring.Web.Manage.Layout;
using ReverseMentoring.Web.Manage.Queries;
using ReverseMentoring.Web.Manage.Wording;

namespace ReverseMentoring.Web.Manage.Applications;

/// <param name="Link">For everybody, as it stands on a poster.</param>
/// <param name="Code">The same as a QR code, as SVG.</param>
/// <param name="Waiting">Those who have confirmed their address, the first first.</param>
/// <param name="MentorRoom">How many more mentors there is room for; null: for as many as come.</param>
[Tells(Told.List)]
public sealed record ApplicationsViewModel(
    CohortContext Context, string Link, string Code, bool IsOpen, IReadOnlyList<Applicant> Waiting, int? MentorRoom, int? MenteeRoom, bool Admits);

/// <summary>What admitting some, or telling them not this time, would do.</summary>
/// <param name="Act">As the form sends it.</param>
/// <param name="Chosen">To whom.</param>
[Tells(Told.Command)]
public sealed record ApplicationsActModel(CohortContext Context, string Act, IReadOnlyList<Applicant> Chosen, PreviewModel Preview)
{
    /// <summary>How many more than there is room for, of each role.</summary>
    public IReadOnlyDictionary<Role, int> Over { get; init; } = new Dictionary<Role, int>();
}

/// <summary>Who would like to take part, and who is admitted.</summary>
internal sealed class ApplicationsPage(IStore store, ApplicationService applications, LinkSigner signer, ProgrammeAddress programme, CohortQueries cohortQueries)
{
    public static PageDeclaration Declaration { get; } = PageDeclaration.OfCohort<ApplicationsPage>(
        Told.List,
        routes =>
        {
            routes.MapGet($"/{ManagerRoutes.Applications}", (HttpContext context, CohortId cohort, PageHandler pageHandler, ApplicationsPage page) =>
                pageHandler.Open(context, cohort, page.Show)).IsAudited();
            routes.MapPost($"/{ManagerRoutes.Applications}", (HttpContext context, CohortId cohort, PageHandler pageHandler, ApplicationsPage page) =>
                pageHandler.Open(context, cohort, page.HandlePost)).LooksFirst();
        },
        menu: ManagerRoutes.Applications) with { InMenuOf = static cohort => cohort.Settings.OpenCall is not null };

    internal const string Admit = "admit", Refuse = "refuse";

    public async Task<FormResult> Show(CohortContext context)
    {
        if (context.State.Status is CycleStatus.Erased)
        {
            return ErrorPages.Erased(context);
        }

        var link = programme.Form(signer.ToCall(context.Cohort.Id));
        var people = await store.Query<Person>(Rows.Partition(context.Cohort.Id), KeyRange.Prefix(Rows.Person), context.Cancel).Select(row => row.Value).ToListAsync(context.Cancel);
        var (call, waiting) = (context.Cohort.Settings.OpenCall ?? new(), await applications.Waiting(context.Cohort.Id, context.Cancel));
        return FormResult.ForPage<ApplicationsView>(new ApplicationsViewModel(
            context, link, DesignSystem.Display.QrCode.Of(link), OpenCalls.IsOpen(context.Cohort, context.State, context.Now), waiting,
            OpenCalls.RoomFor(call, Role.Mentor, people), OpenCalls.RoomFor(call, Role.Mentee, people), OpenCalls.Admits(context.Cohort, context.State)));
    }

    private static Task<PreviewModel> Preview(CohortContext context, IReadOnlyList<Applicant> chosen, MailKind kind)
    {
        PersonLine[] lines = [.. chosen.Select(applicant => PersonLine.Of(applicant.Person))];
        return PreviewModel.Create(
            context, new() { Mails = [.. lines.Select(line => new PreviewedMail(kind, line.Id))] }, new(lines.ToDictionary(line => line.Id.Value), lines, context.Now));
    }

    public async Task<FormResult> HandlePost(CohortContext context)
    {
        var form = await context.Request.ReadSentForm(context.Cancel);
        var waiting = await applications.Waiting(context.Cohort.Id, context.Cancel);
        var chosen = form["all"] == "true" ? waiting : [.. waiting.Where(applicant => form["person"].Contains(applicant.Id.Value))];
        var act = form["act"].ToString();
        if (!OpenCalls.Admits(context.Cohort, context.State) || act is not (Admit or Refuse))
        {
            return ErrorPages.Page(context, StatusCodes.Status409Conflict, "NotNow");
        }

        if (chosen.Count == 0)
        {
            return ErrorPages.Page(context, StatusCodes.Status422UnprocessableEntity, "NobodyChosen");
        }

        if (FormLook.Asks(form))
        {
            var preview = await Preview(context, chosen, act == Admit ? MailKind.ApplicationAdmitted : MailKind.ApplicationOver);
            return FormResult.ForPage<ApplicationsActView>(new ApplicationsActModel(context, act, chosen, preview) { Over = act == Admit ? await Over(context, chosen) : new Dictionary<Role, int>() });
        }

        foreach (var applicant in chosen)
        {
            await (act == Admit ? applications.Admit(context.Standing, applicant.Id, context.Cancel) : applications.Refuse(context.Standing, applicant.Id, context.Cancel));
        }

        cohortQueries.Forget(context.Cohort.Id);
        return new FormResult.SeeOther($"{context.Address(ManagerRoutes.Applications)}?done={(act == Admit ? "Admitted" : "Refused")}");
    }

    private async Task<IReadOnlyDictionary<Role, int>> Over(CohortContext context, IReadOnlyList<Applicant> chosen)
    {
        var people = await store.Query<Person>(Rows.Partition(context.Cohort.Id), KeyRange.Prefix(Rows.Person), context.Cancel).Select(row => row.Value).ToListAsync(context.Cancel);
        return chosen.GroupBy(applicant => applicant.Person.Role)
            .Select(side => (Role: side.Key, Over: OpenCalls.RoomFor(context.Cohort.Settings.OpenCall!, side.Key, people) is { } room ? side.Count() - room : 0))
            .Where(side => side.Over > 0).ToDictionary(side => side.Role, side => side.Over);
    }
}
