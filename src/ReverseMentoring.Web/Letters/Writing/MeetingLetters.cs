using ReverseMentoring.Core.Forms;
using ReverseMentoring.Core.Mails;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Web.Letters.Writing;

/// <summary>How a pair or circle is doing, and that it has ended.</summary>
internal sealed class MeetingLetters(IStore store) : ILetterKind
{
    public IReadOnlyList<MailKind> Kinds { get; } = [MailKind.Pulse, MailKind.HalfTime, MailKind.RhythmAsked, MailKind.RhythmKept, MailKind.MeetingEnded];

    public async Task<Draft> Compose(Occasion occasion, CancellationToken cancel)
    {
        var mail = occasion.Mail;
        if (await MeetingMailModel.Read(store, occasion, cancel) is not { IsReaderIn: true } model)
        {
            return Draft.Drop(DropReason.MeetingOver);
        }

        if (mail.Kind is MailKind.MeetingEnded)
        {
            var key = model.Meeting.End is MeetingEnd.NoCommonTime ? "MeetingEnded.NoTime" : "MeetingEnded";
            return new(key, ("partner", model.With)) { Url = occasion.Links.To(FormKind.Participation) };
        }

        return model.Meeting.Status is MeetingStatus.Running or MeetingStatus.Completed
            ? new($"{mail.Kind}", ("partner", model.With)) { Url = mail.Ask is { } ask ? occasion.Links.To(ask) : occasion.Links.To(FormKind.Participation) }
            : Draft.Drop(DropReason.MeetingOver);
    }
}
