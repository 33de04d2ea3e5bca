using ReverseMentoring.Functions.Tests.Azurite;
using Xunit.Abstractions;

namespace ReverseMentoring.Functions.Tests.Scale;

/// <summary>The short form of the measurement: that it measures, and that the figures that README reckons with hold for the few too.</summary>
public sealed class ScaleTests(ITestOutputHelper output)
{
    private const int Cohorts = 2, People = 8;

    [AzuriteFact]
    public async Task Some_cohorts_at_once_take_no_more_of_the_storage_than_was_reckoned()
    {
        var said = new StringWriter();
        var plan = new ScalePlan(Cohorts, People, Hosts: 2, Partitions: 1, TimeSpan.FromMinutes(20));
        try
        {
            var stages = await new ScaleRun(plan, said).Play();

            Assert.Equal((ScaleRun.Stages, plan.Cohorts), (stages.Count, stages[^1].Reached));
            Assert.EndsWith("mails that went twice: 0", said.ToString().TrimEnd(), StringComparison.Ordinal);
            Assert.InRange(stages.Sum(stage => stage.Hosts.Functions.Values.Sum()) / ((double)Cohorts * People), 5, 80);
        }
        finally
        {
            output.WriteLine(said.ToString());
        }
    }
}
