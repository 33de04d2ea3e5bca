namespace ReverseMentoring.Core.Surveys;

/// <summary>What reverse mentoring is said to bring; each item measures one of these. In the order in which reports tell them.</summary>
public enum Promise
{
    /// <summary>Leaders know their way around the topics that they wished for.</summary>
    Skill,

    /// <summary>Generations and levels understand each other's work.</summary>
    Understanding,

    Trust,

    /// <summary>What juniors know is heard where decisions are made.</summary>
    Voice,

    Belonging,

    /// <summary>Juniors know a leader whom they can turn to; leaders are approachable.</summary>
    Access,

    Confidence,

    /// <summary>Leaders are open, and listen.</summary>
    Openness,

    /// <summary>People mean to stay with the company.</summary>
    Stay,

    /// <summary>People would take part again.</summary>
    Again,

    Recommend,
}
