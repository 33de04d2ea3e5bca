using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.DesignSystem.Pages;
using ReverseMentoring.Web.DesignSystem.Tables;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Manage.Layout;
using ReverseMentoring.Web.Manage.Queries;

namespace ReverseMentoring.Web.Manage.Outbox;

/// <param name="Person">Null where it goes to the manager, or to somebody who is not there any more.</param>
public sealed record MailRow(MailLine Mail, PersonLine? Person);

/// <summary>Every mail with its state; never its text or link.</summary>
public sealed record MailList(CohortContext Context, Listing<MailRow> Listing, IReadOnlyList<Link> Filters, IReadOnlyList<MailKind> Kinds);

internal sealed class MailListPage
{
    public static PageDeclaration Declaration { get; } = PageDeclaration.OfCohort<MailListPage>(
        routes => routes.MapGet($"/{ManagerRoutes.Mails}", (HttpContext context, CohortId cohort, PageHandler pageHandler, MailListPage page) =>
            pageHandler.Open(context, cohort, page.Show)),
        menu: ManagerRoutes.Mails);

    private const string Trouble = "trouble";

    public async Task<FormResult> Show(CohortContext context)
    {
        if (context.State.Status is CycleStatus.Erased)
        {
            return Web.Manage.Layout.ErrorPages.Erased(context);
        }

        var (mails, people) = (await context.Rows.Mails(), await context.Rows.People());
        var query = ListQuery.FromRequest(context.Request);
        var (looked, state, kind, person) = (PersonLine.Plain(query.Search), query.Filter("state") ?? "", query.Filter("kind"), query.Filter("person"));
        var found = mails.Items
            .Where(mail => (state.Length == 0 || (state == Trouble ? mail.HasFailed : $"{mail.State}" == state))
                && (kind is null || $"{mail.Kind}" == kind) && (person is null || mail.Person?.Value == person))
            .Select(mail => new MailRow(mail, mail.Person is { } id ? people.Find(id) : null))
            .Where(row => looked.Length == 0 || (row.Person?.Search.Contains(looked, StringComparison.Ordinal) ?? false)).ToArray();
        var newest = query.Sort is null ? query with { Sort = "at", Descending = true } : query;
        var counts = mails.Items.CountBy(mail => mail.State).ToDictionary();
        return FormResult.ForPage<MailListView>(new MailList(
            context, Listing<MailRow>.Create(newest, found, Order(newest.Sort), row => row.Person?.Sort, row => row.Mail.Person?.Value ?? ""),
            [
                new(context.Say("Mails.All"), query.FilteredBy("state", null), state.Length == 0),
                new(context.Say("Mails.Trouble"), query.FilteredBy("state", Trouble), state == Trouble, mails.Items.Count(mail => mail.HasFailed)),
                .. counts.Keys.Order().Select(one => new Link(context.Say($"MailState.{one}"), query.FilteredBy("state", $"{one}"), state == $"{one}", counts[one])),
            ],
            [.. mails.Items.Select(mail => mail.Kind).Distinct().Order()]));
    }

    private static Func<MailRow, IComparable?> Order(string? sort) => sort switch
    {
        "person" => row => row.Person?.Sort,
        "kind" => row => row.Mail.Kind,
        "state" => row => row.Mail.State,
        _ => row => row.Mail.Latest,
    };
}
