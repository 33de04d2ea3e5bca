namespace ReverseMentoring.Web.Look.Signs;

/// <summary>What a notice, a tag or a tile says by its colour, and in words or by its shape too.</summary>
public enum Mood
{
    Plain,
    Good,
    Careful,
    Bad,
}
