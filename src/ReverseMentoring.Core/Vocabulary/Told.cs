namespace ReverseMentoring.Core.Vocabulary;

/// <summary>Of whom something tells that HR reads: a page, an answer of the interface, a file, a mail.</summary>
public enum Told
{
    /// <summary>Nobody has said so yet: a test fails.</summary>
    Undeclared,

    /// <summary>Of nobody: figures, settings, texts, and the product itself.</summary>
    Aggregate,

    /// <summary>That somebody or a pair needs help, and not by whose doing.</summary>
    Exception,

    /// <summary>Of single people, as a list of who takes part, or as what HR listed and may correct.</summary>
    List,

    /// <summary>Of single people or pairs, for what HR decides: who meets whom, topics, partners.</summary>
    Review,

    /// <summary>Of single people, where HR does something about them.</summary>
    Command,

    /// <summary>Of single people in any other way: how somebody's sessions went, say. Hidden in works council mode.</summary>
    Person,
}
