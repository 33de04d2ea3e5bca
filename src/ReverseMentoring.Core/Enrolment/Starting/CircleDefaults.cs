using System.Text.Json.Nodes;

namespace ReverseMentoring.Core.Enrolment.Starting;

/// <summary>What is usual where a cohort meets in circles: every other week. Whatever the manager says goes before it.</summary>
internal static class CircleDefaults
{
    private static readonly (string Field, int Days)[] Distances = [("idealDays", 14), ("minimumDays", 10), ("maximumDays", 28)];

    /// <param name="request">The JSON of a <see cref="CohortRequest"/>.</param>
    public static void Fill(JsonNode request)
    {
        if (request["matching"]?["circles"] is not JsonObject)
        {
            return;
        }

        if (request["sessions"] is not JsonObject sessions)
        {
            request["sessions"] = sessions = [];
        }

        foreach (var (field, days) in Distances)
        {
            sessions.TryAdd(field, days);
        }
    }
}
