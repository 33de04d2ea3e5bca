using System.Text.RegularExpressions;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Erasure;

/// <summary>
/// Puts a fresh id in the place of one, in keys and bodies: what has to stay (that a pair met, that a mail went) is nobody's from then on, whatever older lists,
/// links and copies say of the id. Looks at every row of the cohort, so that no kind of row can be forgotten.
/// </summary>
internal sealed class IdReplacement(StepContext context, ForgottenId forgotten)
{
    private readonly Regex id = new($"(?<![a-z0-9]){Regex.Escape(forgotten.Person.Value)}(?![a-z0-9])", RegexOptions.CultureInvariant);

    /// <returns>Whether it stood anywhere.</returns>
    /// <exception cref="StoreConflictException">A row was changed meanwhile: the same again does what is left.</exception>
    public async Task<bool> Run(CancellationToken cancel)
    {
        await CutCursor(cancel);
        var rows = await context.Store.Query(context.Partition, KeyRange.Prefix(""), cancel).Where(Holds).ToListAsync(cancel);
        var changes = new List<Change>();

        // Who meets whom first, in one write: no pair is ever without its people.
        foreach (var row in rows.OrderBy(row => !IsOfMeetings(row.Key)))
        {
            changes.AddRange(await Replace(row, cancel));
        }

        foreach (var chunk in Writes.Chunk(changes))
        {
            await context.Store.Write(context.Partition, chunk, cancel);
        }

        return rows.Count > 0;
    }

    /// <summary>Whether an event that stands in their calendar, or may, is still to leave it: by their name there it is found.</summary>
    public ValueTask<bool> IsInCalendars(CancellationToken cancel) =>
        context.Store.Query(context.Partition, KeyRange.Prefix(Rows.Event), cancel).AnyAsync(IsOfTheirCalendar, cancel);

    private bool IsOfTheirCalendar(Row row) => row.Key.StartsWith(Rows.Event, StringComparison.Ordinal) && row.Value<SessionEventRow>().Organizer?.Id == forgotten.Person;

    private static bool IsOfMeetings(string key) => key.StartsWith(Rows.Person, StringComparison.Ordinal)
        || key.StartsWith(Rows.Meeting, StringComparison.Ordinal) || key.StartsWith(Rows.MeetingOf, StringComparison.Ordinal);

    /// <summary>The cohort's own row of how it stands is written by nobody but its step.</summary>
    private bool Holds(Row row) =>
        row.Key is not Rows.State && row.Key != Rows.ForgottenId + forgotten.Person && (id.IsMatch(row.Key) || id.IsMatch(row.Body)) && !IsOfTheirCalendar(row);

    /// <summary>Where a step has come to, between rows: half an id lies between the same ones, but for some that are written anew.</summary>
    private async Task CutCursor(CancellationToken cancel)
    {
        if (context.State.Cursor is { } cursor && id.Match(cursor) is { Success: true } found)
        {
            await context.Save(context.State with { Cursor = cursor[..(found.Index + (found.Length / 2))] }, [], cancel);
        }
    }

    private async Task<Change[]> Replace(Row row, CancellationToken cancel)
    {
        var (key, body) = (id.Replace(row.Key, forgotten.Fresh.Value), id.Replace(row.Body, forgotten.Fresh.Value));
        return key == row.Key ? [new Change.Replace(key, body, row.ETag)]
            // A step that had read the old id has written once more what stands under the new one.
            : await context.Store.Read(context.Partition, key, cancel) is not null ? [new Change.Delete(row.Key, row.ETag)]
            : [new Change.Insert(key, body), new Change.Delete(row.Key, row.ETag)];
    }
}
