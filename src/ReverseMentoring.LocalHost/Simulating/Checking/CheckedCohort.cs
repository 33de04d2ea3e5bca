using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.LocalHost.Simulating.Acting;
using ReverseMentoring.LocalHost.Simulating.Ports;

namespace ReverseMentoring.LocalHost.Simulating.Checking;

/// <summary>The cohort as it is looked at: its rows, what the mail service and the calendars have, and what people were told.</summary>
internal sealed class CheckedCohort(CohortView view, World world, Surroundings around, ToldByUs told)
{
    private Dictionary<PersonId, Person>? people;
    private List<Meeting>? meetings;
    private List<Session>? sessions;

    public CohortView View => view;

    public World World => world;

    public ToldByUs Told => told;

    public DateTimeOffset Now => around.Clock.Now;

    /// <summary>Mails that were taken up to the last look.</summary>
    public int MailsSeen { get; set; }

    /// <summary>Names of mails that had their turn and waited when it was last looked what is stuck.</summary>
    public IReadOnlySet<string> Waited { get; set; } = new HashSet<string>();

    /// <summary>Keys that have changed since the last look, of this cohort's rows.</summary>
    public IReadOnlyCollection<string> Changed { get; private set; } = [];

    public async Task<IReadOnlyDictionary<PersonId, Person>> People() => people ??= (await view.People()).ToDictionary(person => person.Id);

    public async Task<IReadOnlyList<Meeting>> Meetings() => meetings ??= await view.Meetings();

    public async Task<IReadOnlyList<Session>> Sessions() => sessions ??= await view.Sessions();

    public async Task<IReadOnlyList<Meeting>> Running() => [.. (await Meetings()).Where(meeting => meeting.Status is MeetingStatus.Running)];

    public bool HasAskedForErasure(PersonId person) => told.ErasureAsked.Contains(person);

    /// <summary>What was read before may be another thing now.</summary>
    public void Change(IReadOnlyCollection<string> keys)
    {
        Changed = keys;
        people = Touches(Rows.Person) ? null : people;
        meetings = Touches(Rows.Meeting) ? null : meetings;
        sessions = Touches(Rows.Session) ? null : sessions;

        bool Touches(string prefix) => keys.Any(key => key.StartsWith(prefix, StringComparison.Ordinal));
    }
}
