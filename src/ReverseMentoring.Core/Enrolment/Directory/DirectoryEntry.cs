using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Enrolment.Directory;

/// <summary>What the directory last knew of somebody on a cohort's list.</summary>
/// <param name="WasKnown">It has known the address at some time: somebody from outside is never missed.</param>
/// <param name="GoneSince">Since which night it knows it no longer; null: it does, or never has.</param>
[Kept(Rows.Directory, KeptFor.Enrolment, ReadBy.Oneself | ReadBy.Manager, KeptUntil.PersonErased)]
public sealed record DirectoryEntry(PersonId Person, bool WasKnown, DateTimeOffset? GoneSince)
{
    public static string KeyOf(PersonId person) => Rows.Directory + person;

    /// <summary>The same after a night's look.</summary>
    internal static DirectoryEntry After(DirectoryEntry? before, PersonId person, bool known, DateTimeOffset now) =>
        new(person, known || before?.WasKnown is true, known || before?.WasKnown is not true ? null : before.GoneSince ?? now);
}

/// <summary>The last night on which a cohort's people were looked up.</summary>
/// <param name="On">The day that began then, in the cohort's zone.</param>
/// <param name="Manager">The address of the programme manager that was looked up.</param>
/// <param name="WasManagerKnown">The directory has known that address at some time.</param>
/// <param name="IsManagerGone">It knows it no longer.</param>
[Kept(Rows.DirectoryLook, KeptFor.Enrolment, ReadBy.Manager, KeptUntil.CohortErased)]
internal sealed record DirectoryLook(DateOnly On, string Manager, bool WasManagerKnown, bool IsManagerGone);
