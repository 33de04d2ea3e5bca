using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Applying;

/// <summary>The rows of a mail to somebody who would like to take part: one for each kind and each time that they came.</summary>
internal static class ApplicantMails
{
    public static Change.Insert[] To(Applicant applicant, MailKind kind, DateTimeOffset now, DateTimeOffset? until = null) => new Mail
    {
        Name = Names.Join(kind.Slug(), applicant.Id.Value, $"n{applicant.Times}"), Kind = kind, Person = applicant.Id, QueuedAt = now, Until = until,
    }.Insert();
}
