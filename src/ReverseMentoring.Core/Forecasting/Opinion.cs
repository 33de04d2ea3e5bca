namespace ReverseMentoring.Core.Forecasting;

/// <summary>What a simulated person answers to a statement, 1 to 5: everybody has a place of their own, and wavers around it.</summary>
public static class Opinion
{
    private const int Lowest = 1;
    private const int Highest = 5;
    private const double LowestPlace = 2;
    private const double Places = 2;
    private const double Wavers = 1.2;

    /// <param name="place">Theirs for this statement, the same each time: an even number from 0 to 1.</param>
    /// <param name="waver">This time: an even number from 0 to 1.</param>
    /// <param name="otherWaver">Another.</param>
    /// <param name="moved">Steps by which they have moved.</param>
    public static int Agrees(double place, double waver, double otherWaver, double moved) =>
        (int)Math.Clamp(Math.Round(LowestPlace + (Places * place) + moved + (Wavers * (waver + otherWaver - 1))), Lowest, Highest);
}
