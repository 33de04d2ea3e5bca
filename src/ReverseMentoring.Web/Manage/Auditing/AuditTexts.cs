using ReverseMentoring.Core.Enrolment;
using ReverseMentoring.Web.Manage.Layout;

namespace ReverseMentoring.Web.Manage.Auditing;

/// <summary>What the log says of an act, in words: it keeps routes, which only programs read.</summary>
internal static class AuditTexts
{
    /// <summary>Texts of what a route is about, by its first place behind the cohort, where it has no entry in the menu under that name.</summary>
    private static readonly Dictionary<string, string> Areas = new(StringComparer.Ordinal)
    {
        ["acts"] = "Audit.Area.acts", ["circles"] = "Circle.Menu.pairs", ["commands"] = "Overview.Cycle", ["earlier-pairs"] = "Lists.Pairs", ["export"] = "Lists.Download",
        ["force"] = "Force.Title", ["forbids"] = "Audit.Area.rules", ["forecast"] = "Forecast.Page", ["holidays"] = "Lists.Holidays", ["keys"] = "Managers.Keys",
        ["locks"] = "Audit.Area.rules", ["mail"] = "MailStop.Title", ["proposal"] = "Propose.Title", ["proposals"] = "Propose.Title", ["rules"] = "Audit.Area.rules",
        ["unmatched"] = "Unmatched.Title", ["what-if"] = "WhatIf.Title", ["access-log"] = "Managers.Log", ["selection"] = "Selection.Title",
    };

    /// <summary>Forms that do one of several things, with what the names of their texts begin with.</summary>
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal) { ["commands"] = "Command", ["acts"] = "Act" };

    /// <summary>Texts of what is done there, by the last place.</summary>
    private static readonly Dictionary<string, string> Acts = new(StringComparer.Ordinal)
    {
        ["bring-back"] = "Act.BringBack.Confirm", ["candidates"] = "Partner.Caption", ["edit"] = "Edit.Button", ["end"] = "Act.End.Confirm", ["held"] = "Act.Held.Confirm",
        ["move"] = "Move.Button", ["partner"] = "Partner.Caption", ["renew-links"] = "Links.Confirm", ["revoke"] = "Managers.RevokeConfirm", ["rotate"] = "Managers.RotateConfirm",
        ["send-again"] = "Mails.AgainConfirm", ["take-out"] = "Act.TakeOut.Confirm", ["draft"] = "Start.SaveDraft", ["save"] = "Start.Save", ["forget"] = "Start.Forget",
        ["remove"] = "Managers.RemoveConfirm", ["times"] = "Move.Times", ["preview"] = "Settings.Preview", ["start"] = "Start.Start", ["holidays"] = "Lists.Holidays", ["earlier-pairs"] = "Lists.Pairs",
    };

    /// <param name="context">Whose language.</param>
    /// <param name="act">As the log has it: method and route, or what the product did, such as <c>phase:sessions</c>.</param>
    public static string Say(ManagerContext context, string act) => act.Split(':', 2) is [var what, var which] && !what.Contains(' ', StringComparison.Ordinal)
        ? what switch
        {
            CorrectionNotes.Act => context.Say("Audit.Corrected", ("fields", string.Join(", ", which.Split(',').Select(field => context.Say($"Column.{field}"))))),
            "phase" => context.Say("Audit.Phase", ("phase", PhaseTexts.NameOf(context, which))),
            _ => context.SayCode("Audit", which),
        }
        : act.Split(' ', 2) is [var method, var route] ? OfRoute(context, method, route.Split('/', StringSplitOptions.RemoveEmptyEntries)) : act;

    private static string OfRoute(ManagerContext context, string method, string[] route)
    {
        var places = route.Skip(1).SkipWhile(place => place == "cohorts" || place == "{cohort}").Where(place => !place.StartsWith('{')).ToArray();
        if (places is [var form, var kind] && Kinds.TryGetValue(form, out var family) && context.Localizer.Has($"{family}.{kind}.Confirm"))
        {
            return context.Say("Audit.Changed", ("what", context.Say($"{family}.{kind}.Confirm")));
        }

        string[] said =
        [
            Area(context, places.Length > 0 ? places[0] : route.Contains("{cohort}") ? "" : "new"),
            .. route.Contains("{person}") ? [context.Say("Audit.OnePerson")] : Array.Empty<string>(),
            .. route.Contains("{pair}") || route.Contains("{circle}") ? [context.Say("Audit.OnePair")] : Array.Empty<string>(),
            .. places.Length > 1 && Acts.TryGetValue(places[^1], out var done) ? [context.Say(done)] : Array.Empty<string>(),
        ];
        return context.Say(method is "GET" ? "Audit.Looked" : method is "DELETE" ? "Audit.Deleted" : "Audit.Changed", ("what", string.Join(", ", said)));
    }

    /// <summary>A command of the cycle by its own words, a page by its name.</summary>
    private static string Area(ManagerContext context, string place)
    {
        var command = place.Length == 0 ? "" : $"Command.{char.ToUpperInvariant(place[0])}{place[1..]}.Confirm";
        return context.Localizer.Has(command) ? context.Say(command)
            : Areas.TryGetValue(place, out var area) ? context.Say(area)
            : place.Length == 0 ? context.Say("Menu.overview") : context.SayCode("Menu", place);
    }
}
