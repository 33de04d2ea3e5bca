namespace ReverseMentoring.Core.Statistics;

/// <summary>A result that may be a finding, or chance.</summary>
public interface ITested
{
    /// <summary>In steps of the scale: above nought it is up.</summary>
    double Mean { get; }

    /// <summary>Where its 95 % interval begins.</summary>
    double Low { get; }

    /// <summary>Where it ends.</summary>
    double High { get; }

    /// <summary>How often chance alone would bring one as large as this or larger, up or down: 0 to 1.</summary>
    double Chance { get; }
}
