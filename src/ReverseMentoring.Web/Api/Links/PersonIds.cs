using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Web.Api.Links;

/// <summary>Ids that come in an address, and the names that belong to them.</summary>
internal static class PersonIds
{
    /// <summary>Whether a text can be a person's, pair's or topic's id at all.</summary>
    public static bool IsOne(string text) =>
        text.Length is > 0 and <= 40 && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    /// <summary>Somebody as managers know them; null: an id of nobody, or of whoever is gone.</summary>
    public static async Task<Stored<Person>?> FindTold(this IStore store, string partition, PersonId person, CancellationToken cancel) =>
        IsOne(person.Value) && await store.Read<Person>(partition, Rows.Person + person, cancel) is { Value.IsGone: false } found ? found : null;

    /// <summary>The names of some people; who is gone or unknown has none.</summary>
    public static async Task<IReadOnlyDictionary<PersonId, string>> NamesOf(
        this IStore store, string partition, IEnumerable<PersonId> ids, CancellationToken cancel)
    {
        var names = new Dictionary<PersonId, string>();
        foreach (var id in ids.Distinct())
        {
            names[id] = (await store.FindTold(partition, id, cancel))?.Value.Name ?? "";
        }

        return names;
    }
}
