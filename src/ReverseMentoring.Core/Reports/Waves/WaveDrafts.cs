using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports.Disclosure;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Reports.Waves;

/// <summary>Works out all figures of a wave, for the gate: nobody else sees them.</summary>
internal sealed class WaveDrafts(IStore store, Cohort cohort, CycleState state)
{
    private readonly string partition = Rows.Partition(cohort.Id);
    private readonly WaveAnswers answers = new(store, cohort.Id);

    /// <exception cref="ArgumentException">The name is no wave's.</exception>
    public async Task<WaveContent> Write(string wave, CancellationToken cancel)
    {
        var people = await store.Query<Person>(partition, KeyRange.Prefix(Rows.Person), cancel).Select(person => person.Value).ToListAsync(cancel);
        var sides = new SideDrafts(wave, people.ToDictionary(person => person.Id, person => person.Role));
        return wave == WaveNames.HalfTime ? await HalfTime(sides, cancel)
            : wave == WaveNames.End ? await End(sides, people, cancel)
            : throw new ArgumentException($"'{wave}' is no wave.", nameof(wave));
    }

    private async Task<WaveContent> HalfTime(SideDrafts sides, CancellationToken cancel)
    {
        var said = await answers.HalfTime(cancel).ToListAsync(cancel);
        return new(
            [
                .. sides.Means(WaveCatalogue.GoingWell, _ => WaveCatalogue.GoingWell, said.Select(answer => (answer.Id.Person, (double)answer.Value.GoingWell))),
                .. await Answered(WaveNames.HalfTime, sides, said.Select(answer => answer.Id.Person), cancel),
            ],
            [.. said.Where(answer => answer.Value.Comment is not null).Select(answer => new WrittenComment(answer.Id.Person, answer.Value.Comment!, answer.Value.MayBeShown))]);
    }

    private async Task<WaveContent> End(SideDrafts sides, IReadOnlyList<Person> people, CancellationToken cancel)
    {
        var said = await answers.Feedback(cancel).ToListAsync(cancel);
        var pulses = await answers.Pulses(cancel).Where(answer => answer.Value.Worth is not null).ToListAsync(cancel);
        var meetings = await new MeetingRepository(store, cohort.Id).All(cancel).Select(row => row.Value).ToListAsync(cancel);
        var left = people.Where(person => !person.IsActive).Select(person => person.Id).ToHashSet();
        return new(
            [
                .. Grades(WaveCatalogue.Satisfaction, answer => answer.Satisfaction),
                .. Grades(WaveCatalogue.Learned, answer => answer.Learned),
                .. sides.Means(WaveCatalogue.Confidence, cell => $"{WaveCatalogue.Confidence}.{cell}", said.Select(answer => (answer.Id.Person, (double)answer.Value.Confidence))),
                .. Grades(WaveCatalogue.Recommend, answer => answer.Recommend >= 9 ? 100 : answer.Recommend <= 6 ? -100 : 0),
                .. sides.Means(WaveCatalogue.Worth, _ => WaveCatalogue.Worth, pulses.Select(answer => (answer.Id.Person, (double)answer.Value.Worth!.Value))),
                .. await Answered(WaveNames.End, sides, said.Select(answer => answer.Id.Person), cancel),
                .. EarlierAnswered(),
                .. sides.Counts(WaveCatalogue.Left, $"{cohort.Id}.{WaveCatalogue.Left}", people.Select(person => person.Id).ToHashSet(), left),
                .. await new MeetingDrafts(store, cohort).Write(meetings, cancel),
            ],
            [.. said.Where(answer => answer.Value.Comment is not null).Select(answer => new WrittenComment(answer.Id.Person, answer.Value.Comment!, answer.Value.MayBeShown))]);

        IEnumerable<FigureDraft> Grades(string table, Func<Asking.FeedbackAnswer, double> grade) =>
            sides.Means(table, _ => table, said.Select(answer => (answer.Id.Person, grade(answer.Value))));
    }

    private async Task<IEnumerable<FigureDraft>> Answered(string wave, SideDrafts sides, IEnumerable<PersonId> people, CancellationToken cancel)
    {
        var did = people.ToHashSet();
        var asked = await answers.Silent(wave, cancel).ToHashSetAsync(cancellationToken: cancel);
        asked.UnionWith(did);
        return sides.Counts(WaveCatalogue.Answered, $"{cohort.Id}.{wave}.{WaveCatalogue.Answered}", asked, did);
    }

    private IEnumerable<FigureDraft> EarlierAnswered() => WaveCatalogue.TableOf(WaveNames.End, WaveCatalogue.EarlierAnswered).Cells!
        .Select(phase => state.Past.LastOrDefault(past => past.Name == phase)).OfType<PhaseRecord>()
        .Select(phase => new NumberDraft(WaveCatalogue.EarlierAnswered, phase.Name, phase.Answered, Math.Max(phase.Invited, phase.Answered)));
}

/// <param name="Figures">In the order of the catalogue.</param>
/// <param name="Comments">All that was written.</param>
internal sealed record WaveContent(IReadOnlyList<FigureDraft> Figures, IReadOnlyList<WrittenComment> Comments);
