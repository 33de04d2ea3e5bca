using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Api.Access;
using ReverseMentoring.Web.Api.Cohorts;
using ReverseMentoring.Web.Api.Links;
using ReverseMentoring.Web.Api.Problems;

namespace ReverseMentoring.Web.Api.Mails;

/// <summary>Mails that did not, or perhaps not, reach somebody. How many and of which kind they were is not told, and nothing of those that went well.</summary>
/// <param name="Person">A participant's id; left out where they go to the manager.</param>
/// <param name="State">Of the first: <c>bounced</c>, <c>refused</c> or <c>unknown</c>.</param>
/// <param name="Reason">Of the first.</param>
/// <param name="On">The day on which that was known, in the cohort's zone.</param>
[Tells(Told.Exception)]
public sealed record FailedMailsView(PersonId? Person, MailState State, string? Reason, DateOnly On);

/// <summary>To whom mails failed, the latest first.</summary>
[Tells(Told.Exception)]
public sealed record FailedMailsList(IReadOnlyList<FailedMailsView> Items);

/// <param name="People">To how many of them some are sent again; the manager is one.</param>
[Tells(Told.Aggregate)]
public sealed record SentAgainView(int People);

/// <summary>Mails that did not arrive, and to send them again.</summary>
internal static class MailEndpoints
{
    public static void MapMails(this IEndpointRouteBuilder cohorts)
    {
        cohorts.MapGet("/{cohort}/mails", List).Tells(Told.Exception).WithName("listFailedMails").WithTags("Mails")
            .WithSummary("To whom mails failed, since when, and why the first did")
            .Produces<FailedMailsList>().ProducesProblem(StatusCodes.Status404NotFound);
        cohorts.MapPost("/{cohort}/mails/send-again", SendAgain).WithName("sendMailsAgain").WithTags("Mails")
            .WithSummary("Send mails again that came back, were refused, or of which nobody knows: of all, or of one person ('to', an id or 'manager')")
            .Produces<SentAgainView>(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static Task<IResult> List(CohortId cohort, CohortService cohorts, IStore store, CancellationToken cancel) =>
        cohorts.With(cohort, async found => TypedResults.Ok(new FailedMailsList(
            [.. (await FailedMails.Deliveries(store, found.Partition, cancel))
                .Select(one => new FailedMailsView(one.Person, one.State, one.Reason, found.Cohort.Zone.DateAt(one.At)))])), cancel);

    private static Task<IResult> SendAgain(CohortId cohort, string? to, CohortService cohorts, PersonService people, IStore store, CancellationToken cancel) =>
        cohorts.With(cohort, async found =>
        {
            var recipient = to switch
            {
                null => MailRecipient.Anybody,
                "manager" => MailRecipient.Manager,
                _ => MailRecipient.Participant(new(to)),
            };
            if (recipient.Person is { } person && await store.FindTold(found.Partition, person, cancel) is null)
            {
                return Problem.NotFound($"There is no person '{to}' in this cohort.");
            }

            var failed = (await FailedMails.Deliveries(store, found.Partition, cancel))
                .Count(one => to is null || (one.Person is { } id ? id == recipient.Person : recipient.Person is null));
            if (failed == 0 || found.State.Status is CycleStatus.Cancelled or CycleStatus.Erased)
            {
                return CohortLookup.NotNow(found, "Nothing can be sent again");
            }

            await people.SendAgain(found.Id, recipient, cancel);
            return TypedResults.Accepted($"{CohortLinks.LinksTo(found.Id)}/mails", new SentAgainView(failed));
        }, cancel);
}
