using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Matching.Explaining;
using ReverseMentoring.Core.Pairs;
using ReverseMentoring.Core.People;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Topics;
using ReverseMentoring.Web.Wording;

namespace ReverseMentoring.Web.Forms;

/// <summary>The pair that a form is about, as the visitor may see it.</summary>
/// <param name="Gets">Topics that the partner would bring, the most wanted first.</param>
/// <param name="Brings">Topics that the partner asked for.</param>
public sealed record PairGround(Pair Pair, Person Partner, string PartnerName, bool IsMentor, IReadOnlyList<string> Gets, IReadOnlyList<string> Brings)
{
    /// <summary>What the partner does, and where.</summary>
    public string? About => string.Join(", ", new[] { Partner.JobTitle, Partner.Department, Partner.Location }
        .Where(part => !string.IsNullOrWhiteSpace(part))) is { Length: > 0 } about ? about : null;
}

/// <summary>Reads it: four rows.</summary>
internal sealed class PairGrounds(IStore store, TopicBook topics)
{
    private const int Most = 3;

    public async Task<PairGround?> Read(Visit visit, string pairId, CancellationToken cancel)
    {
        var partition = Rows.Partition(visit.Cohort.Id);
        if ((await store.Read<Pair>(partition, Rows.Pair + pairId, cancel))?.Value is not { } pair || !pair.Has(visit.Person.Id)
            || await store.Read<Person>(partition, Rows.Person + pair.Partner(visit.Person.Id), cancel) is not { } partner)
        {
            return null;
        }

        var list = await topics.Read(visit.Cohort, cancel);
        var isMentor = pair.Mentor == visit.Person.Id;
        var (gets, brings) = isMentor ? (pair.Topics.Returned, pair.Topics.Taught) : (pair.Topics.Taught, pair.Topics.Returned);
        var name = partner.Value.Name.Length > 0 ? partner.Value.Name : visit.Voice.Say("YourPartner");
        return new(pair, partner.Value, name, isMentor, Titles(gets), Titles(brings));

        IReadOnlyList<string> Titles(IReadOnlyList<TopicMet> met) =>
            TopicTitles.Of(list, met.Select(topic => topic.Topic).Take(Most), visit.Culture);
    }
}
