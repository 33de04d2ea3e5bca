namespace ReverseMentoring.Web.DesignSystem.Display;

/// <summary>What a notice, a tag or a tile says by its colour, and in words or by its shape too.</summary>
public enum Tone
{
    Plain,
    Good,
    Careful,
    Bad,
}
