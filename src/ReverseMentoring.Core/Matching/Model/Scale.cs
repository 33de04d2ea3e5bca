namespace ReverseMentoring.Core.Matching.Model;

/// <summary>Scores and criteria are whole numbers from 0 to 10000, so that sums are exact on every machine.</summary>
public static class Scale
{
    public const int Full = 10_000;

    /// <summary>The share <paramref name="part"/>/<paramref name="whole"/> on the scale, 0…10000.</summary>
    public static int Share(int part, int whole) =>
        whole <= 0 ? 0 : (int)Math.Clamp((long)part * Full / whole, 0, Full);
}
