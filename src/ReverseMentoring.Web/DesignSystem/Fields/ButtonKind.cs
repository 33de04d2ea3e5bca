namespace ReverseMentoring.Web.DesignSystem.Fields;

/// <summary>How much a button asks to be pressed.</summary>
public enum ButtonKind
{
    /// <summary>The one thing to do here: at most one on a page.</summary>
    Main,

    /// <summary>Something else one can do.</summary>
    Quiet,

    /// <summary>Something that takes something away.</summary>
    Danger,
}
