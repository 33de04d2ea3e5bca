using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Api.Access;

namespace ReverseMentoring.Web.Api.Mails;

/// <summary>Whether mail goes.</summary>
/// <param name="Stopped">No mail of any cohort goes.</param>
/// <param name="Since">When a manager stopped it; left out where none has.</param>
/// <param name="BySetting">The host was told so: only who runs it can let mail go on.</param>
[Tells(Told.Aggregate)]
public sealed record MailStopView(bool Stopped, DateTimeOffset? Since, bool BySetting);

/// <param name="Stopped">True: no mail of any cohort goes from now on. False: it goes on.</param>
public sealed record MailStopRequest(bool Stopped);

/// <summary>The switch for all mail of all cohorts.</summary>
internal static class MailStopEndpoints
{
    public static void MapMailStop(this IEndpointRouteBuilder mail)
    {
        mail.MapGet("", Get).Tells(Told.Aggregate).WithName("getMailStop").WithTags("Mails").WithSummary("Whether mail goes").Produces<MailStopView>();
        mail.MapPut("", Put).WithName("putMailStop").WithTags("Mails")
            .WithSummary("Stop all mail of all cohorts at once, or let it go on")
            .WithDescription("What waits goes when mail goes on, and what makes no sense any more by then is dropped. A cohort that is paused holds back its own mail only.")
            .Produces<MailStopView>().Needs(ManagerRole.Administrator);
    }

    private static async Task<IResult> Get(MailStop stop, CancellationToken cancel) => TypedResults.Ok(await View(stop, cancel));

    private static async Task<IResult> Put(MailStopRequest request, MailStop stop, CancellationToken cancel)
    {
        await stop.Set(request.Stopped, cancel);
        return TypedResults.Ok(await View(stop, cancel));
    }

    private static async Task<MailStopView> View(MailStop stop, CancellationToken cancel) =>
        new(await stop.Stands(cancel), await stop.Since(cancel), stop.BySetting);
}
