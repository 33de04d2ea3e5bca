using ReverseMentoring.Core.Applying;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Web.Mails;

/// <summary>To those who would like to take part: was it you, where you stand, you are in, not this time.</summary>
internal sealed class ApplicantMails(IStore store, ApplicationService applications) : IMailTemplate
{
    public IReadOnlyList<MailKind> Kinds { get; } = [MailKind.ApplicationConfirm, MailKind.ApplicationWaiting, MailKind.ApplicationAdmitted, MailKind.ApplicationOver];

    public async Task<MailContent> Compose(MailContext context, CancellationToken cancel)
    {
        var applicant = await store.Read<Applicant>(context.Partition, Applicant.KeyOf(context.Participant.Id), cancel);
        if (StateOf(context.Mail.Kind) is { } state && applicant?.Value.State != state)
        {
            return MailContent.Drop(applicant is null ? DropReason.Withdrawn : DropReason.Answered);
        }

        var waiting = (await applications.Waiting(context.Cohort.Id, cancel)).Where(other => other.Person.Role == context.Participant.Role).ToList();
        var place = waiting.FindIndex(other => other.Id == context.Participant.Id) + 1;
        var end = OpenCalls.EndOf(context.Cohort, context.State);
        return new(
            $"{context.Mail.Kind}", ("how", context.Localizer.Say(
                context.Cohort.Settings.OpenCall is { Admission: Admission.FirstCome } ? "Application.InTurn" : "Application.ByManager", ("manager", context.Contacts.Manager.Name))),
            ("place", place.ToString("N0", context.Localizer.Culture)), ("end", context.Localizer.Until(end)),
            ("start", context.Localizer.Day(context.Cohort.Zone.At(context.Cohort.Settings.Start, new(8, 0)))))
        {
            Url = context.Mail.Kind is MailKind.ApplicationAdmitted ? context.Links.To(Core.Asking.FormKind.Participation) : context.Links.ToApplicant(),
        };
    }

    private static ApplicantState? StateOf(MailKind kind) => kind switch
    {
        MailKind.ApplicationConfirm => ApplicantState.Unconfirmed,
        MailKind.ApplicationWaiting => ApplicantState.Waiting,
        MailKind.ApplicationOver => ApplicantState.Refused,
        _ => null,
    };
}
