using System.Text.Json;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Functions.Cycle;

namespace ReverseMentoring.Functions.Tests.Cycle;

/// <summary>What is in flight is replayed by the code that it was begun with, and takes on the new one at its next generation.</summary>
public sealed class VersionTests
{
    [Fact]
    public void New_instances_get_the_version_of_the_code_and_no_older_worker_takes_them()
    {
        using var host = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "host.json")));
        var durable = host.RootElement.GetProperty("extensions").GetProperty("durableTask");

        Assert.Equal(Generation.Version, durable.GetProperty("defaultVersion").GetString());
        Assert.Equal("CurrentOrOlder", durable.GetProperty("versionMatchStrategy").GetString());
        Assert.Equal("Reject", durable.GetProperty("versionFailureStrategy").GetString());
    }

    [Fact]
    public async Task Each_generation_hands_on_to_the_version_of_the_code()
    {
        var fake = new FakeOrchestration().Answers(
            nameof(PhaseActivities.CallForTopics), new(FakeOrchestration.Now.AddDays(1), PhaseNames.CallForTopics, Ended: false, Starts: []));
        fake.FireTimer();

        await CohortOrchestrator.Run(fake.Context, new(new CohortId("spring"), PhaseNames.CallForTopics));

        Assert.Equal(Generation.Version, fake.NextVersion);
    }
}
