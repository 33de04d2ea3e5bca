using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Web.Mails;

/// <summary>What goes to somebody's own address because they, or whoever has one of their mails, asked for it.</summary>
internal sealed class OwnMails(OwnAddressService service, IStore store) : IMailTemplate
{
    public IReadOnlyList<MailKind> Kinds { get; } = [MailKind.OwnAct, MailKind.OwnCode, MailKind.NoThanksSaid, MailKind.AddressChanged];

    public async Task<MailContent> Compose(MailContext context, CancellationToken cancel)
    {
        if (context.Mail.Kind is MailKind.NoThanksSaid)
        {
            return new("NoThanksSaid") { Url = context.Links.To(FormKind.Participation) };
        }

        if (context.Mail.Kind is MailKind.AddressChanged)
        {
            return context.Participant.MovedFrom is null
                ? MailContent.Drop(DropReason.Withdrawn)
                : new("AddressChanged", ("address", context.Participant.Email)) { Url = context.Links.To(FormKind.OwnAct, revision: OwnAddressService.MoveNumber) };
        }

        return await service.FindMailed(context.Cohort.Id, context.Participant.Id, context.Mail, cancel) switch
        {
            ({ } act, _) => new(KeyOf(act, context), ("delegate", act.Delegate ?? ""), ("partner", await PartnerIn(act, context, cancel)), ("until", context.Localizer.Until(act.Until)))
            {
                Url = context.Links.To(FormKind.OwnAct, revision: act.Number),
            },
            (_, { } code) => new("OwnCode", ("code", code)) { Url = context.Links.ToCode() },
            _ => MailContent.Drop(DropReason.Withdrawn),
        };
    }

    /// <summary>Whom HR's list names is asked about in other words than whom somebody named on the person's page.</summary>
    private static string KeyOf(OwnAct act, MailContext context) =>
        act.Kind is OwnActKind.Delegate && act.Delegate == context.Participant.ProposedDelegate ? "OwnAct.Delegate.Listed" : $"OwnAct.{act.Kind}";

    private async Task<string> PartnerIn(OwnAct act, MailContext context, CancellationToken cancel) =>
        act.Meeting is { } meeting && await MeetingMailModel.Load(store, context, meeting, cancel) is { } model ? model.With : "";
}
