using ReverseMentoring.Core.Cycle.Finding;
using ReverseMentoring.Core.Matching;
using ReverseMentoring.Core.Matching.Apart;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.LocalHost.Rehearsing;
using Xunit.Abstractions;

namespace ReverseMentoring.Tests.Rehearsing;

/// <summary>What it costs to keep pairs apart by a draw, on a real organisation chart.</summary>
public sealed class DrawCostTests(ITestOutputHelper output)
{
    private const int Draws = 20;

    [Fact]
    public async Task The_draw_costs_nobody_a_partner_and_little_of_the_total()
    {
        var request = await Request();
        var best = Matcher.Match(request).Figures;
        var shares = new List<double>();
        for (var seed = 0; seed < Draws; seed++)
        {
            var draw = ApartDrawer.Draw(request, [(byte)seed]);
            var apart = draw.Among(request);
            var with = Matcher.Match(request with { KeptApart = apart }).Figures;
            Assert.Equal((best.Mentees, best.Mentors, best.Pairs), (with.Mentees, with.Mentors, with.Pairs));
            shares.Add(1 - ((double)with.Total / best.Total));
            output.WriteLine($"{apart.Count} apart, {draw.Added.Count} added, {draw.Spared.Count} spared: {best.Total} -> {with.Total}, {shares[^1]:P2}; worst {best.Worst} -> {with.Worst}");
        }

        output.WriteLine($"{best.Pairs} pairs, mean {shares.Average():P2}, at most {shares.Max():P2}");
        Assert.InRange(shares.Average(), 0, 0.04);
    }

    private static async Task<MatchingRequest> Request()
    {
        var people = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Data", "adventure-works-people.csv"));
        await using var rehearsal = await Rehearsal.Open(new(people, """{ "name": "Rehearsal" }""") { Seed = 1 }, null, default);
        await rehearsal.Start(default);
        using var stop = new CancellationTokenSource();
        MatchingRequest? request = null;
        try
        {
            await rehearsal.RunToReport(
                async (state, _) =>
                {
                    if (state.Phase == PhaseNames.Review)
                    {
                        var cohort = (await rehearsal.Store.Read<Cohort>(Rows.Partition(rehearsal.Cohort), Rows.Cohort))!.Value;
                        request = await new MatchingRequestReader(rehearsal.Store, cohort).ReadRequest();
                        await stop.CancelAsync();
                    }
                },
                stop.Token);
        }
        catch (OperationCanceledException) when (request is not null)
        {
            // Far enough.
        }

        return MatchingReview.AsIfNobodySpoke(request!);
    }
}
