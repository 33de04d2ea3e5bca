using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports.Disclosure;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Surveys;
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
        var roles = people.ToDictionary(person => person.Id, person => person.Role);
        var (sides, asked) = (new SideDrafts(wave, roles), (await store.ReadQuestionnaire(cohort, cancel)).Items);
        return wave == WaveNames.HalfTime ? await HalfTime(sides, roles, asked, cancel)
            : wave == WaveNames.End ? await End(sides, people, roles, asked, cancel)
            : throw new ArgumentException($"'{wave}' is no wave.", nameof(wave));
    }

    private async Task<WaveContent> HalfTime(SideDrafts sides, IReadOnlyDictionary<PersonId, Role> roles, IReadOnlyList<SurveyItem> asked, CancellationToken cancel)
    {
        var said = await answers.HalfTime(cancel).ToListAsync(cancel);
        // Who meets in two pairs is asked in each: the last answer stands.
        var items = said.GroupBy(answer => answer.Id.Person).ToDictionary(person => person.Key, person => person.OrderBy(answer => answer.At).Last().Value.Said);
        return new(
            asked,
            [
                .. asked.SelectMany(item => new ItemDrafts(roles).AtHalfTime(item, items)),
                .. sides.Means(WaveCatalogue.GoingWell, WaveCatalogue.GoingWell, said.Select(answer => (answer.Id.Person, (double)answer.Value.GoingWell))),
                .. sides.Counts(
                    WaveCatalogue.Answered, $"{cohort.Id}.{WaveNames.HalfTime}.{WaveCatalogue.Answered}",
                    await answers.Silent(WaveNames.HalfTime, cancel).Concat(said.Select(answer => answer.Id.Person).ToAsyncEnumerable()).ToHashSetAsync(cancellationToken: cancel),
                    items.Keys.ToHashSet(), areListed: false),
            ],
            [.. said.Where(answer => answer.Value.Comment is not null).Select(answer => new WrittenComment(answer.Id.Person, answer.Value.Comment!, answer.Value.MayBeShown))]);
    }

    private async Task<WaveContent> End(
        SideDrafts sides, IReadOnlyList<Person> people, IReadOnlyDictionary<PersonId, Role> roles, IReadOnlyList<SurveyItem> asked, CancellationToken cancel)
    {
        var (drawn, closing) = (new DrawnGroups(await store.ReadLots(cohort, cancel), roles), await answers.Feedback(cancel).ToListAsync(cancel));
        var said = closing.Where(answer => !drawn.Waits(answer.Id.Person)).ToList();
        var pulses = await answers.Pulses(cancel).Where(answer => answer.Value.Worth is not null).ToListAsync(cancel);
        var meetings = await new MeetingRepository(store, cohort.Id).All(cancel).Select(row => row.Value).ToListAsync(cancel);
        Meeting[] formed = [.. meetings.Where(meeting => meeting.StartedAt is not null)];
        var wished = await answers.Start(cancel).ToListAsync(cancel);
        var left = people.Where(person => !person.IsActive).Select(person => person.Id).ToHashSet();
        var partnered = formed.SelectMany(meeting => meeting.Everybody).ToHashSet();
        var selection = new SelectionDrafts(cohort, people, partnered, drawn.Waits);
        // Everybody who ever had a partner, or began by the draw, whoever has left since too: of fewer it would tell how many have.
        var surveyed = partnered.Union(drawn.Began).Where(person => !drawn.Waits(person)).ToHashSet();
        // Who began and found no partner is asked too. Where they are few among enough without one, those who had a partner are counted by themselves: of a few more it would tell who these are.
        var (lone, without) = (drawn.Began.Except(partnered).Count(), people.Count(person => drawn.MayBegin(person) && !partnered.Contains(person.Id)));
        var counted = lone >= cohort.MinimumGroup || without < cohort.MinimumGroup ? surveyed : surveyed.Where(partnered.Contains).ToHashSet();
        var drafts = new ItemDrafts(roles)
        {
            Start = wished.Where(answer => drawn.HasStart(answer.Id.Person)).ToDictionary(answer => answer.Id.Person, answer => answer.Value.Said),
            Waited = drawn.Waited(wished, closing),
            Asked = surveyed,
            Then = said.ToDictionary(answer => answer.Id.Person, answer => answer.Value.Then),
        };
        var (items, answered) = (said.ToDictionary(answer => answer.Id.Person, answer => answer.Value.Said), closing.Select(answer => answer.Id.Person).ToHashSet());
        var next = new NextDrafts(store, cohort, formed, people);
        var commitments = new CommitmentDrafts(cohort.Id, formed, await answers.Notes(cancel).ToListAsync(cancel));
        return new(
            asked,
            [
                .. asked.SelectMany(item => drafts.AtEnd(item, items)),
                .. sides.Means(WaveCatalogue.Worth, WaveCatalogue.Worth, pulses.Select(answer => (answer.Id.Person, (double)answer.Value.Worth!.Value))),
                .. sides.Counts(WaveCatalogue.Answered, AnsweredEnd, counted, answered, unasked: [.. selection.Without(counted)]),
                .. drawn.IsNone ? [] : sides.Counts(WaveCatalogue.WaitedAnswered, AnsweredEnd, people.Select(person => person.Id).Where(drawn.Waits).ToHashSet(), answered),
                .. EarlierAnswered(),
                .. sides.Counts(WaveCatalogue.Left, $"{cohort.Id}.{WaveCatalogue.Left}", people.Select(person => person.Id).ToHashSet(), left),
                .. await new MeetingDrafts(store, cohort).Write(meetings, cancel),
                .. PartingDrafts.Write(cohort.Id, sides, await answers.Partings(cancel).ToListAsync(cancel)),
                .. commitments.Write(),
                .. await next.Write(wished, said, cancel),
                .. selection.Write(),
                .. await next.Offered(wished, cancel),
            ],
            [.. said.Where(answer => answer.Value.Comment is not null).Select(answer => new WrittenComment(answer.Id.Person, answer.Value.Comment!, answer.Value.MayBeShown))])
        {
            Commitments = [.. commitments.Words()],
            Material = [.. said.Where(answer => answer.Value.Material is not null).Select(answer => new WrittenComment(answer.Id.Person, answer.Value.Material!, MayBeShown: true))],
        };
    }

    private string AnsweredEnd => $"{cohort.Id}.{WaveNames.End}.{WaveCatalogue.Answered}";

    private IEnumerable<FigureDraft> EarlierAnswered() => WaveCatalogue.TableOf(WaveNames.End, WaveCatalogue.EarlierAnswered).Cells!
        .Select(phase => state.Past.LastOrDefault(past => past.Name == phase)).OfType<PhaseRecord>()
        .Select(phase => new NumberDraft(WaveCatalogue.EarlierAnswered, phase.Name, phase.Answered, Math.Max(phase.Invited, phase.Answered)));
}

/// <param name="Items">The questions that were asked.</param>
/// <param name="Figures">In the order of the catalogue.</param>
/// <param name="Comments">All that was written.</param>
internal sealed record WaveContent(IReadOnlyList<SurveyItem> Items, IReadOnlyList<FigureDraft> Figures, IReadOnlyList<WrittenComment> Comments)
{
    /// <summary>What leaders meant to try and were seen to do.</summary>
    public IReadOnlyList<WrittenComment> Commitments { get; init; } = [];

    /// <summary>What they recommend to the next cohort.</summary>
    public IReadOnlyList<WrittenComment> Material { get; init; } = [];
}
