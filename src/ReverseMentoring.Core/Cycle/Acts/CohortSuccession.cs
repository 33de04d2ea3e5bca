using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ReverseMentoring.Core.Enrolment.Roster;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports.Waves;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Topics;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Cycle.Acts;

/// <summary>
/// A new cohort from an old one: its settings, its topics as they were curated, its list of people as far as they are still known. Who was a pair is not
/// carried along: the matching looks into earlier cohorts by itself.
/// </summary>
public sealed partial class CohortSuccession(IStore store)
{
    /// <summary>What HR gave beside the settings, and gives again.</summary>
    private static readonly string[] Given = [Rows.Words, Rows.Questions];

    /// <param name="old">Which one.</param>
    /// <param name="start">The new first day.</param>
    /// <param name="cancel">Cancels reads.</param>
    public async Task<JsonObject> SettingsFrom(Cohort old, DateOnly start, CancellationToken cancel = default)
    {
        var settings = SettingValues.Of(old.Settings);
        SettingValues.Write(settings, "name", NextName(old.Settings.Name));
        SettingValues.Write(settings, "start", start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        // A day of the old one's is over.
        SettingValues.Write(settings, "openCall.until", null);
        if (await store.Read<TopicList>(Rows.Partition(old.Id), Rows.Topics, cancel) is { Value.Topics: { Count: > 0 } topics })
        {
            var starters = StarterTopics.All.Select(topic => topic.Id).ToHashSet();
            SettingValues.Write(settings, "topics", new JsonArray([.. topics.Select(topic => (JsonNode)(starters.Contains(topic.Id) ? topic.Id.Value : topic.Title))]));
        }

        var material = old.Settings.Material.Concat(await store.ReadMaterial(old.Id, cancel)).Distinct(StringComparer.OrdinalIgnoreCase);
        SettingValues.Write(settings, "material", new JsonArray([.. material.Select(line => (JsonNode)line)]));
        return settings;
    }

    /// <summary>
    /// A row for each who took part to the end, first those whom a draw made wait, in the order of <see cref="PeopleCsv.Columns"/>; empty once the old one is erased. Of managers who took no
    /// part no address is kept, and of those who have left none is told, as of those who were erased: their columns stay empty.
    /// </summary>
    public async Task<IReadOnlyList<IReadOnlyList<string>>> PeopleFrom(CohortId old, CancellationToken cancel = default)
    {
        var people = await store.Query<Person>(Rows.Partition(old), KeyRange.Prefix(Rows.Person), cancel).Select(row => row.Value).Where(person => person.IsActive).ToListAsync(cancel);
        var addresses = people.ToDictionary(person => person.Id, person => person.Email);
        var waited = await store.ReadWhoWaited(old, cancel);
        return [.. people.OrderByDescending(person => waited.Contains(person.Id)).ThenBy(person => person.Name, StringComparer.OrdinalIgnoreCase).Select(person => (IReadOnlyList<string>)
        [
            person.Name, person.Email, $"{person.Role}".ToLowerInvariant(), person.JobTitle ?? "", person.Department ?? "", person.Level.ToString(CultureInfo.InvariantCulture),
            person.ManagerId is { } manager ? addresses.GetValueOrDefault(manager, "") : "", person.Location ?? "", person.TimeZone, string.Join(' ', person.Languages),
            person.Capacity.ToString(CultureInfo.InvariantCulture), person.DelegateEmail ?? "",
        ])];
    }

    /// <summary>Gives the new one what HR gave the old one: words of their own, questions, holidays. May be done again; what is there already stays.</summary>
    public async Task Carry(CohortId old, CohortId next, CancellationToken cancel = default)
    {
        foreach (var prefix in Given)
        {
            var rows = await store.Query(Rows.Partition(old), KeyRange.Prefix(prefix), cancel).Select(row => new Change.Insert(row.Key, row.Body)).ToListAsync(cancel);
            await store.InsertMissing(Rows.Partition(next), rows, cancel);
        }

        await CarryHolidays(old, next, cancel);
    }

    /// <summary>Those that HR uploaded go before those that are known by themselves; these are known anew for the new years.</summary>
    private async Task CarryHolidays(CohortId old, CohortId next, CancellationToken cancel)
    {
        await foreach (var uploaded in store.Query<Holidays>(Rows.Partition(old), KeyRange.Prefix(Rows.Holidays), cancel).Where(row => !row.Value.FromLibrary))
        {
            if (await store.Read<Holidays>(Rows.Partition(next), uploaded.Key, cancel) is not { Value.FromLibrary: false })
            {
                await store.Write(Rows.Partition(next), [Documents.Put(uploaded.Key, uploaded.Value)], cancel);
            }
        }
    }

    /// <summary>"Spring 2027" to "Spring 2028", "Wave 3" to "Wave 4", "Pilot" to "Pilot 2".</summary>
    private static string NextName(string name) => LastNumber().Match(name) is { Success: true } number
        ? $"{name[..number.Index]}{int.Parse(number.Value, CultureInfo.InvariantCulture) + 1}{name[(number.Index + number.Length)..]}"
        : $"{name} 2";

    [GeneratedRegex(@"\d{1,6}(?=\D*$)")]
    private static partial Regex LastNumber();
}
