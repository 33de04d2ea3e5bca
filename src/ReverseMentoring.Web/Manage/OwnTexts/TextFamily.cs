using System.Globalization;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Web.Mails;
using ReverseMentoring.Web.Manage.Layout;

namespace ReverseMentoring.Web.Manage.OwnTexts;

/// <summary>Texts that are edited together: those of a mail, or what to talk about at sessions.</summary>
/// <param name="Key">What their keys begin with.</param>
/// <param name="Parts">What the keys end with, in the order of the page.</param>
internal sealed record TextFamily(string Key, IReadOnlyList<string> Parts)
{
    private const string Guide = "Agenda";

    private static readonly string[] MailParts = ["Subject", "Preview", "Text", "Button"];

    private static readonly IReadOnlyDictionary<string, string> Ours = MailRenderer.Texts.OfLanguage(CultureInfo.InvariantCulture);

    /// <summary>The session guide, and all mails in the order of their kinds.</summary>
    public static IReadOnlyList<TextFamily> All { get; } =
    [
        new(Guide, [.. Ours.Keys.Where(key => key.StartsWith(Guide + ".", StringComparison.Ordinal)).Select(key => key[(Guide.Length + 1)..])]),
        .. Ours.Keys.Where(key => key.EndsWith(".Text", StringComparison.Ordinal)).Select(key => key[..^".Text".Length]).Where(family => KindOf(family) is not null)
            .OrderBy(family => KindOf(family)).ThenBy(family => family, StringComparer.Ordinal)
            .Select(family => new TextFamily(family, [.. MailParts.Where(part => Ours.ContainsKey($"{family}.{part}"))])),
    ];

    public bool IsMail => Key != Guide;

    public IEnumerable<string> Keys => Parts.Select(part => $"{Key}.{part}");

    public static TextFamily? Find(string? key) => All.FirstOrDefault(family => family.Key == key);

    /// <summary>As managers call the mail, with which of its wordings it is.</summary>
    public string NameIn(ManagerContext context)
    {
        if (KindOf(Key) is not { } kind)
        {
            return context.Say("Words.Guide");
        }

        var which = Key.Split('.').Where(part => part != $"{kind}").Select(part => context.Localizer.Has($"Words.Part.{part}") ? context.Say($"Words.Part.{part}") : part);
        return string.Join(" · ", which.Prepend(context.NameOf(kind)));
    }

    /// <summary>"Circle.Briefing.Mentor" is a briefing.</summary>
    private static MailKind? KindOf(string family) => family.Split('.').Select(part => Enum.TryParse<MailKind>(part, out var kind) ? kind : (MailKind?)null).FirstOrDefault(kind => kind is not null);
}
