using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Enrolment.Directory;

/// <summary>Whom the directory no longer knows.</summary>
/// <param name="Gone">Of the people, those who still take part.</param>
/// <param name="IsManagerGone">The programme manager whom people can turn to.</param>
public sealed record DirectoryFinding(IReadOnlyList<PersonId> Gone, bool IsManagerGone)
{
    public static DirectoryFinding None { get; } = new([], false);

    internal static async Task<DirectoryFinding> Read(IStore store, string partition, CancellationToken cancel)
    {
        if (await store.Read<DirectoryLook>(partition, Rows.DirectoryLook, cancel) is not { Value: var look })
        {
            return None;
        }

        var gone = new List<PersonId>();
        await foreach (var entry in store.Query<DirectoryEntry>(partition, KeyRange.Prefix(Rows.Directory), cancel).Where(row => row.Value.GoneSince is not null))
        {
            if (await store.Read<Person>(partition, Rows.Person + entry.Value.Person, cancel) is { Value.IsActive: true })
            {
                gone.Add(entry.Value.Person);
            }
        }

        return new(gone, look.IsManagerGone);
    }
}
