using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Web.Mails;

/// <summary>How a pair or circle is doing, that it has ended, and that one was not formed.</summary>
internal sealed class MeetingMails(IStore store) : IMailTemplate
{
    public IReadOnlyList<MailKind> Kinds { get; } = [MailKind.Pulse, MailKind.HalfTime, MailKind.CadenceAsked, MailKind.CadenceKept, MailKind.MeetingEnded, MailKind.NotFormed];

    public async Task<MailContent> Compose(MailContext context, CancellationToken cancel)
    {
        var mail = context.Mail;
        if (await MeetingMailModel.Load(store, context, cancel) is not { IsReaderIn: true } model)
        {
            return MailContent.Drop(DropReason.MeetingOver);
        }

        if (mail.Kind is MailKind.NotFormed)
        {
            return model.Meeting.Status is MeetingStatus.Declined
                ? new(await HasOther(context, cancel) ? "NotFormed.Other" : "NotFormed", ("partner", model.With)) { Url = context.Links.To(FormKind.Participation) }
                : MailContent.Drop(DropReason.PairDecided);
        }

        if (mail.Kind is MailKind.MeetingEnded)
        {
            var key = model.Meeting.End is MeetingEnd.NoCommonTime ? "MeetingEnded.NoTime"
                : await model.HasQuietLeaver(store, cancel) ? "MeetingEnded.Quiet"
                : model.Meeting.End is MeetingEnd.Replaced && await HasOther(context, cancel) ? "MeetingEnded.Other"
                : "MeetingEnded";
            return new(key, ("partner", model.With)) { Url = context.Links.To(FormKind.Participation) };
        }

        return model.Meeting.Status is MeetingStatus.Running or MeetingStatus.Completed
            ? new($"{mail.Kind}", ("partner", model.With)) { Url = mail.Ask is { } ask ? context.Links.To(ask) : context.Links.To(FormKind.Participation) }
            : MailContent.Drop(DropReason.MeetingOver);
    }

    /// <summary>The reader has another partner: one whom they have accepted, while the other of two hears the usual words.</summary>
    private async Task<bool> HasOther(MailContext context, CancellationToken cancel) => await new MeetingRepository(store, context.Cohort.Id)
        .OfPerson(context.Participant.Id, cancel).AnyAsync(meeting => meeting.Has(context.Participant.Id) && meeting.Status is MeetingStatus.Running, cancel);
}
