namespace ReverseMentoring.Web.Api.Access;

/// <summary>The clock by which a sign-in ends: the real one, also where the programme's clock is turned.</summary>
public sealed record SignInClock(TimeProvider Time);
