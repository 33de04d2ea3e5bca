using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Links;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Forms;

namespace ReverseMentoring.Web.Mails;

/// <summary>Signed addresses for one reader of one cohort.</summary>
internal sealed class MailLinks(LinkSigner signer, ProgrammeAddress programme, CohortId cohort, PersonId person, DateTimeOffset now)
{
    /// <summary>Longer than any cohort; a phase that is over is told by the page itself.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(400);

    public string To(AskId ask) => To(ask.Form, ask.Scope, ask.Number, ask.Revision);

    /// <summary>To whoever keeps somebody's calendar, as long as they do; to the whole list, or to one session.</summary>
    public string ToDelegate(Person leader, MeetingId? meeting = null, int session = 0) =>
        To(FormKind.Delegate, meeting?.Value ?? "", session, leader.DelegateRevision);

    public string ToNotice() => $"{To(FormKind.Participation)}/{NoticeLinks.Notice}";

    public string ToCertificate() => $"{To(FormKind.Participation)}/{CertificatePages.Place}";

    public string ToNoThanks() => $"{To(FormKind.Participation)}/{NoticeLinks.No}";

    public string ToCode() => $"{To(FormKind.Participation)}/{CodeLinks.Place}";

    public string ToEar() => $"{To(FormKind.Participation)}/{EarLinks.Place}";

    /// <summary>Where somebody stands who has come by themselves.</summary>
    public string ToApplicant() => programme.Form(signer.ToApplicant(cohort, person, now + Lifetime));

    public string To(FormKind form, MeetingId meeting, int number) => To(form, meeting.Value, number);

    public string To(FormKind form, string scope = "", int number = 0, int revision = 0) =>
        programme.Form(signer.Sign(new(form, cohort, person, scope, number, now, now + Lifetime) { Revision = revision }));
}
