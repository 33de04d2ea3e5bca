using System.Text.Json.Nodes;
using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Enrolment.Starting;

/// <summary>Settings that were kept to start cohorts with: of people it knows the contacts only.</summary>
/// <param name="Id">Of the name: the same name again takes the place of the first.</param>
[Kept(SettingsTemplates.Key, KeptFor.Steering, ReadBy.Administrator, KeptUntil.TakenAway)]
public sealed record SettingsTemplate(string Id, string Name, DateTimeOffset At, JsonObject Settings);

public sealed class SettingsTemplates(IStore store, TimeProvider clock)
{
    public const int LongestName = 100;

    internal const string Key = "template.";

    private const string Partition = "settings-templates";

    public IAsyncEnumerable<SettingsTemplate> All(CancellationToken cancel = default) =>
        store.Query<SettingsTemplate>(Partition, KeyRange.Prefix(Key), cancel).Select(row => row.Value).OrderBy(template => template.Name, StringComparer.OrdinalIgnoreCase);

    /// <returns>Null where nothing is kept under this id.</returns>
    public async Task<JsonObject?> Find(string id, CancellationToken cancel = default) =>
        Names.IsOne(id) ? (await store.Read<SettingsTemplate>(Partition, Key + id, cancel))?.Value.Settings : null;

    public Task Save(string name, JsonObject settings, CancellationToken cancel = default)
    {
        var template = new SettingsTemplate(Names.Digest("template:" + name), name, clock.GetUtcNow(), settings);
        return store.Write(Partition, [Documents.Put(Key + template.Id, template)], cancel);
    }

    public async Task Delete(string id, CancellationToken cancel = default)
    {
        if (Names.IsOne(id))
        {
            await store.Remove(Partition, Key + id, cancel);
        }
    }
}
