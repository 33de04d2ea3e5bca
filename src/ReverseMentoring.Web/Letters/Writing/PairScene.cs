using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Pairs;
using ReverseMentoring.Core.People;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Topics;

namespace ReverseMentoring.Web.Letters.Writing;

/// <summary>The pair that a mail is about, as its reader sees it.</summary>
/// <param name="PartnerName">"your partner" where the name is erased.</param>
internal sealed record PairScene(Pair Pair, Person Partner, string PartnerName)
{
    public static async Task<PairScene?> Read(IStore store, Occasion occasion, CancellationToken cancel)
    {
        if (occasion.Mail.Pair is not { } id || await store.Read<Pair>(occasion.Partition, Rows.Pair + id, cancel) is not { } pair)
        {
            return null;
        }

        var partner = await store.Read<Person>(occasion.Partition, Rows.Person + pair.Value.Partner(occasion.Participant.Id), cancel);
        return partner is null
            ? null
            : new(pair.Value, partner.Value, partner.Value.Name.Length > 0 ? partner.Value.Name : occasion.Voice.Say("YourPartner"));
    }

    /// <summary>What the reader would get from the partner, and what the partner would get from the reader.</summary>
    public async Task<(IReadOnlyList<string> Gets, IReadOnlyList<string> Brings)> Topics(
        IStore store, Occasion occasion, CancellationToken cancel)
    {
        var list = await new TopicBook(store).Read(occasion.Cohort, cancel);
        var (taught, returned) = (Pair.Topics.Taught, Pair.Topics.Returned);
        var (gets, brings) = occasion.Participant.Id == Pair.Mentee ? (taught, returned) : (returned, taught);
        return (Titles(gets), Titles(brings));

        IReadOnlyList<string> Titles(IReadOnlyList<Core.Matching.Explaining.TopicMet> met) =>
            Wording.TopicTitles.Of(list, met.Select(topic => topic.Topic).Take(3), occasion.Voice.Culture);
    }
}
