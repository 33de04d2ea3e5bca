namespace ReverseMentoring.Core.Vocabulary;

/// <summary>How well somebody can bring a topic to another person.</summary>
public enum Level
{
    Basics = 1,
    Practised = 2,
    Expert = 3,
}
