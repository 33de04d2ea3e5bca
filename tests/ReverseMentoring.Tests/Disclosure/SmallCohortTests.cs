using System.Globalization;
using System.Text;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Tests.Enrolment;

namespace ReverseMentoring.Tests.Disclosure;

/// <summary>What a manager hears before a start of what a cohort of that size will not show.</summary>
public sealed class SmallCohortTests
{
    [Theory]
    [InlineData(2, 2, "", "no figure and no comment")]
    [InlineData(3, 3, "", "at most for both sides together", "no net promoter score will be shown")]
    [InlineData(9, 9, "", "a net promoter score will be shown at most for both sides together")]
    [InlineData(10, 10, "")]
    [InlineData(10, 10, ", \"minimumGroup\": 12", "figures of what people say will be shown at most for both sides", "a net promoter score will be shown at most for both sides together")]
    public void A_cohort_hears_what_its_size_will_not_show(int mentors, int mentees, string more, params string[] said)
    {
        var found = Warnings(mentors, mentees, more);

        Assert.Equal(said.Length, found.Count);
        Assert.All(said, words => Assert.Contains(found, warning => warning.Contains(words, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(51)]
    public void The_threshold_is_five_to_fifty(int minimumGroup)
    {
        var (_, findings) = Plan(6, 6, $", \"minimumGroup\": {minimumGroup}");

        Assert.Contains(findings.Errors, error => error.Where == "minimumGroup");
    }

    private static List<string> Warnings(int mentors, int mentees, string more)
    {
        var (plan, findings) = Plan(mentors, mentees, more);
        Assert.NotNull(plan);
        return [.. findings.Warnings.Where(warning => warning.Where == "minimumGroup").Select(warning => warning.Problem)];
    }

    private static (Core.Enrolment.Starting.CohortPlan? Plan, Core.Enrolment.Checking.Findings Findings) Plan(int mentors, int mentees, string more)
    {
        var people = new StringBuilder("name,email,role,level,timeZone\n");
        for (var number = 0; number < mentors + mentees; number++)
        {
            var mentor = number < mentors;
            people.Append(CultureInfo.InvariantCulture, $"Person {number},p{number}@example.com,{(mentor ? "mentor" : "mentee")},{(mentor ? 1 : 4)},Europe/Berlin\n");
        }

        return Sample.Plan(
            $$"""{"name": "Spring", "start": "2026-04-01"{{more}} }""", Encoding.UTF8.GetBytes(people.ToString()), MailQuota.Unlimited);
    }
}
