using System.Text.Json;
using ReverseMentoring.Core.Scheduling.Planning;

namespace ReverseMentoring.Tests.Scheduling.Planning;

public sealed class SessionPlanTests
{
    [Fact]
    public void What_a_cohort_leaves_out_has_its_usual_value()
    {
        var plan = JsonSerializer.Deserialize<SessionPlan>("""{"Sessions":8,"Weights":{"Fairness":0}}""")! with
        {
            EarliestStart = new(2026, 2, 2),
            LatestEnd = new(2026, 10, 30),
        };
        Assert.Empty(plan.Problems());
        Assert.Equal((8, 50, 30, 2), (plan.Sessions, plan.Minutes, plan.RasterMinutes, plan.WeeklyLimit));
        Assert.Equal((0, 25), (plan.Weights.Fairness, plan.Weights.LocalTime));
    }

    [Fact]
    public void A_plan_is_the_same_after_it_was_kept()
    {
        var plan = new SessionPlan { EarliestStart = new(2026, 2, 2), LatestEnd = new(2026, 10, 30), Preferred = [new(new(8, 0), new(0, 0))] };
        var kept = JsonSerializer.Serialize(plan);
        Assert.Equal(kept, JsonSerializer.Serialize(JsonSerializer.Deserialize<SessionPlan>(kept)));
    }

    [Fact]
    public void Each_problem_names_its_field()
    {
        var plan = new SessionPlan
        {
            Sessions = 0,
            Minutes = 1,
            MinimumDays = 6,
            MaximumDays = 5,
            MinimumDaysAfterRebooking = 0,
            RasterMinutes = 50,
            WeeklyLimit = 0,
            LatestEnd = new(2030, 1, 1),
            Preferred = [new(new(9, 0), new(9, 0))],
        };
        Assert.Equal(
            ["EarliestStart", "IdealDays", "LatestEnd", "MaximumDays", "MinimumDays", "MinimumDaysAfterRebooking", "Minutes", "Preferred", "RasterMinutes", "Sessions", "WeeklyLimit"],
            plan.Problems().Select(problem => problem.Field).Order(StringComparer.Ordinal));
    }
}
