using System.Text.Json;
using ReverseMentoring.Core.Matching;
using ReverseMentoring.Core.Matching.Model;

namespace ReverseMentoring.Tests.Matching;

public sealed class OrderTests
{
    [Fact]
    public void A_thousand_shuffled_inputs_give_the_identical_result()
    {
        for (var cohort = 0; cohort < 10; cohort++)
        {
            var request = SmallCohort.From(cohort, most: 14);
            var expected = JsonSerializer.Serialize(Matcher.Match(request));
            for (var seed = 0; seed < 100; seed++)
            {
                Assert.Equal(expected, JsonSerializer.Serialize(Matcher.Match(SmallCohort.Shuffled(request, seed))));
            }
        }
    }

    [Fact]
    public void A_result_comes_back_from_json_as_it_was()
    {
        var json = JsonSerializer.Serialize(Matcher.Match(SmallCohort.From(3, most: 10)));
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<MatchingResult>(json)));
    }
}
