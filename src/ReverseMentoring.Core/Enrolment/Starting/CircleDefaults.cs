using System.Text.Json.Nodes;

namespace ReverseMentoring.Core.Enrolment.Starting;

/// <summary>What is usual where a cohort meets in circles: every other week. Whatever the manager says goes before it.</summary>
public static class CircleDefaults
{
    private const string Sessions = "sessions";

    private static readonly (string Field, int Days)[] Distances = [("idealDays", 14), ("minimumDays", 10), ("maximumDays", 28)];

    /// <summary>What is usual in circles, by the settings' paths: pairs have another default.</summary>
    public static IReadOnlyDictionary<string, int> ByPath { get; } = Distances.ToDictionary(one => $"{Sessions}.{one.Field}", one => one.Days, StringComparer.Ordinal);

    /// <param name="request">The JSON of a <see cref="CohortRequest"/>.</param>
    public static void Fill(JsonNode request)
    {
        if (request["matching"]?["circles"] is not JsonObject)
        {
            return;
        }

        if (request[Sessions] is not JsonObject sessions)
        {
            request[Sessions] = sessions = [];
        }

        foreach (var (field, days) in Distances)
        {
            sessions.TryAdd(field, days);
        }
    }
}
