using ReverseMentoring.Core.Enrolment;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Localization;
using ReverseMentoring.Web.Manage.Layout;
using ReverseMentoring.Web.Manage.Queries;
using ReverseMentoring.Web.Manage.Wording;
using Fact = ReverseMentoring.Web.DesignSystem.Display.Fact;

namespace ReverseMentoring.Web.Manage.Acts;

/// <summary>What of somebody would be another, in words: as it is, and as it would be.</summary>
internal static class CorrectedFields
{
    public static IReadOnlyList<Fact> Of(CohortContext context, Snapshot<PersonLine> people, PersonCorrection correction) =>
    [
        .. correction.Fields.Select(field => new Fact(
            context.Say(LabelOf(field)),
            context.Say("Correction.Change", ("now", Shown(context, people, field, correction.Before)), ("then", Shown(context, people, field, correction.After))))),
    ];

    private static string LabelOf(string field) => field switch
    {
        "name" => "People.Name",
        "email" => "Person.Email",
        "role" => "People.Role",
        "jobTitle" => "Person.JobTitle",
        "department" => "People.Department",
        "level" => "People.Level",
        "managerEmail" => "Edit.ManagerIs",
        "location" => "Person.Location",
        "timeZone" => "Person.TimeZone",
        "languages" => "Person.Languages",
        "capacity" => "Person.Capacity",
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "No such column."),
    };

    private static string Shown(CohortContext context, Snapshot<PersonLine> people, string field, Person person) => field switch
    {
        "name" => person.Name,
        "email" => person.Email,
        "role" => context.Say($"Role.{person.Role}"),
        "jobTitle" => OrNothing(context, person.JobTitle),
        "department" => OrNothing(context, person.Department),
        "level" => context.Number(person.Level),
        "managerEmail" => person.ManagerId is { } manager ? people.Find(manager)?.Name ?? context.Say("Edit.ManagerListed") : context.Say("Correction.Nothing"),
        "location" => OrNothing(context, person.Location),
        "timeZone" => context.Localizer.Place(person.TimeZone),
        "languages" => string.Join(", ", person.Languages.Select(ReaderLanguage.NameOf)),
        _ => context.Number(person.Capacity),
    };

    private static string OrNothing(CohortContext context, string? value) => string.IsNullOrEmpty(value) ? context.Say("Correction.Nothing") : value;
}
