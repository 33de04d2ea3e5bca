using System.Globalization;
using System.Text.Json.Nodes;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Programme;

namespace ReverseMentoring.Web.Manage.Settings;

/// <summary>A setting's value as one field of a form holds it, and back.</summary>
internal static class SettingText
{
    /// <summary>How an empty list is written where an empty field says nothing.</summary>
    public const string None = "–";

    /// <summary>Between the first and the last day of a stretch.</summary>
    public const string Until = " – ";

    private static readonly char[] Parting = [',', ';', ' '];

    public static string Write(SettingDeclaration setting, JsonNode? value) => (setting.Kind, value) switch
    {
        // What could not be read came along as it was written.
        (_, JsonValue written) when written.TryGetValue<string>(out var text) => text,
        (SettingKind.Part, var circles) => circles is null ? "" : "true",
        (_, null) => "",
        (SettingKind.Share, var share) => Number(Math.Round((double)share * 100)),
        (SettingKind.Score, var score) => Number((int)score / 100),
        (SettingKind.Depth, var depth) => Number((int)depth is MatchingPolicy.WholeLine ? 0 : (int)depth),
        (SettingKind.Switch, var yes) => (bool)yes ? "true" : "",
        (SettingKind.Several, JsonArray several) => string.Join(',', several),
        (SettingKind.Numbers, JsonArray numbers) => string.Join(", ", numbers),
        (SettingKind.Lines, JsonArray lines) => string.Join('\n', lines.Select(line => (string?)line)),
        (SettingKind.Map, JsonObject map) => string.Join('\n', map.Select(pair => $"{pair.Key} = {pair.Value}")),
        (SettingKind.DayParts, JsonArray parts) => string.Join(", ", parts.Select(part => part is JsonObject times ? $"{Clock(times["start"])}-{Clock(times["end"])}" : $"{part}")),
        (SettingKind.Weeks, JsonArray weeks) => weeks.Count == 0 ? None : string.Join('\n', weeks.Select(week => week is JsonObject days ? $"{days["first"]}{Until}{days["last"]}" : $"{week}")),
        (_, var other) => other.ToString(),
    };

    /// <summary>What can't be read goes along as it was written: whoever checks the settings says what is wrong with it.</summary>
    public static JsonNode? Read(SettingDeclaration setting, string text)
    {
        text = text.Trim();
        return setting.Kind switch
        {
            SettingKind.Switch => text == "true",
            SettingKind.Part => text == "true" ? new JsonObject() : null,
            SettingKind.Numbers or SettingKind.DayParts or SettingKind.Lines when text.Length == 0 && !setting.EmptyIsNull => new JsonArray(),
            _ when text.Length == 0 => null,
            SettingKind.Several => new JsonArray([.. text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(one => (JsonNode)one)]),
            SettingKind.Number => Number(text, 1),
            SettingKind.Score => Number(text, 100),
            SettingKind.Depth => text == "0" ? MatchingPolicy.WholeLine : Number(text, 1),
            SettingKind.Share => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var percent) ? percent / 100 : text,
            SettingKind.Numbers => new JsonArray([.. text.Split(Parting, StringSplitOptions.RemoveEmptyEntries).Select(number => Number(number, 1))]),
            SettingKind.Lines => new JsonArray([.. Lines(text).Select(line => (JsonNode)line)]),
            SettingKind.Map => Map(text),
            SettingKind.Weeks => text is None or "-" ? new JsonArray() : new JsonArray([.. Lines(text).Select(Week)]),
            SettingKind.DayParts => new JsonArray([.. text.Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Part)]),
            _ => text,
        };
    }

    private static JsonNode Number(string text, int by) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && Math.Abs((long)number) * by <= int.MaxValue ? number * by : text;

    private static string Number(double number) => number.ToString(CultureInfo.InvariantCulture);

    internal static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static JsonObject Map(string text)
    {
        var map = new JsonObject();
        foreach (var line in Lines(text))
        {
            var at = line.IndexOf('=', StringComparison.Ordinal);
            map[at < 0 ? line : line[..at].Trim()] = at < 0 ? "" : line[(at + 1)..].Trim();
        }

        return map;
    }

    /// <summary>"2027-07-26 – 2027-08-13", with "to" or a dash between blanks, or one day by itself.</summary>
    private static JsonNode Week(string text) => Days(text) is { } days ? new JsonObject { ["first"] = days.First, ["last"] = days.Last } : text;

    /// <returns>Null where it is no stretch of days.</returns>
    public static (string First, string Last)? Days(string text) => text.Split([Until, " - ", " to ", ".."], StringSplitOptions.TrimEntries) is [var first, .. var last] && last.Length < 2
        ? (first, last is [var day] ? day : first)
        : null;

    private static JsonNode Part(string text) => text.Split('-', '–') is [var start, var end]
        ? new JsonObject { ["start"] = Time(start), ["end"] = Time(end) }
        : text;

    /// <summary>"9", "9:30" or "09:30" is a time; all else is left to the check.</summary>
    private static string Time(string text) =>
        TimeOnly.TryParseExact(text.Trim(), ["%H", "H:mm", "HH:mm", "H.mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time.ToString("HH:mm:ss", CultureInfo.InvariantCulture) : text.Trim();

    private static string Clock(JsonNode? time) => (string?)time is { Length: >= 5 } text ? text[..5] : $"{time}";
}
