using System.Globalization;

namespace ReverseMentoring.Web.DesignSystem.Colours;

/// <summary>An opaque sRGB colour, 0 to 255 each.</summary>
public readonly record struct Colour(byte Red, byte Green, byte Blue)
{
    // A palette asks thousands of times.
    private static readonly double[] Linears = [.. Enumerable.Range(0, 256).Select(channel => Linear(channel / 255.0))];

    public static Colour White { get; } = new(255, 255, 255);

    public static Colour Black { get; } = new(0, 0, 0);

    /// <summary>Reads <c>#rrggbb</c> or <c>#rgb</c>, with or without the sign.</summary>
    public static bool TryParse(string? text, out Colour colour)
    {
        colour = default;
        var digits = text?.Trim().TrimStart('#') ?? "";
        if (digits.Length == 3)
        {
            digits = string.Concat(digits.Select(digit => new string(digit, 2)));
        }

        if (digits.Length != 6 || !int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var all))
        {
            return false;
        }

        colour = new((byte)(all >> 16), (byte)(all >> 8), (byte)all);
        return true;
    }

    /// <exception cref="FormatException">The text is no colour.</exception>
    public static Colour Parse(string text) =>
        TryParse(text, out var colour) ? colour : throw new FormatException($"'{text}' is no colour like #0a5c66.");

    /// <summary>Relative luminance, 0 to 1 (WCAG 2.2, section 1.4.3).</summary>
    public double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    /// <summary>Contrast ratio, 1 to 21 (WCAG 2.2, section 1.4.3).</summary>
    public double Against(Colour other)
    {
        var (light, dark) = (Math.Max(Luminance, other.Luminance), Math.Min(Luminance, other.Luminance));
        return (light + 0.05) / (dark + 0.05);
    }

    /// <summary>So much of this over the rest of the other, mixed as sRGB.</summary>
    public Colour Over(Colour ground, double share) => new(
        Mix(Red, ground.Red, share), Mix(Green, ground.Green, share), Mix(Blue, ground.Blue, share));

    public override string ToString() => $"#{Red:x2}{Green:x2}{Blue:x2}";

    internal static double Linear(byte channel) => Linears[channel];

    internal static byte Gamma(double linear)
    {
        var value = linear <= 0.0031308 ? linear * 12.92 : (1.055 * Math.Pow(linear, 1 / 2.4)) - 0.055;
        return (byte)Math.Round(Math.Clamp(value, 0, 1) * 255);
    }

    private static double Linear(double value) => value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);

    private static byte Mix(byte upper, byte ground, double share) => (byte)Math.Round((upper * share) + (ground * (1 - share)));
}
