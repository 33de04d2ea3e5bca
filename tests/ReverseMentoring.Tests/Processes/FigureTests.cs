using ReverseMentoring.Tests.Api;

namespace ReverseMentoring.Tests.Processes;

/// <summary>What both hosts tell whoever looks after them: how steps, letters and requests fare, and of nobody in particular.</summary>
public sealed class FigureTests
{
    [Fact]
    public async Task Steps_letters_and_failures_are_told_by_what_became_of_them_and_nothing_tells_whose_they_are()
    {
        using var figures = new FiguresHeard();
        var store = new BreakableStore();
        await using (var host = await ApiHost.Start(store))
        {
            await host.StartSample();
            store.Writes = false;
            using var failed = await host.Client.PostAsync(new Uri("/api/keys", UriKind.Relative), null);
            using var notReady = await host.Stranger.GetAsync(new Uri("/ready", UriKind.Relative));
        }

        Assert.Contains(figures.All, one => one is { Name: "reverse_mentoring.steps", Tags: "reverse_mentoring.kind=cohort outcome=done" });
        Assert.Contains(figures.All, one => one is { Name: "reverse_mentoring.step.duration", Value: >= 0 });
        Assert.Contains(figures.All, one => one is { Name: "reverse_mentoring.step.delay", Value: >= 0 });
        Assert.Contains(figures.All, one => one is { Name: "reverse_mentoring.letters", Tags: "outcome=taken" });
        Assert.Contains(figures.All, one => one is { Name: "reverse_mentoring.outbox.age" });
        Assert.Contains(figures.All, one => one is { Name: "reverse_mentoring.failures", Tags: "status=500" });
        Assert.Contains(figures.All, one => one is { Name: "reverse_mentoring.failures", Tags: "status=503" });
        string[] tags = ["reverse_mentoring.kind", "outcome", "status"];
        Assert.All(figures.All, one => Assert.All(one.Tags.Split(' ', StringSplitOptions.RemoveEmptyEntries), tag => Assert.Contains(tag.Split('=')[0], tags)));
    }
}
