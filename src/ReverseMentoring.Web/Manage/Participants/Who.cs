using ReverseMentoring.Web.Look.Signs;
using ReverseMentoring.Web.Manage.Frame;
using ReverseMentoring.Web.Manage.Reading;

namespace ReverseMentoring.Web.Manage.Participants;

/// <summary>People by name.</summary>
internal static class Who
{
    public static string Name(Desk desk, PersonLine? person) => person is null or { Erased: true } ? desk.Say("People.Erased") : person.Name;

    public static string Name(Desk desk, Snapshot<PersonLine> people, string id) => Name(desk, people.ByKey.GetValueOrDefault(id));

    public static string About(PersonLine? person) =>
        string.Join(" · ", new[] { person?.JobTitle, person?.Department, person?.Location }.Where(part => !string.IsNullOrEmpty(part)));

    public static Mood MoodOf(Standing standing) => standing switch
    {
        Standing.Answered => Mood.Good,
        Standing.Asked => Mood.Careful,
        _ => Mood.Plain,
    };
}
