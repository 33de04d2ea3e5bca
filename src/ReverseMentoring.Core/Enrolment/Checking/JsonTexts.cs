using System.Text.Json;
using ReverseMentoring.Core.Naming;

namespace ReverseMentoring.Core.Enrolment.Checking;

/// <summary>Finds texts in JSON that are none: escapes for half of a surrogate pair, which no reader can take.</summary>
internal static class JsonTexts
{
    /// <summary>Notes each that there is, by its path; of a field's name, by the path of what it stands in.</summary>
    public static void Check(JsonElement element, string path, Findings findings)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var field in element.EnumerateObject())
                {
                    if (Name(field) is { } name)
                    {
                        Check(field.Value, path.Length == 0 ? name : $"{path}.{name}", findings);
                    }
                    else
                    {
                        Refuse(path.Length == 0 ? "cohort" : path, findings);
                    }
                }

                break;
            case JsonValueKind.Array:
                foreach (var (index, item) in element.EnumerateArray().Index())
                {
                    Check(item, $"{path}[{index}]", findings);
                }

                break;
            case JsonValueKind.String when !IsText(element):
                Refuse(path, findings);
                break;
        }
    }

    private static void Refuse(string path, Findings findings) => findings.Refuse(path, PlainText.Problem, PlainText.Mend);

    private static string? Name(JsonProperty field)
    {
        try
        {
            return field.Name;
        }
        catch (InvalidOperationException)
        {
            // Half a character: the caller refuses it by its path.
            return null;
        }
    }

    private static bool IsText(JsonElement element)
    {
        try
        {
            return element.GetString() is not null;
        }
        catch (InvalidOperationException)
        {
            // Half a character: the caller refuses it by its path.
            return false;
        }
    }
}
