using System.Text.RegularExpressions;
using ReverseMentoring.Core.Enrolment.Checking;
using ReverseMentoring.Core.Enrolment.Roster;

namespace ReverseMentoring.Core.Enrolment.Starting;

/// <summary>Looks whether it is said who may come by themselves, as a participant or for one.</summary>
internal sealed partial class OpenCallCheck(CohortRequest request, Findings findings)
{
    public void Check()
    {
        CheckDelegates();
        if (request.OpenCall is not { } call)
        {
            return;
        }

        if (call.Domains.Count is 0 or > 50 || call.Domains.Any(domain => !Domain().IsMatch(domain.Trim())))
        {
            findings.Error("openCall.domains", "It doesn't say what company addresses end with.", "Give what comes after the @, such as 'example.com'.");
        }

        foreach (var (field, places) in new[] { ("mentorPlaces", call.MentorPlaces), ("menteePlaces", call.MenteePlaces) })
        {
            if (places is { } number)
            {
                findings.Between("openCall." + field, number, 1, 100_000);
            }
        }

        if (call.Until < request.Start?.AddDays(-365) || call.Until > request.Start?.AddDays(90))
        {
            findings.Error("openCall.until", "The last day is too far from the first day.", "Name a day until 90 days after the first.");
        }
    }

    private void CheckDelegates()
    {
        for (var index = 0; index < request.DelegateDomains.Count; index++)
        {
            if (!Addresses.IsOne("somebody@" + request.DelegateDomains[index]))
            {
                findings.Error($"delegateDomains[{index}]", $"'{request.DelegateDomains[index]}' is not a domain.", "Give what comes after the @ in mail addresses, such as 'agency.example'.");
            }
        }
    }

    [GeneratedRegex(@"^[\w-]+(\.[\w-]+)+$", RegexOptions.CultureInvariant)]
    private static partial Regex Domain();
}
