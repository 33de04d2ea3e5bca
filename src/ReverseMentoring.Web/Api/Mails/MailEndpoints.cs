using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Api.Cohorts;
using ReverseMentoring.Web.Api.Links;
using ReverseMentoring.Web.Api.Paging;

namespace ReverseMentoring.Web.Api.Mails;

/// <summary>That a mail went, or why not. Neither its text nor its link.</summary>
/// <param name="Person">A participant's id; left out where it goes to the manager.</param>
/// <param name="At">When the state became what it is.</param>
/// <param name="Reason">Why it was dropped, refused or returned.</param>
public sealed record MailView(
    string Name, MailKind Kind, PersonId? Person, MailState State, DateTimeOffset QueuedAt, DateTimeOffset? At, string? Reason)
{
    internal static MailView From(Mail mail) => new(mail.Name, mail.Kind, mail.Person, mail.State, mail.QueuedAt, mail.At, mail.Reason);
}

/// <summary>The mails of a cohort, by how they stand.</summary>
internal static class MailEndpoints
{
    public static void MapMails(this IEndpointRouteBuilder cohorts) =>
        cohorts.MapGet("/{cohort}/mails", List).WithName("listMails").WithTags("Mails")
            .WithSummary("Mails and how they stand, by pages (limit, after), of one state if asked (state)")
            .WithDescription("A page may hold fewer than asked for, or none, where many of another state lie between: follow 'next'.")
            .Produces<Page<MailView>>().ProducesProblem(StatusCodes.Status404NotFound);

    private static Task<IResult> List(CohortId cohort, [AsParameters] PageQuery query, string? state, HttpRequest request, CohortService cohorts, IStore store, CancellationToken cancel) =>
        cohorts.With(cohort, async found =>
        {
            var (mails, next) = await query.ReadPage<Mail>(
                store, found.Partition, Rows.Mail, mail => string.IsNullOrEmpty(state) || ApiNames.ToName(mail.State) == state, cancel);
            return TypedResults.Ok(query.Page([.. mails.Select(MailView.From)], request, next));
        }, cancel);
}
