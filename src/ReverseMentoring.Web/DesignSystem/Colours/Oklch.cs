namespace ReverseMentoring.Web.DesignSystem.Colours;

/// <summary>
/// A colour as people see it: equal steps of lightness look equal in every hue.
/// Matrices: Björn Ottosson, "A perceptual color space for image processing" (2020), also in CSS Color 4.
/// </summary>
/// <param name="Lightness">0 to 1.</param>
/// <param name="Chroma">0 (grey) to about 0.37.</param>
/// <param name="Hue">Degrees.</param>
public readonly record struct Oklch(double Lightness, double Chroma, double Hue)
{
    public static Oklch FromColour(Colour colour)
    {
        var (red, green, blue) = (Colour.Linear(colour.Red), Colour.Linear(colour.Green), Colour.Linear(colour.Blue));
        var l = Math.Cbrt((0.4122214708 * red) + (0.5363325363 * green) + (0.0514459929 * blue));
        var m = Math.Cbrt((0.2119034982 * red) + (0.6806995451 * green) + (0.1073969566 * blue));
        var s = Math.Cbrt((0.0883024619 * red) + (0.2817188376 * green) + (0.6299787005 * blue));
        var lightness = (0.2104542553 * l) + (0.7936177850 * m) - (0.0040720468 * s);
        var a = (1.9779984951 * l) - (2.4285922050 * m) + (0.4505937099 * s);
        var b = (0.0259040371 * l) + (0.7827717662 * m) - (0.8086757660 * s);
        return new(lightness, Math.Sqrt((a * a) + (b * b)), Math.Atan2(b, a) * 180 / Math.PI);
    }

    /// <summary>The nearest colour a screen can show: chroma gives way, lightness and hue stay.</summary>
    public Colour ToColour()
    {
        var chroma = Chroma;
        while (chroma > 0.004 && !Fits(Linear(chroma)))
        {
            chroma -= 0.004;
        }

        var (red, green, blue) = Linear(chroma);
        return new(Colour.Gamma(red), Colour.Gamma(green), Colour.Gamma(blue));
    }

    private static bool Fits((double Red, double Green, double Blue) linear) =>
        InRange(linear.Red) && InRange(linear.Green) && InRange(linear.Blue);

    private static bool InRange(double value) => value is >= -0.0005 and <= 1.0005;

    private static double Cube(double value) => value * value * value;

    private (double Red, double Green, double Blue) Linear(double chroma)
    {
        var (sin, cos) = Math.SinCos(Hue * Math.PI / 180);
        var (a, b) = (chroma * cos, chroma * sin);
        var l = Cube(Lightness + (0.3963377774 * a) + (0.2158037573 * b));
        var m = Cube(Lightness - (0.1055613458 * a) - (0.0638541728 * b));
        var s = Cube(Lightness - (0.0894841775 * a) - (1.2914855480 * b));
        return (
            (4.0767416621 * l) - (3.3077115913 * m) + (0.2309699292 * s),
            (-1.2684380046 * l) + (2.6097574011 * m) - (0.3413193965 * s),
            (-0.0041960863 * l) - (0.7034186147 * m) + (1.7076147010 * s));
    }
}
