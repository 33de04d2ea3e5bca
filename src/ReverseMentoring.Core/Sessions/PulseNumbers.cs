namespace ReverseMentoring.Core.Sessions;

/// <summary>The number under which all are asked how a session went: another after each new time.</summary>
public static class PulseNumbers
{
    /// <summary>Far more than a session is ever moved.</summary>
    private const int MovesPerSession = 100;

    public static int Of(Session session) => (session.Number * MovesPerSession) + session.Sequence;

    public static (int Session, int Sequence) Parse(int number) => Math.DivRem(number, MovesPerSession);
}
