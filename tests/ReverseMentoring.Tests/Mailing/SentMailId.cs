using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Tests.Mailing;

internal static class SentMailId
{
    /// <summary>Whose cohort's a mail in the mailbox is, and its name there: a cohort's id has no dot in it.</summary>
    public static (CohortId Cohort, string Mail) PartsOf(string id) => id.Split('.', 2) is [var cohort, var mail] ? (new(cohort), mail) : throw new FormatException(id);
}
