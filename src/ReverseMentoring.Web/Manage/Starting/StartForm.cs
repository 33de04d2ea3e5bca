using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Web.DesignSystem.Fields;

namespace ReverseMentoring.Web.Manage.Starting;

/// <summary>The settings of the form, as the JSON that a call would send: what is left empty keeps its default.</summary>
internal static class StartForm
{
    /// <summary>All fields but the file, so that the next step can carry them.</summary>
    public static readonly IReadOnlyList<string> Fields =
    [
        "name", "start", "timeZone", "language", "manager.name", "manager.email", "trusted.name", "trusted.email", "trusted.phone", "company", "colour",
        .. PhaseCatalogue.WithLength.Select(Days), "goOn",
        "sessions.sessions", "sessions.minutes", "minimumGroup", "retentionDays", "directory", "calendar", "goal.chosen", "goal.why", "goal.different", "key",
    ];

    /// <summary>The field with a phase's days.</summary>
    public static string Days(PhaseDeclaration phase) => "phases." + phase.Setting;

    public static FormState Defaults(DateTimeOffset now)
    {
        var (lengths, sessions) = (new PhaseLengths(), new Core.Scheduling.Planning.SessionPlan());
        var start = DateOnly.FromDateTime(now.UtcDateTime).AddDays(7);
        (string Name, object Value)[] values =
        [
            ("start", start.ToString("O", CultureInfo.InvariantCulture)),
            .. PhaseCatalogue.WithLength.Select(phase => (Days(phase), (object)phase.Length!(lengths))),
            ("sessions.sessions", sessions.Sessions), ("sessions.minutes", sessions.Minutes), ("minimumGroup", GroupSizes.Least), ("retentionDays", 90),
        ];
        return FormState.FromValues(values.Select(field =>
            KeyValuePair.Create(field.Name, new Microsoft.Extensions.Primitives.StringValues(Convert.ToString(field.Value, CultureInfo.InvariantCulture)))));
    }

    public static byte[] Json(IFormCollection form)
    {
        var request = new Dictionary<string, object?>
        {
            ["name"] = Text(form, "name"), ["start"] = Text(form, "start"), ["timeZone"] = Text(form, "timeZone"), ["language"] = Text(form, "language"),
            ["phases"] = Some(PhaseCatalogue.WithLength.ToDictionary(phase => phase.Setting!, phase => Number(form, Days(phase)))),
            ["directory"] = form["directory"] == "true" ? true : null,
            ["calendar"] = form["calendar"] == "true" ? new Dictionary<string, object?> { ["mode"] = "microsoft365" } : null,
            ["review"] = form["goOn"] == "true" ? new Dictionary<string, object?> { ["goOnAfterDeadline"] = true } : null,
            ["sessions"] = Some(new() { ["sessions"] = Number(form, "sessions.sessions"), ["minutes"] = Number(form, "sessions.minutes") }),
            ["goal"] = Some(new() { ["chosen"] = Text(form, "goal.chosen"), ["why"] = Text(form, "goal.why"), ["different"] = Text(form, "goal.different") }),
            ["minimumGroup"] = Number(form, "minimumGroup"),
            ["retentionDays"] = Number(form, "retentionDays"),
            ["contacts"] = Some(new() { ["manager"] = Contact(form, "manager"), ["trusted"] = Contact(form, "trusted") }),
            ["branding"] = Some(new() { ["company"] = Text(form, "company"), ["colour"] = Text(form, "colour") }),
        };
        return JsonSerializer.SerializeToUtf8Bytes(Some(request));
    }

    /// <summary>The field of the form that a place in the JSON came from.</summary>
    public static string FieldOf(string where) =>
        where.Replace("contacts.", "", StringComparison.Ordinal).Replace("branding.", "", StringComparison.Ordinal) is var field && Fields.Contains(field)
            ? field
            : where switch
            {
                "contacts.manager" => "manager.name",
                "contacts.trusted" => "trusted.name",
                "calendar.mode" => "calendar",
                "goal" or "goal.measuredBy" => "goal.chosen",
                _ when where.StartsWith("people", StringComparison.Ordinal) => "people",
                _ => "name",
            };

    private static Dictionary<string, object?>? Contact(IFormCollection form, string who)
    {
        var (name, email, phone) = (Text(form, who + ".name"), Text(form, who + ".email"), Text(form, who + ".phone"));
        return (name ?? email ?? phone) is null
            ? null
            : Some(new() { ["name"] = name ?? "", ["email"] = email ?? "", ["language"] = Text(form, "language") ?? "en", ["phone"] = phone });
    }

    private static Dictionary<string, object?>? Some(Dictionary<string, object?> fields)
    {
        var given = fields.Where(field => field.Value is not null).ToDictionary();
        return given.Count > 0 ? given : null;
    }

    private static string? Text(IFormCollection form, string name) => form[name].ToString().Trim() is { Length: > 0 } text ? text : null;

    /// <summary>What is no number goes along as it is: the check says so.</summary>
    private static object? Number(IFormCollection form, string name) =>
        Text(form, name) is not { } text ? null : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : text;
}
