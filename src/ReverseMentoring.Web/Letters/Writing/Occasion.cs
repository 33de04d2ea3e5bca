using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Mails;
using ReverseMentoring.Core.People;
using ReverseMentoring.Web.Wording;

namespace ReverseMentoring.Web.Letters.Writing;

/// <summary>A mail whose turn has come, with whom it goes to and how things stand.</summary>
/// <param name="Reader">Null: the programme manager.</param>
internal sealed record Occasion(Mail Mail, Cohort Cohort, CycleState State, Person? Reader, Voice Voice, LetterLinks Links, DateTimeOffset Now)
{
    public string Partition { get; } = Rows.Partition(Cohort.Id);

    public Contacts Contacts => Cohort.Settings.Contacts;

    /// <summary>The reader of a mail that only participants get.</summary>
    public Person Participant => Reader ?? throw new InvalidOperationException($"Mail '{Mail.Name}' names no participant.");

    public string Deadline(DateTimeOffset? end) => end is { } moment ? Voice.Until(moment) : "";
}
