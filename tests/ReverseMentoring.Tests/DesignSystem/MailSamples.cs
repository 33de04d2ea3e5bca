using ReverseMentoring.Web.Mails.Rendering;

namespace ReverseMentoring.Tests.DesignSystem;

internal static class MailSamples
{
    public const string Link = "https://mentoring.example.org/f/eyJhbGciOi.abcdefghijklmnopqrstuvwxyz0123456789-ABCDEFGHIJKLMNOPQRSTUVWXYZ?x=1&y=2";

    /// <summary>Every kind of block.</summary>
    public static MailDocument Introduction { get; } = new(
        "de", "Sie und Tomás: unser Vorschlag für ein Gespräch auf Augenhöhe, einmal im Monat", "Warum Sie beide, und was als Nächstes kommt",
        "Guten Tag Ana,",
        [
            new Paragraph("aus 142 Menschen haben Sie beide sich am meisten zu erzählen. Tomás arbeitet in Madrid & kennt sich mit Sprachmodellen aus <sehr gut>."),
            new FactList([new("Wer", "Tomás Prieto, Datenanalyst"), new("Gemeinsam", "vier Stunden, zwei Sprachen")]),
            new QuoteBlock("Ich möchte verstehen,\nwas einen Vorstand wach hält.", "Tomás"),
            new MainButton("Vorschlag ansehen", Link),
            new Heading("Und dann?"),
            new PointList(["Sie sagen beide Ja oder Nein.", "Wir suchen eine Stunde, die in beiden Kalendern frei ist, und schicken die Einladung dazu an Sie beide."], Numbered: true),
            new LinkList([new("Lieber jemand anderes", "https://mentoring.example.org/f/other")]),
        ],
        new("Sie bekommen diese Mail von Northwind Lumen, weil Sie am Programm teilnehmen.", new("Meine Teilnahme", "https://mentoring.example.org/p/abc"), "Northwind Lumen, Menschen & Kultur"));
}
