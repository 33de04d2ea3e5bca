using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Auditing;

/// <summary>Something that a manager or the product did, as it is kept for good: nobody's name, address or words are in it.</summary>
/// <param name="Number">From 1, without a gap.</param>
/// <param name="By">Id of the manager's key, or <c>entra.</c> and their object id; null: the product itself.</param>
/// <param name="Act">Method and route of what a manager asked for, what the product did: <c>phase:sessions</c>, or of which fields people were corrected: <c>corrected:email,level</c>.</param>
/// <param name="Cohort">Where; null: it concerns none, or all.</param>
/// <param name="About">
/// Whom or what it was about, by what the route calls it: a commitment, that only tells who it was as long as the salt is kept (see
/// <see cref="AuditSalts"/>).
/// </param>
/// <param name="Previous">The hash of the entry before; of the first, nothing.</param>
[Kept("entry.", KeptFor.Accountability, ReadBy.Administrator, KeptUntil.Stays)]
[Tells(Told.Aggregate)]
public sealed record AuditEntry(
    long Number, DateTimeOffset At, string? By, string Act, CohortId? Cohort, IReadOnlyDictionary<string, string> About, string Previous);

/// <summary>Where the log ends.</summary>
/// <param name="Number">Of the newest entry; 0: there is none.</param>
/// <param name="Hash">Of the newest entry, which stands for all before it: whoever noted it can tell later whether any was changed.</param>
[Kept("head", KeptFor.Accountability, ReadBy.Administrator | ReadBy.Report, KeptUntil.Stays)]
[Tells(Told.Aggregate)]
public sealed record AuditHead(long Number, string Hash)
{
    public static AuditHead None { get; } = new(0, "");

    /// <summary>Short enough to be printed and compared by eye.</summary>
    public string Printed => Number == 0 ? "–" : $"{Number}-{Hash[..12]}";
}

/// <summary>Whether the log is as it was written.</summary>
/// <param name="Head">Where it ends.</param>
/// <param name="Broken">The number of the first entry that is missing, or is not what was written; null: all are.</param>
[Tells(Told.Aggregate)]
public sealed record AuditFinding(AuditHead Head, long? Broken);
