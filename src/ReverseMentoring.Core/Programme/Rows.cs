using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Programme;

/// <summary>Where what is kept of a cohort: one partition, a prefix for each kind of row.</summary>
public static class Rows
{
    /// <summary>The list of cohorts: key is the cohort's id.</summary>
    public const string Cohorts = "cohorts";

    public const string Cohort = "cohort";

    public const string State = "state";

    public const string Topics = "topics";

    public const string Curation = "curation";

    public const string Rules = "rules";

    /// <summary>What the survey asks, where that was changed after the start.</summary>
    public const string Questions = "questions";

    /// <summary>Who is kept apart by a draw, with its secret seed, in as many parts as fit a row each: read by the matching only.</summary>
    public const string ApartDraw = "apart-draw.";

    /// <summary>Who begins and who waits, where HR has that drawn.</summary>
    public const string LotDraw = "lot-draw";

    /// <summary>What that draw gave somebody.</summary>
    public const string Lot = "lot.";

    public const string Result = "result";

    public const string Report = "report";

    /// <summary>What a wave came to, as it was published: stays when all personal data is erased.</summary>
    public const string Wave = "wave.";

    /// <summary>What a wave came to for one question of the survey: wave, then number. Stays as the wave's own row does.</summary>
    public const string WaveItem = "wave-item.";

    /// <summary>What people wrote in a wave and let be shown: wave, then place. Nobody knows any more whose it was.</summary>
    public const string Comment = "comment.";

    /// <summary>What leaders meant to try, were seen to do and let be shown: wave, then place. Nobody knows any more whose it was.</summary>
    public const string KeptCommitment = "kept-commitment.";

    /// <summary>What people recommend to the next cohort: wave, then place. Nobody knows any more who did.</summary>
    public const string Material = "material.";

    /// <summary>Of whom a wave's figures are: wave, then number. Read by the gate only, so that later figures can't be subtracted from them.</summary>
    public const string Released = "released.";

    public const string Person = "person.";

    /// <summary>Somebody who would like to take part and has come by themselves.</summary>
    public const string Applicant = "applicant.";

    public const string Line = "line.";

    /// <summary>A text in HR's own words: language, then key.</summary>
    public const string Words = "words.";

    /// <summary>What the company's directory last knew of somebody.</summary>
    public const string Directory = "directory.";

    /// <summary>When people were last looked up there, and whether it knew the programme manager.</summary>
    public const string DirectoryLook = "directory-look";

    /// <summary>Somebody who came when the cohort ran already, and has yet to be asked for what the others were asked.</summary>
    public const string Newcomer = "newcomer.";

    /// <summary>What somebody would have put right in HR's list.</summary>
    public const string Correction = "correction.";

    public const string Ask = "ask.";

    public const string Answer = "answer.";

    /// <summary>Which notice and which ground rules somebody has agreed to, and when.</summary>
    public const string Agreement = "agreement.";

    /// <summary>What somebody has asked for and must confirm from their own address: leaving, erasure, a code.</summary>
    public const string Own = "own.";

    /// <summary>An id that is going from all rows of the cohort, since whose it was has been erased.</summary>
    public const string ForgottenId = "forgotten-id.";

    /// <summary>A secret number by which the log of what was done can be told to be about somebody: without it nobody can.</summary>
    public const string AuditSalt = "audit-salt.";

    public const string Command = "command.";

    /// <summary>A command that came with a key of its sender's, so that the same call again is the same command.</summary>
    public const string Given = "given.";

    /// <summary>Pairs and circles.</summary>
    public const string Meeting = "meeting.";

    /// <summary>Which pairs and circles somebody is or was in: person, then meeting. Written when they first hear of it.</summary>
    public const string MeetingOf = "meeting-of.";

    /// <summary>Two who have been a pair before, as HR's list says.</summary>
    public const string EarlierPair = "earlier-pair.";

    public const string Session = "session.";

    /// <summary>What one of a pair keeps on the page of the two: meeting, then person.</summary>
    public const string PairNotes = "pair-notes.";

    /// <summary>What happened to a meeting's sessions, and by whom: read by its process only.</summary>
    public const string History = "history.";

    /// <summary>A session's event in a calendar that the product reaches.</summary>
    public const string Event = "event.";

    /// <summary>What was last heard of events in the product's own mailbox.</summary>
    public const string CalendarWatch = "calendar-watch";

    /// <summary>A country's holidays.</summary>
    public const string Holidays = "holidays.";

    /// <summary>Somebody whose partner is gone and who would like another.</summary>
    public const string Seeking = "seeking.";

    /// <summary>When somebody's calendar is free in the weeks after the matching; forgotten when the sessions begin.</summary>
    public const string FreeTime = "free-time.";

    public const string Unmatched = "unmatched.";

    public const string Mail = "mail.";

    /// <summary>Which mail it is that the mail service knows by a UUID.</summary>
    public const string Message = "message.";

    /// <summary>Mails whose turn is to come, by priority and time.</summary>
    public const string Queue = "queue.";

    /// <summary>Mails that wait for a better hour of their reader's, by that moment.</summary>
    public const string Later = "later.";

    /// <summary>Mails that are still to go to somebody: person, then mail. By these one letter is made of several.</summary>
    public const string MailOf = "mail-of.";

    /// <summary>When somebody was last written to.</summary>
    public const string Mailed = "mailed.";

    /// <summary>Mails whose reader pauses: person, then mail.</summary>
    public const string Held = "held.";

    /// <summary>Mails that came back, were refused, or of which nobody knows: the few that somebody should look at.</summary>
    public const string Failed = "failed.";

    public static string Partition(CohortId cohort) => "c." + cohort;

    /// <summary>What concerns one person across cohorts.</summary>
    public static string PersonPartition(PersonId person) => "p." + person;
}
