using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Web.Localization;

namespace ReverseMentoring.Web.Mails;

/// <summary>A mail whose turn has come, with whom it goes to and how things stand.</summary>
/// <param name="Reader">Null: the programme manager.</param>
/// <param name="IsApplicant">The reader would like to take part, and does not yet.</param>
internal sealed record MailContext(Mail Mail, Cohort Cohort, CycleState State, Person? Reader, Localizer Localizer, MailLinks Links, DateTimeOffset Now,
    bool IsApplicant = false)
{
    public string Partition { get; } = Rows.Partition(Cohort.Id);

    public MailDeclarationAttribute Declaration { get; } = Mail.Kind.Declaration();

    public Contacts Contacts => Cohort.Settings.Contacts;

    /// <summary>The reader of a mail that only participants get.</summary>
    public Person Participant => Reader ?? throw new InvalidOperationException($"Mail '{Mail.Name}' names no participant.");

    public string Deadline(DateTimeOffset? end) => end is { } moment ? Localizer.Until(moment) : "";
}
