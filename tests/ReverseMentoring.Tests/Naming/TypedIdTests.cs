using System.Text.Json;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Tests.Naming;

public sealed class TypedIdTests
{
    [Fact]
    public void Ids_are_texts_in_rows_as_values_and_as_names()
    {
        var about = new About(new("ana"), null, new Dictionary<MeetingId, TopicId> { [new("p-1")] = new("video") });

        Assert.Equal("""{"person":"ana","met":{"p-1":"video"}}""", StoredJson.Write(about));
        var read = StoredJson.Parse<About>("""{"person":"ana","met":{"p-1":"video"}}""");
        Assert.Equal((new PersonId("ana"), null, new TopicId("video")), (read.Person, read.Cohort, read.Met[new("p-1")]));
        Assert.Throws<JsonException>(() => StoredJson.Parse<About>("""{"person":7,"met":{}}"""));
    }

    [Fact]
    public void Ids_sort_as_their_texts_do() =>
        Assert.Equal([new("A"), new("B"), new("a")], new PersonId[] { new("a"), new("B"), new("A") }.Order());

    private sealed record About(PersonId Person, CohortId? Cohort, IReadOnlyDictionary<MeetingId, TopicId> Met);
}
