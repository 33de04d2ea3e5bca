using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Mailing;

/// <summary>
/// The turn of one reader: which of their mails go now, which wait for a better hour, and which of them make one letter.
/// </summary>
internal sealed class ReaderTurn
{
    /// <summary>What begins so soon after the next decent hour is told before it.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(1);

    /// <summary>A mail that is out of date less than this after tomorrow morning goes today, though its reader has had another today.</summary>
    private static readonly TimeSpan InGoodTime = TimeSpan.FromDays(1);

    /// <summary>What begins later can be told tomorrow, where something else was told today, and when it is so near, where much was told this month.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromDays(3);

    /// <summary>A question that is closed on a day waits for room in a month at most so long that its reader has as many days to answer.</summary>
    internal static readonly TimeSpan TimeToAnswer = TimeSpan.FromDays(5);

    private readonly IReadOnlyList<QueuedMail> turn;
    private readonly List<QueuedMail> mails;
    private readonly DecentHours hours;
    private readonly DateTimeOffset now;
    private QueuedMail[]? known;

    private ReaderTurn(IReadOnlyList<QueuedMail> turn, List<QueuedMail> mails, DecentHours hours, MailDays days, DateTimeOffset now) =>
        (this.turn, this.mails, this.hours, Days, this.now) = (turn, mails, hours, days, now);

    public MailDays Days { get; }

    /// <summary>Those that were still to go when the turn began: also what of them turns out to be out of date has told its reader of a time, or was to.</summary>
    private QueuedMail[] Known => known ??= [.. mails.Where(IsForNow)];

    /// <param name="store">Where the rows are.</param>
    /// <param name="cohort">Whose mails they are.</param>
    /// <param name="turn">Those to one reader whose turn it is.</param>
    /// <param name="all">These, and what else waits for the same reader.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancel">Cancels reads.</param>
    public static async Task<ReaderTurn> Read(IStore store, Cohort cohort, IReadOnlyList<QueuedMail> turn, IReadOnlyList<QueuedMail> all, DateTimeOffset now, CancellationToken cancel)
    {
        var (partition, first) = (Rows.Partition(cohort.Id), turn[0].Row!.Value);
        if (first.Person is not { } id || await store.Read<Person>(partition, Rows.Person + id, cancel) is not { Value: { } person })
        {
            return new(turn, [.. turn], DecentHours.Of(cohort), MailDays.None, now);
        }

        var hours = await DecentHours.Of(store, cohort, person, cancel);
        // What somebody waits for takes nothing with it: in a cohort that is paused all else rests.
        var mails = all.Where(mail => !turn.All(IsEcho) || IsEcho(mail)).ToList();
        return new(turn, mails, hours, await MailDays.Read(store, partition, first.Reader!, cancel), now);
    }

    /// <summary>Those that could lead a letter now, where they are several: what is not wanted any more of them is to lead none, or the others would go in two.</summary>
    public IReadOnlyList<QueuedMail> Leads()
    {
        QueuedMail[] leads = [.. Known.Where(mail => mail.Row!.Value.Reader is not null && !IsEcho(mail) && !IsRiding(mail) && LaterOf(mail, withOther: false) is null)];
        return leads.Length > 1 ? leads : [];
    }

    /// <summary>Notes for those that wait when they have their turn again.</summary>
    /// <returns>The letters of the others, each with its lead first.</returns>
    public IReadOnlyList<IReadOnlyList<QueuedMail>> Letters()
    {
        mails.RemoveAll(mail => !IsForNow(mail));
        QueuedMail[][] echoes = [.. mails.Where(IsEcho).Select(mail => new[] { mail })];
        mails.RemoveAll(IsEcho);
        return [.. echoes, .. Others()];
    }

    /// <summary>What its reader has just asked for: it goes alone, makes nothing else wait, and nothing rides on it.</summary>
    public static bool IsEcho(QueuedMail mail) => mail.Row!.Value.Kind.Declaration().Timing is MailTiming.AtOnce;

    private IReadOnlyList<IReadOnlyList<QueuedMail>> Others()
    {
        foreach (var mail in mails)
        {
            mail.LaterAt = LaterOf(mail, withOther: false);
        }

        // What only recalls something can still ride, but is no letter in a month that is full.
        var full = Days.AreEnough(now);
        var going = mails.Where(mail => mail.LaterAt is null && !(full && Recalls(mail))).OrderBy(RankOf).ThenBy(mail => mail.Row!.Value.QueuedAt).ToList();
        if (going.Count == 0)
        {
            foreach (var mail in mails.Where(mail => mail.LaterAt is null))
            {
                mail.NotWanted = DropReason.EnoughMails.Code();
            }

            return [];
        }

        return Compose(going);
    }

    /// <summary>Each of those whose turn it is by itself, whatever the hour.</summary>
    public IReadOnlyList<IReadOnlyList<QueuedMail>> Each() => [.. turn.Where(IsForNow).Select(mail => new[] { mail })];

    /// <summary>What rides goes with the first, though by itself it would wait; of the rest each is a letter, if it can't wait.</summary>
    private IReadOnlyList<IReadOnlyList<QueuedMail>> Compose(List<QueuedMail> going)
    {
        var lead = going[0];
        if (lead.Row!.Value.Reader is null)
        {
            return [.. going.Select(mail => new[] { mail })];
        }

        QueuedMail[] along = [.. mails.Where(mail => mail != lead && IsRiding(mail) && (mail.LaterAt is null || hours.Contains(now))).OrderBy(RankOf).ThenBy(mail => mail.Row!.Value.Kind)];
        var taken = new HashSet<QueuedMail>();
        var letters = new List<IReadOnlyList<QueuedMail>> { Letter(lead, along, taken) };
        foreach (var mail in going.Where(mail => !taken.Contains(mail)))
        {
            if (!SetApart(mail))
            {
                letters.Add(Letter(mail, [], taken));
            }
        }

        return letters;
    }

    /// <summary>One mail, behind it those that join it in order of time and stand in no other letter, and what rides.</summary>
    private QueuedMail[] Letter(QueuedMail lead, IEnumerable<QueuedMail> along, HashSet<QueuedMail> taken)
    {
        var joining = mails.Where(mail => mail != lead && !taken.Contains(mail) && DoJoin(lead.Row!.Value, mail.Row!.Value)).OrderBy(mail => mail.Row!.Value.Until);
        QueuedMail[] letter = [.. joining.Concat(along).Prepend(lead).Distinct()];
        foreach (var mail in letter)
        {
            mail.LaterAt = null;
        }

        taken.UnionWith(letter);
        return letter;
    }

    /// <summary>A mail that could not stand in another's letter, which goes now.</summary>
    /// <returns>Whether it waits; what can't goes by itself.</returns>
    public bool SetApart(QueuedMail mail)
    {
        mail.LaterAt = LaterOf(mail, withOther: true);
        return mail.LaterAt is not null;
    }

    /// <returns>Null: it goes now.</returns>
    private DateTimeOffset? LaterOf(QueuedMail mail, bool withOther) => MomentOf(mail.Row!.Value, withOther) is var moment && moment > now ? moment : null;

    /// <param name="mail">Whose.</param>
    /// <param name="withOther">Another goes to its reader now.</param>
    private DateTimeOffset MomentOf(Mail mail, bool withOther)
    {
        var (timing, canWait) = (mail.Kind.Declaration().Timing, mail.Kind.Declaration().CanWait);
        if (timing is MailTiming.InTime)
        {
            var begins = BeginsOf(mail);
            if (begins is null || begins < now + Soon)
            {
                return hours.Contains(now) || begins < hours.NextBegin(now) + Ahead ? now : hours.NextBegin(now);
            }

            if (canWait && Days.HasRoomForNewsAt(now) is { } free)
            {
                return hours.From(free < begins.Value - Soon ? free : begins.Value - Soon);
            }
        }
        else if (canWait && Days.HasRoomAt(now) is { } room && mail.Until - TimeToAnswer is var last && !(last <= now))
        {
            return hours.From(last < room ? last.Value : room);
        }

        if (!hours.Contains(now) || timing is MailTiming.DecentHour || !(withOther || Days.HasOn(now, hours)))
        {
            return hours.From(now);
        }

        var tomorrow = hours.NextDay(now);
        return mail.Until < tomorrow + InGoodTime ? now : tomorrow;
    }

    /// <summary>The earliest time that its reader has been told of, or is to be: what waits of the same session, and is of no use any more, told one too.</summary>
    private DateTimeOffset? BeginsOf(Mail mail) => Known.Select(other => other.Row!.Value)
        .Where(other => other == mail || (mail is { Meeting: not null, Session: not null } && other.Kind.Declaration().Timing is MailTiming.InTime
            && (other.Meeting, other.Session) == (mail.Meeting, mail.Session)))
        .Min(other => other.Concerns ?? other.Until);

    /// <summary>Whoever keeps a calendar gets no entries for it by mail, of which a letter takes one kind only: all that there is for them goes in one.</summary>
    private static bool DoJoin(Mail lead, Mail other) =>
        lead.ToDelegate || (lead is { IsToMember: true, Meeting: { } meeting } && other.IsToMember && other.Kind.Declaration().Joins && other.Meeting == meeting);

    private static bool Recalls(QueuedMail mail) =>
        mail.Row!.Value is { ToDelegate: false } value && value.Kind.Declaration().Pause is PauseRule.Falls;

    private bool IsForNow(QueuedMail mail) => mail.NotWanted is null && !mail.IsUnwritten && !(mail.Row!.Value.Until < now);

    /// <summary>Those first that can't ride, then by their priority.</summary>
    private static int RankOf(QueuedMail mail) => (IsRiding(mail) ? 100 : 0) + (int)mail.Row!.Value.Kind.Declaration().Priority;

    private static bool IsRiding(QueuedMail mail) => mail.Row!.Value is { Reader: not null } value && value.Kind.Declaration().Rides;
}
