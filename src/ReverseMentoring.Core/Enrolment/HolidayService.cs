using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Scheduling.Ical;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Enrolment;

/// <summary>Takes a country's holidays from HR. What is planned already is looked at again.</summary>
public sealed class HolidayService(IStore store, Wakes wakes)
{
    private const int MostDays = 400;

    /// <param name="cohort">For whom they count.</param>
    /// <param name="country">As people's locations name it, in any spelling that comes to the same <see cref="Holidays.Slug"/>.</param>
    /// <param name="file">An iCalendar file with whole days; it replaces what was there.</param>
    /// <param name="cancel">Cancels between writes.</param>
    /// <returns>The holidays in the cohort's years, and what is wrong with the file; with problems nothing is stored.</returns>
    public async Task<HolidayFile> TakeFile(Cohort cohort, string country, string file, CancellationToken cancel)
    {
        var read = HolidayFile.Parse(file, cohort.Settings.Start, cohort.Settings.Start.AddYears(Holidays.Years));
        var problems = read.Problems.ToList();
        if (Holidays.Slug(country).Length is 0 or > 60)
        {
            problems.Add(new(1, $"'{country}' names no country in letters from a to z"));
        }

        if (read.Holidays.Count > MostDays)
        {
            problems.Add(new(1, $"there are {read.Holidays.Count} holidays in {Holidays.Years} years; {MostDays} are the most"));
        }

        if (problems.Count > 0)
        {
            return read with { Problems = problems };
        }

        var days = read.Holidays.Select(holiday => holiday.Days).Distinct().ToArray();
        var slug = Holidays.Slug(country);
        var wake = await wakes.Announce(ProcessId.OfCohort(cohort.Id), cancel);
        await store.Write(Rows.Partition(cohort.Id), [Documents.Put(Holidays.KeyOf(slug), new Holidays(slug, days))], cancel);
        await wake.Now(cancel);
        await LookAgain(cohort.Id, cancel);
        return read;
    }

    private async Task LookAgain(CohortId cohort, CancellationToken cancel)
    {
        var meetings = await new MeetingRepository(store, cohort).RunningIds(cancel).ToListAsync(cancel);
        var wake = await wakes.Announce([.. meetings.Select(meeting => ProcessId.OfMeeting(cohort, meeting))], cancel);
        foreach (var chunk in Writes.Chunk(meetings.Select(MeetingCommand.LookAgain)))
        {
            await store.Write(Rows.Partition(cohort), chunk, cancel);
        }

        await wake.Now(cancel);
    }
}
