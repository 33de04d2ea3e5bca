using Microsoft.AspNetCore.Http;
using ReverseMentoring.Core.Applying;
using ReverseMentoring.Core.Enrolment.Roster;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Api.Access;
using ReverseMentoring.Web.DesignSystem.Fields;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Localization;

namespace ReverseMentoring.Web.Joining;

/// <summary>The form for everybody. It answers the same whether an address is known or not.</summary>
internal sealed class JoinPages(IStore store, ApplicationService applications, JoinLimit limit, ClientAddress clientAddress)
{
    private const int LongestText = 200;

    private static readonly Dictionary<string, Role> Roles = new(StringComparer.Ordinal) { ["mentor"] = Role.Mentor, ["mentee"] = Role.Mentee };

    public async Task<FormResult> Show(JoinContext context) => FormResult.ForPage<JoinPage>(
        await View(context, FormState.FromValues([new("zone", ZoneCities.TextOf(context.Cohort.Settings.TimeZone, context.Localizer.Culture))])));

    public async Task<FormResult> Apply(JoinContext context, Fields fields, HttpContext request)
    {
        if (!context.IsOpen)
        {
            return FormResult.ForPage<JoinPage>(await View(context, FormState.Empty), StatusCodes.Status410Gone);
        }

        var zone = ZoneOf(context, fields);
        var person = Read(context, fields, zone);
        if (fields.HasErrors)
        {
            return FormResult.ForPage<JoinPage>(await View(context, fields.State), StatusCodes.Status422UnprocessableEntity);
        }

        if (ProposedBy(context, fields, zone!) is { } proposed)
        {
            var asked = fields.With("zone", ZoneCities.TextOf(proposed.Id, context.Localizer.Culture), "Join.ZoneAsk", ("place", context.Localizer.Place(proposed)));
            return FormResult.ForPage<JoinPage>(await View(context, asked) with { Proposed = proposed.Id }, StatusCodes.Status422UnprocessableEntity);
        }

        if (!limit.Takes(clientAddress.Of(request)))
        {
            return FormResult.ForPage<JoinPage>(await View(context, fields.Unchecked) with { TooMany = true }, StatusCodes.Status429TooManyRequests);
        }

        await applications.Apply(new(context.Cohort, context.State), person!, request.RequestAborted);
        return FormResult.ForPage<JoinPage>(await View(context, FormState.Empty) with { IsSent = true });
    }

    /// <summary>As it was said; else that of the place; else the cohort's.</summary>
    private static Zone? ZoneOf(JoinContext context, Fields fields)
    {
        if (fields.Value("zone").Length == 0)
        {
            return ZoneCities.OfPlace(fields.Value("location")) ?? context.Cohort.Zone;
        }

        var zone = ZoneNames.Find(fields.Value("zone"));
        if (zone is null)
        {
            fields.Wrong("zone", "Time.ZoneWrong");
        }

        return zone;
    }

    /// <summary>Who leaves the zone as it stood, and works somewhere else, is asked once which it is.</summary>
    private static Zone? ProposedBy(JoinContext context, Fields fields, Zone zone) =>
        zone.Id == context.Cohort.Zone.Id && ZoneCities.OfPlace(fields.Value("location")) is { } there && there.Id != zone.Id && fields.Value("proposed") != there.Id ? there : null;

    private static Person? Read(JoinContext context, Fields fields, Zone? zone)
    {
        var (name, email) = (fields.Text("name", LongestText), Person.Normal(fields.Value("email")));
        if (name is null || name.Any(char.IsControl))
        {
            fields.Wrong("name", "Join.NameEmpty");
        }

        if (!Addresses.IsOne(email) || !context.Cohort.Settings.OpenCall!.Takes(email))
        {
            fields.Wrong("email", "Join.EmailWrong", ("domains", string.Join(", ", context.Cohort.Settings.OpenCall!.Domains)));
        }

        var role = fields.Choice("role", "Join.RoleEmpty", [.. Roles.Keys]);
        if (fields.Value("notice") != "true")
        {
            fields.Wrong("notice", "Notice.Empty");
        }

        var (job, department, location, about) = (Line("jobTitle"), Line("department"), Line("location"), fields.Text("about", ParticipationSettings.LongestAbout));
        return fields.HasErrors ? null : new()
        {
            Id = new PersonId(""), Name = name!, Email = email, Role = Roles[role!], JobTitle = job, Department = department, Location = location, About = about,
            TimeZone = zone!.Id, Languages = [LanguageOf(context, fields)],
        };

        string? Line(string field) => fields.Text(field, LongestText) is { } text ? string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)) : null;
    }

    /// <summary>As it was chosen, of the region that the page is in; the page's own where nothing was.</summary>
    private static string LanguageOf(JoinContext context, Fields fields) =>
        fields.Value("language") is var chosen && ReaderLanguage.Written.Contains(chosen) && chosen != context.Localizer.Culture.TwoLetterISOLanguageName ? chosen : context.Localizer.Culture.Name;

    private async Task<JoinView> View(JoinContext context, FormState state)
    {
        var people = await store.Query<Person>(Rows.Partition(context.Cohort.Id), KeyRange.Prefix(Rows.Person)).Select(row => row.Value).ToListAsync();
        var call = context.Cohort.Settings.OpenCall ?? new();
        return new(context, state, OpenCalls.RoomFor(call, Role.Mentor, people), OpenCalls.RoomFor(call, Role.Mentee, people));
    }
}
