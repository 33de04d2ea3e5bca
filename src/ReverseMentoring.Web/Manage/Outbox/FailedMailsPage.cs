using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.DesignSystem.Tables;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Manage.Layout;
using ReverseMentoring.Web.Manage.Queries;

namespace ReverseMentoring.Web.Manage.Outbox;

/// <param name="Person">Null where they go to the manager, or to somebody who is not there any more.</param>
[Tells(Told.Exception)]
public sealed record FailedMailsRow(UndeliveredMails Delivery, [property: Tells(Told.Exception)] PersonLine? Person);

/// <summary>To whom mails failed. Of the others nothing is told.</summary>
/// <param name="All">To how many mails failed, whoever is searched for.</param>
[Tells(Told.Exception)]
public sealed record FailedMailsModel(CohortContext Context, Listing<FailedMailsRow> Listing, int All)
{
    public bool CanSendAgain => !Context.IsOver;
}

internal sealed class FailedMailsPage(PersonService service, IStore store, CohortQueries cohortQueries)
{
    public static PageDeclaration Declaration { get; } = PageDeclaration.OfCohort<FailedMailsPage>(
        Told.Exception,
        routes =>
        {
            routes.MapGet($"/{ManagerRoutes.Mails}", (HttpContext context, CohortId cohort, PageHandler pageHandler, FailedMailsPage page) =>
                pageHandler.Open(context, cohort, page.Show));
            routes.MapPost($"/{ManagerRoutes.Mails}", (HttpContext context, CohortId cohort, PageHandler pageHandler, FailedMailsPage page) =>
                pageHandler.Open(context, cohort, page.SendAgain));
        },
        menu: ManagerRoutes.Mails);

    public async Task<FormResult> Show(CohortContext context)
    {
        if (context.State.Status is CycleStatus.Erased)
        {
            return ErrorPages.Erased(context);
        }

        var people = await context.Rows.People();
        var query = ListQuery.FromRequest(context.Request);
        var looked = PersonLine.Plain(query.Search);
        var failed = await FailedMails.Deliveries(store, Rows.Partition(context.Cohort.Id), context.Cancel);
        var found = failed.Select(one => new FailedMailsRow(one, one.Person is { } id ? people.Find(id) : null))
            .Where(row => looked.Length == 0 || (row.Person?.Search.Contains(looked, StringComparison.Ordinal) ?? false)).ToArray();
        var newest = query.Sort is null ? query with { Sort = "at", Descending = true } : query;
        return FormResult.ForPage<FailedMailsView>(new FailedMailsModel(
            context, Listing<FailedMailsRow>.Create(newest, found, Order(newest.Sort), row => row.Person?.Sort, row => row.Delivery.Person?.Value ?? ""),
            failed.Count));
    }

    /// <summary>Stores that mails are to be sent again, then wakes the cohort: it is done at its next step.</summary>
    public async Task<FormResult> SendAgain(CohortContext context)
    {
        var form = await context.Request.ReadSentForm(context.Cancel);
        var recipient = form["to"].ToString() switch
        {
            "" => MailRecipient.Anybody,
            SendAgainTo.Manager => MailRecipient.Manager,
            var person => MailRecipient.Participant(new(person)),
        };
        if (context.IsOver
            || !await FailedMails.Read(store, Rows.Partition(context.Cohort.Id), recipient, context.Cancel).AnyAsync(context.Cancel))
        {
            return ErrorPages.Page(context, StatusCodes.Status409Conflict, "NotNow");
        }

        await service.SendAgain(context.Cohort.Id, recipient, context.Cancel);
        cohortQueries.Forget(context.Cohort.Id);
        var back = recipient.Person is { } id && form["back"] == "person" ? $"{ManagerRoutes.People}/{id}" : ManagerRoutes.Mails;
        return new FormResult.SeeOther($"{context.Address(back)}?done=MailAgain");
    }

    private static Func<FailedMailsRow, IComparable?> Order(string? sort) => sort switch
    {
        "person" => row => row.Person?.Sort,
        "state" => row => row.Delivery.State,
        _ => row => row.Delivery.At,
    };
}

/// <summary>What the button's form says.</summary>
internal static class SendAgainTo
{
    /// <summary>No person's id: these are of sixteen letters and digits.</summary>
    public const string Manager = "manager";

    public static string ToText(PersonId? person) => person?.Value ?? Manager;
}
