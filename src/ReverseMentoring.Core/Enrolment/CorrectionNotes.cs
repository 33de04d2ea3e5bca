using ReverseMentoring.Core.Auditing;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Enrolment;

/// <summary>Notes what managers are about to correct of people: of which fields, never what stood in them or comes to stand there.</summary>
public sealed class CorrectionNotes(AuditLog audit, AuditSalts salts)
{
    /// <summary>What such an entry's act begins with; the fields follow, as columns of the list are called.</summary>
    public const string Act = "corrected";

    /// <summary>What is corrected of one person; nothing is noted where nothing is another.</summary>
    public async Task Add(string? by, CohortId cohort, Person before, Person after, CancellationToken cancel)
    {
        if (Different(before, after).ToArray() is { Length: > 0 } fields)
        {
            await Add(by, cohort, fields, new Dictionary<string, string> { ["person"] = await salts.Commit(cohort, "person", before.Id.Value, cancel) }, cancel);
        }
    }

    /// <summary>What a list corrects, of all together.</summary>
    public async Task Add(string? by, CohortId cohort, IEnumerable<(Person Before, Person After)> people, CancellationToken cancel)
    {
        if (people.SelectMany(one => Different(one.Before, one.After)).Distinct().Order(StringComparer.Ordinal).ToArray() is { Length: > 0 } fields)
        {
            await Add(by, cohort, fields, null, cancel);
        }
    }

    private Task Add(string? by, CohortId cohort, IEnumerable<string> fields, Dictionary<string, string>? about, CancellationToken cancel) =>
        audit.Add(by, $"{Act}:{string.Join(',', fields)}", cohort, about, cancel: cancel);

    internal static IEnumerable<string> Different(Person before, Person after) => new (string Field, bool Same)[]
    {
        ("name", before.Name == after.Name), ("email", before.Email == after.Email), ("role", before.Role == after.Role), ("jobTitle", before.JobTitle == after.JobTitle),
        ("department", before.Department == after.Department), ("level", before.Level == after.Level), ("managerEmail", before.ManagerId == after.ManagerId),
        ("location", before.Location == after.Location), ("timeZone", before.TimeZone == after.TimeZone), ("languages", before.Languages.SequenceEqual(after.Languages)),
        ("capacity", before.Capacity == after.Capacity),
    }.Where(one => !one.Same).Select(one => one.Field);
}
