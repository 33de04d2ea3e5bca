using ReverseMentoring.LocalHost.Attacks;
using ReverseMentoring.Tests.Properties;

namespace ReverseMentoring.Tests.Rehearsing;

/// <summary>The short form of what <c>certify</c> measures over a thousand cohorts.</summary>
public sealed class InvarianceTests
{
    [PropertyFact]
    public void No_pair_depends_on_names_addresses_gendered_words_or_orders() => PropertyRun.Hold(5, Holds);

    private static void Holds(int seed)
    {
        var measure = InvarianceMeasure.Run(8, 7, seed).GetAwaiter().GetResult();
        Assert.True(measure.Found > 8, measure.ToString());
        Assert.True(measure.RatherNot > 8, measure.ToString());
        Assert.True(measure.Changed == 0, measure.ToString());
    }

    [Fact]
    public async Task A_matching_that_looked_at_names_titles_or_addresses_would_be_found()
    {
        Assert.NotEqual(0, (await InvarianceMeasure.Run(10, 8, 1, person => person with { Department = $"{person.Name[0] % 4}" })).Changed);
        Assert.NotEqual(0, (await InvarianceMeasure.Run(10, 8, 1, person => person with { Department = $"{person.JobTitle!.Length % 4}" })).Changed);
        Assert.NotEqual(0, (await InvarianceMeasure.Run(10, 8, 1, person => person with { Department = $"{person.Email.Sum(letter => letter) % 4}" })).Changed);
    }
}
