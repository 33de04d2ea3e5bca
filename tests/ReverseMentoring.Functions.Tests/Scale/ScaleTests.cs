using System.Globalization;
using System.Text.RegularExpressions;
using ReverseMentoring.Functions.Tests.Azurite;
using ReverseMentoring.Functions.Tests.Infrastructure;
using Xunit.Abstractions;

namespace ReverseMentoring.Functions.Tests.Scale;

/// <summary>The short form of the measurement: that it measures, and that the figures that README reckons with hold for the few too.</summary>
public sealed partial class ScaleTests(ITestOutputHelper output)
{
    private const int Cohorts = 2, People = 8;

    /// <summary>What README tells of a person of three cohorts of 12, of which a person of two of 8 takes some more: for each of their functions.</summary>
    private static (double Rows, double DurableTables, double Queues) OfAFunction
    {
        get
        {
            var told = Told().Match(Infra.Read("README.md"));
            Assert.True(told.Success);
            double Each(string what) => double.Parse(told.Groups[what].Value, CultureInfo.InvariantCulture) / double.Parse(told.Groups["functions"].Value, CultureInfo.InvariantCulture);
            return (Each("rows"), Each("durable"), Each("queues"));
        }
    }

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
            var (functions, requests) = ((double)stages.Sum(stage => stage.Functions), stages.Aggregate(Requests.None, (sum, stage) => sum + stage.Requests));
            Assert.InRange(functions / (Cohorts * People), 5, 80);
            var reckoned = OfAFunction;
            Assert.InRange(requests.Rows / functions, reckoned.Rows / 2, reckoned.Rows * 2);
            Assert.InRange(requests.DurableTables / functions, reckoned.DurableTables / 2, reckoned.DurableTables * 2);
            Assert.InRange(requests.Queues / functions, reckoned.Queues / 2, reckoned.Queues * 2);
        }
        finally
        {
            output.WriteLine(said.ToString());
        }
    }

    [GeneratedRegex(@"took for each person (?<functions>\d+) functions [^,]+, \d+ mails, (?<rows>\d+) requests of rows, (?<durable>\d+) of Durable's tables and (?<queues>\d+) of queues")]
    private static partial Regex Told();
}
