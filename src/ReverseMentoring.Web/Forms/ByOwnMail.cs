using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Web.Forms;

/// <summary>Whoever has a link may have it from a mail that was forwarded: what is asked for takes effect from a mail that goes out now, and the page says so.</summary>
internal static class ByOwnMail
{
    public static async Task<FormResult> Ask(
        OwnAddressService own, LinkContext context, OwnActKind kind, string? delegateEmail = null, MeetingId? meeting = null, CancellationToken cancel = default) =>
        Said(context, kind, await own.Ask(context.Cohort.Id, context.Person.Id, kind, delegateEmail, meeting, cancel));

    /// <param name="context">Who asks.</param>
    /// <param name="kind">For what.</param>
    /// <param name="goes">False: enough such mails went today.</param>
    public static FormResult Said(LinkContext context, OwnActKind kind, bool goes) => FormResult.Closed(
        new(goes ? 200 : 429, !goes ? "MailsEnough" : context.Person.MovedFrom is not null ? "ConfirmByEarlier" : kind is OwnActKind.Part ? "PartByMail" : "ConfirmByMail", context.Culture) { Theme = context.Theme, Context = context });
}
