using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Web.Localization;

namespace ReverseMentoring.Web.Mails;

/// <summary>The partner would like a fixed rhythm: the way to the page of the next session, on which it is answered.</summary>
internal sealed class RhythmMails(IStore store) : IMailTemplate
{
    public IReadOnlyList<MailKind> Kinds { get; } = [MailKind.RhythmWished];

    public async Task<MailContent> Compose(MailContext context, CancellationToken cancel)
    {
        if (await MeetingMailModel.Load(store, context, cancel) is not { IsReaderIn: true, Meeting: { Status: MeetingStatus.Running } meeting } model
            || meeting.RhythmWish is not { Rhythm: { } rhythm } wish || !wish.AwaitsAnswerOf(context.Participant.Id))
        {
            return MailContent.Drop(DropReason.MeetingOver);
        }

        var next = await new MeetingRepository(store, context.Cohort.Id).Sessions(model.Id, cancel)
            .FirstOrDefaultAsync(session => session.Value.HasTime && session.Value.Time.Start > context.Now, cancel);
        return next is null
            ? MailContent.Drop(DropReason.SessionOver)
            : new("RhythmWished", ("partner", model.With), ("rhythm", RhythmText.Say(rhythm, context.Localizer)))
            {
                Url = context.Links.To(FormKind.Reschedule, model.Id, next.Value.Number),
            };
    }
}
