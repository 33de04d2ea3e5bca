namespace ReverseMentoring.Core.Keeping;

/// <summary>What a row or field is for; the dossier says it in words (<c>Purpose.…</c>).</summary>
public enum KeptFor
{
    /// <summary>Who takes part, and how they are reached.</summary>
    Enrolment,

    /// <summary>What people were told of their data, and agreed to.</summary>
    Consent,

    /// <summary>The list of topics.</summary>
    Topics,

    /// <summary>Who meets whom.</summary>
    Matching,

    /// <summary>Sessions: when, with whom, and what becomes of them.</summary>
    Meetings,

    /// <summary>Asking, telling and reminding, and not twice.</summary>
    Mails,

    /// <summary>What the programme came to, in figures and in words that may be shown.</summary>
    Figures,

    /// <summary>What the programme manager has decided.</summary>
    Steering,

    /// <summary>That no step is lost or done twice.</summary>
    Running,

    /// <summary>Who may manage, and what was done.</summary>
    Accountability,
}
