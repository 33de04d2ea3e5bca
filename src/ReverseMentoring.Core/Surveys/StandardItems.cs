using System.Text.Json;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Surveys;

/// <summary>The questions that every cohort asks unless it says otherwise, from <c>standard-items.json</c>. They are our own words; no licensed scale is among them.</summary>
public static class StandardItems
{
    public static IReadOnlyList<SurveyItem> All { get; } = Read();

    private static IReadOnlyList<SurveyItem> Read()
    {
        using var file = typeof(StandardItems).Assembly.GetManifestResourceStream("standard-items.json")!;
        return JsonSerializer.Deserialize<IReadOnlyList<SurveyItem>>(file, StoredJson.Options)!;
    }
}
