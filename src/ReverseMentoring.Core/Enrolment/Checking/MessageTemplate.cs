using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace ReverseMentoring.Core.Enrolment.Checking;

/// <summary>
/// A sentence with the values in it kept apart, so that it can be said in another language too. Written as any other
/// text: <c>$"'{role}' is not a role."</c> has the template <c>'{0}' is not a role.</c>
/// </summary>
[InterpolatedStringHandler]
public sealed class MessageTemplate(int literalLength, int formattedCount)
{
    private readonly StringBuilder template = new(literalLength + (3 * formattedCount));
    private readonly StringBuilder english = new(literalLength + (16 * formattedCount));
    private readonly List<object?> values = new(formattedCount);

    /// <summary>In English, with <c>{0}</c>, <c>{1}</c>… for the values.</summary>
    public string Template => template.ToString();

    /// <summary>Texts, numbers, days, and other sentences.</summary>
    public IReadOnlyList<object?> Values => values;

    public static implicit operator MessageTemplate(string text)
    {
        var messageTemplate = new MessageTemplate(text.Length, 0);
        messageTemplate.AppendLiteral(text);
        return messageTemplate;
    }

    public void AppendLiteral(string text)
    {
        template.Append(text);
        english.Append(text);
    }

    public void AppendFormatted<T>(T value, string? format = null)
    {
        template.Append('{').Append(values.Count).Append('}');
        var said = value is IFormattable formattable ? formattable.ToString(format ?? (value is DateOnly ? "O" : null), CultureInfo.InvariantCulture) : value?.ToString();
        values.Add(format is null ? value : said);
        english.Append(said);
    }

    /// <summary>In English.</summary>
    public override string ToString() => english.ToString();
}
