using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Web.Mails.Rendering;

namespace ReverseMentoring.Web.Mails;

/// <summary>What one kind of mail says: which texts, what goes into them, where its button leads.</summary>
/// <param name="Key">The texts' name: <c>{Key}.Subject</c>, <c>.Preview</c>, <c>.Text</c>, <c>.Button</c>.</param>
/// <param name="Values">What fills their holes, beside those that every mail has.</param>
internal sealed record MailContent(string Key, params IReadOnlyList<(string Name, string Value)> Values)
{
    /// <summary>Why it is not wanted any more; nothing is written then.</summary>
    public DropReason? NotWanted { get; private init; }

    /// <summary>Where the one button leads, in the text's <c>[button]</c>.</summary>
    public string? Url { get; init; }

    /// <summary>What else one can do, quietly below the button.</summary>
    public IReadOnlyList<MailLink> Beside { get; init; } = [];

    /// <summary>Blocks for the text's other places.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Block>> Slots { get; init; } = new Dictionary<string, IReadOnlyList<Block>>();

    public Core.Mailing.CalendarPart? Calendar { get; init; }

    /// <summary>What it says instead where another of the same kind stands above it; null: it can't stand in a letter with another entry for the calendar.</summary>
    public MailContent? AsOneMore { get; init; }

    public static MailContent Drop(DropReason why) => new("") { NotWanted = why };
}
