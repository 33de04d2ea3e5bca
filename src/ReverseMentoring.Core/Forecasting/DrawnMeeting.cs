namespace ReverseMentoring.Core.Forecasting;

/// <summary>A pair or a circle in one draw.</summary>
/// <param name="Members">First the one whose clock the series keeps: in a pair the mentee.</param>
/// <param name="IsCircle">It goes on without somebody.</param>
/// <param name="Confirmed">When they were sure of each other.</param>
internal sealed record DrawnMeeting(IReadOnlyList<DrawnPerson> Members, bool IsCircle, DateTimeOffset Confirmed);

/// <summary>What became of it.</summary>
/// <param name="Held">Sessions.</param>
/// <param name="Over">When its last session was settled, or it ended.</param>
/// <param name="Ended">Before its time.</param>
/// <param name="Asked">When its people were asked how each session was: who comes into a circle later is asked from then on.</param>
internal sealed record MeetingCourse(int Held, DateTimeOffset Over, bool Ended, IReadOnlyList<DateTimeOffset> Asked);
