using ReverseMentoring.Core.Forms;
using ReverseMentoring.Core.Mails;

namespace ReverseMentoring.Web.Letters.Writing;

/// <summary>Thanks, and news that nobody likes to bring: no partner this time, the programme has ended early.</summary>
internal sealed class ClosingLetters : ILetterKind
{
    public IReadOnlyList<MailKind> Kinds { get; } = [MailKind.Thanks, MailKind.Unmatched, MailKind.CycleCancelled];

    public Task<Draft> Compose(Occasion occasion, CancellationToken cancel)
    {
        var erased = occasion.Cohort.EndOfDay(occasion.Now, occasion.Cohort.Settings.RetentionDays);
        return Task.FromResult(new Draft($"{occasion.Mail.Kind}", ("erased", occasion.Voice.Until(erased)))
        {
            Url = occasion.Links.To(FormKind.Participation),
        });
    }
}
