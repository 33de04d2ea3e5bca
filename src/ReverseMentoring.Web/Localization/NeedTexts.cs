using ReverseMentoring.Core.Needs;
using ReverseMentoring.Core.Programme;

namespace ReverseMentoring.Web.Localization;

/// <summary>What a cohort needs of its manager, in words: the same on pages and in mails.</summary>
/// <param name="cohort">Whose manager.</param>
/// <param name="localizer">Of whoever reads.</param>
public sealed class NeedTexts(Cohort cohort, Localizer localizer)
{
    private readonly Localizer texts = new(Texts, localizer.Culture, localizer.Zone, cohort.HasCircles ? "Circle" : null);

    public static Texts Texts { get; } = new("Localization.Needs");

    /// <summary>"3 things need you".</summary>
    public string Title(int count) => count == 0 ? texts.Say("Title.None") : texts.Count("Title", count);

    public string What(Need need) => texts.Say(
        need.Day is null && texts.Has($"{need.Reason.Slug}.Undated") ? $"{need.Reason.Slug}.Undated" : $"{need.Reason.Slug}.What", ("meetings", texts.Count("Meetings", need.Count)), ("people", texts.Count("People", need.Count)),
        ("day", need.Day is { } day ? localizer.Day(day) : ""), ("manager", cohort.Settings.Contacts.Manager.Name));

    public string ToDo(Need need) => texts.Say($"{need.Reason.Slug}.Do");
}
