using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Mails;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Look.Pages;
using ReverseMentoring.Web.Look.Tables;
using ReverseMentoring.Web.Manage.Frame;
using ReverseMentoring.Web.Manage.Reading;

namespace ReverseMentoring.Web.Manage.Outbox;

/// <param name="Person">Null where it goes to the manager, or to somebody who is not there any more.</param>
public sealed record MailRow(MailLine Mail, PersonLine? Person);

/// <summary>Every mail with its state; never its text or link.</summary>
public sealed record MailList(DeskAtCohort Desk, Listing<MailRow> Listing, IReadOnlyList<Link> Filters, IReadOnlyList<MailKind> Kinds);

internal sealed class MailListPage
{
    private const string Trouble = "trouble";

    public async Task<Outcome> Show(DeskAtCohort desk)
    {
        if (desk.State.Status is CycleStatus.Erased)
        {
            return Frame.Trouble.Erased(desk);
        }

        var (mails, people) = (await desk.Rows.Mails(), await desk.Rows.People());
        var query = ListQuery.Of(desk.Request);
        var (looked, state, kind, person) = (PersonLine.Plain(query.Search), query.Filter("state") ?? "", query.Filter("kind"), query.Filter("person"));
        var found = mails.Items
            .Where(mail => (state.Length == 0 || (state == Trouble ? mail.IsTrouble : $"{mail.State}" == state))
                && (kind is null || $"{mail.Kind}" == kind) && (person is null || mail.Person == person))
            .Select(mail => new MailRow(mail, mail.Person is { } id ? people.ByKey.GetValueOrDefault(id) : null))
            .Where(row => looked.Length == 0 || (row.Person?.Search.Contains(looked, StringComparison.Ordinal) ?? false)).ToArray();
        var newest = query.Sort is null ? query with { Sort = "at", Descending = true } : query;
        var counts = mails.Items.CountBy(mail => mail.State).ToDictionary();
        return Outcome.Of<MailListView>(new MailList(
            desk, Listing<MailRow>.Of(newest, found, Order(newest.Sort), row => row.Person?.Sort, row => row.Mail.Person ?? ""),
            [
                new(desk.Say("Mails.All"), query.FilteredBy("state", null), state.Length == 0),
                new(desk.Say("Mails.Trouble"), query.FilteredBy("state", Trouble), state == Trouble, mails.Items.Count(mail => mail.IsTrouble)),
                .. counts.Keys.Order().Select(one => new Link(desk.Say($"MailState.{one}"), query.FilteredBy("state", $"{one}"), state == $"{one}", counts[one])),
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
