namespace ReverseMentoring.Web.Manage.Dossier.Promising;

/// <summary>
/// Each text of forms, mails and manager's pages that promises something, with the tests that hold it: what the product says of itself is true, or a test is
/// red. A text that sounds like a promise (<see cref="PromiseWords"/>) and stands neither here nor among <see cref="NoPromises"/> fails a test.
/// </summary>
public static class Promises
{
    public static IReadOnlyList<Promise> All { get; } =
    [
        // Whom somebody would rather not meet.
        .. InForms(
            [
                "RatherNot.Lead",
            ],
            "Matching.ConfidentialTests.Nothing_that_answers_a_manager_depends_on_who_is_kept_apart",
            "Forms.FormTests.Whom_one_would_rather_not_meet_is_never_shown_again_and_stays_until_one_says_otherwise",
            "Cycle.LockedVetoTests.A_lock_of_two_who_are_kept_apart_ends_as_one_that_was_declined"),
        .. InForms(
            [
                "Circle.RatherNot.Lead",
            ],
            "Matching.CircleTests.Forbidden_and_reluctant_people_never_share_a_circle",
            "Matching.ConfidentialTests.Nothing_that_answers_a_manager_depends_on_who_is_kept_apart",
            "Forms.FormTests.Whom_one_would_rather_not_meet_is_never_shown_again_and_stays_until_one_says_otherwise"),
        // Works council mode.
        .. InForms(
            [
                "Notice.WhoCouncil", "Circle.Notice.WhoCouncil",
            ],
            "Manage.CouncilModeTests.Nothing_of_a_single_person_is_shown_outside_lists_review_and_commands",
            "Disclosure.GateTests.No_combination_of_what_is_shown_isolates_fewer_and_nothing_is_hidden_that_would_not"),
        .. InMails(
            [
                "ManagerSeesMore.Text", "ManagerSeesMore.Preview",
            ],
            "Manage.CouncilModeTests.Nothing_of_a_single_person_is_shown_outside_lists_review_and_commands",
            "Disclosure.BehaviourTests.Who_declines"),
        .. InManage(
            [
                "Setting.worksCouncil.Hint", "Council.Settings", "Council.Announced",
            ],
            "Manage.CouncilModeTests.It_can_be_switched_off_only_once_everybody_has_been_told_and_that_stands_in_the_audit"),
        .. InManage(
            [
                "Council.Person", "Council.Sessions", "Council.Pair",
            ],
            "Manage.CouncilModeTests.Nothing_of_a_single_person_is_shown_outside_lists_review_and_commands"),
        // Who waits by a draw.
        .. InForms(
            [
                "Waiting.Drawn",
            ],
            "DrawnWaiting.LotDrawerTests.Who_has_waited_once_is_in_no_draw_again",
            "DrawnWaiting.DrawnWaitingTests.Who_waits_hears_why_gets_nobody_and_is_asked_at_the_end_as_all_are"),
        .. InForms(
            [
                "Feedback.AloneLead", "Notice.DrawText",
            ],
            "DrawnWaiting.ComparisonTests.Each_group_is_of_as_many_as_a_change_takes",
            "DrawnWaiting.DrawnWaitingTests.Who_waits_hears_why_gets_nobody_and_is_asked_at_the_end_as_all_are"),
        .. InMails(
            [
                "FeedbackInvitation.Alone.Text",
            ],
            "DrawnWaiting.ComparisonTests.Each_group_is_of_as_many_as_a_change_takes"),
        .. InManage(
            [
                "Draw.Drawn",
            ],
            "DrawnWaiting.DrawnWaitingTests.Who_waits_hears_why_gets_nobody_and_is_asked_at_the_end_as_all_are"),
        // Topics without a name.
        .. InForms(
            [
                "Topics.OwnHint",
            ],
            "Dossier.PromiseTests.A_topic_does_not_know_who_proposed_it"),
        // Expectations.
        .. InForms(
            [
                "Expectations.Hint",
            ],
            "Forms.FormTests.Expectations_are_seen_by_the_other_only_once_both_have_written",
            "Manage.EveryPageTests.Every_page_says_in_both_languages_what_stands_and_never_what_was_confided"),
        // The page of the two of a pair.
        .. InForms(
            [
                "Pair.Lead", "Commitment.Hint",
            ],
            "Forms.PairPageTests.What_one_writes_the_other_reads_by_a_code_and_a_link_alone_opens_none_of_it",
            "Forms.PairPageTests.Who_is_not_of_the_pair_finds_no_page_and_neither_does_a_pair_that_has_parted",
            "Manage.EveryPageTests.Every_page_says_in_both_languages_what_stands_and_never_what_was_confided"),
        .. InForms(
            [
                "Commitment.MayBeShown", "Commitment.MayBeShownHint",
            ],
            "Disclosure.CommitmentFiguresTests.Things_to_try_are_counted_where_enough_leaders_noted_any_and_their_words_come_without_names",
            "Disclosure.CommitmentFiguresTests.Of_fewer_leaders_neither_number_nor_words_are_published"),
        .. InManage(
            [
                "Comments.CommitmentsText",
            ],
            "Disclosure.CommitmentFiguresTests.Things_to_try_are_counted_where_enough_leaders_noted_any_and_their_words_come_without_names",
            "Disclosure.CommitmentFiguresTests.Of_fewer_leaders_neither_number_nor_words_are_published"),
        // Certificates.
        .. InForms(
            [
                "Certificate.CheckText",
            ],
            "Forms.CertificateTests.Anybody_can_check_it_by_its_address_and_by_the_name_alone_when_all_is_erased"),
        // What people recommend to the next cohort.
        .. InForms(
            [
                "Feedback.MaterialHint",
            ],
            "Disclosure.NextFiguresTests.What_people_recommend_is_published_without_names_and_of_enough_of_them_only"),
        .. InManage(
            [
                "Comments.MaterialText",
            ],
            "Disclosure.NextFiguresTests.What_people_recommend_is_published_without_names_and_of_enough_of_them_only"),
        // Going on without the programme, and the next one.
        .. InForms(
            [
                "Feedback.GoOnHint",
            ],
            "Mails.GoingOnTests.Both_are_told_once_the_survey_has_closed",
            "Disclosure.NextFiguresTests.Pairs_go_on_where_both_say_so_and_one_alone_counts_for_nothing"),
        .. InManage(
            [
                "NextTime.How", "Sponsor.Sure", "Circle.Sponsor.Sure",
            ],
            "Suggesting.SuggestionsTests.Nothing_is_suggested_before_the_closing_survey_has_closed_or_from_what_is_not_shown",
            "Disclosure.GateTests.No_combination_of_what_is_shown_isolates_fewer_and_nothing_is_hidden_that_would_not"),
        // Surveys: figures of enough people, once.
        .. InForms(
            [
                "Pulse.Confidential", "Circle.Pulse.Confidential", "Feedback.Lead", "Circle.Feedback.Lead", "Feedback.After", "Next.Feedback",
                "Notice.WhoText",
            ],
            "Disclosure.GateTests.No_combination_of_what_is_shown_isolates_fewer_and_nothing_is_hidden_that_would_not",
            "Disclosure.LiveAttackTests.A_single_answer_to_the_closing_survey_shows_on_no_page_and_in_no_file",
            "Disclosure.LiveAttackTests.Nor_one_to_how_a_session_went_or_how_it_is_going"),
        .. InMails(
            [
                "Pulse.Text", "Circle.Pulse.Text",
            ],
            "Disclosure.GateTests.No_combination_of_what_is_shown_isolates_fewer_and_nothing_is_hidden_that_would_not",
            "Disclosure.LiveAttackTests.A_single_answer_to_the_closing_survey_shows_on_no_page_and_in_no_file",
            "Disclosure.LiveAttackTests.Nor_one_to_how_a_session_went_or_how_it_is_going"),
        .. InManage(
            [
                "Report.ChoicesHow", "Wave.How", "Wave.end.Open", "Wave.half-time.Open", "Figure.NearlyAll", "Figure.Few", "Figure.TooFew",
                "Figure.AtLeast", "Figure.AtLeastPeople", "Figure.AtLeastShare",
            ],
            "Disclosure.GateTests.No_combination_of_what_is_shown_isolates_fewer_and_nothing_is_hidden_that_would_not",
            "Disclosure.WithholdingTests.That_a_mean_is_not_shown_is_no_proof_that_people_agreed",
            "Disclosure.LiveAttackTests.A_single_answer_to_the_closing_survey_shows_on_no_page_and_in_no_file",
            "Disclosure.LiveAttackTests.Nor_one_to_how_a_session_went_or_how_it_is_going"),
        // Who was asked, and who kept silent.
        .. InManage(
            [
                "Silence.Bounds", "Circle.Silence.Bounds", "Figure.NearlyAllAsked", "Figure.AtLeastOf", "Figure.AtLeastOfPartnered", "Circle.Figure.AtLeastOfPartnered",
            ],
            "Disclosure.AskedFiguresTests.What_silence_may_hide_is_of_those_who_were_asked_and_from_where_these_began",
            "Disclosure.AskedFiguresTests.Where_those_who_kept_silent_began_is_not_shown_there_are_no_bounds",
            "Disclosure.AskedFiguresTests.Of_how_many_never_tells_that_few_had_no_partner",
            "Disclosure.AskedFiguresTests.Where_nearly_all_answered_who_were_asked_their_number_is_not_told"),
        // Where people stand, and what has changed.
        .. InForms(
            [
                "Items.StartLead", "Circle.Items.StartLead",
            ],
            "Disclosure.ChangeTests.Whoever_answers_when_nothing_published_isolates_fewer_than_it_takes",
            "Dossier.DossierTests.Matching_knows_neither_names_nor_addresses",
            "Manage.EveryPageTests.Every_page_says_in_both_languages_what_stands_and_never_what_was_confided"),
        .. InManage(
            [
                "Selection.Gated", "Circle.Selection.Gated",
            ],
            "Disclosure.FairnessTests.A_group_that_could_be_worked_out_from_the_total_is_not_shown"),
        .. InManage(
            [
                "Outcome.How",
            ],
            "Disclosure.ChangeTests.A_change_with_its_range_takes_one_person_more_than_a_mean",
            "Disclosure.GateTests.A_promoter_score_is_of_ten_at_least_whatever_the_cohort_asks_for",
            "Statistics.CoverageTests.Intervals_cover_as_they_say_and_nothing_is_found_that_is_not_there"),
        // Those whom no survey reaches.
        .. InForms(
            [
                "Parting.Lead",
            ],
            "Disclosure.PartingFiguresTests.What_leavers_say_is_of_enough_of_them_and_of_enough_others",
            "Disclosure.PartingFiguresTests.Of_fewer_nothing_is_said"),
        // Comments.
        .. InForms(
            [
                "Comment.Hint", "Comment.MayBeShown", "Comment.MayBeShownHint", "Data.Field.mayBeShown",
            ],
            "Disclosure.AttackTests.Comments_are_of_enough_people_or_of_none_and_a_tick_can_be_taken_back",
            "Disclosure.AttackTests.A_published_comment_is_nobodys_any_more_wherever_one_looks",
            "Disclosure.AttackTests.The_order_of_comments_tells_neither_who_wrote_them_nor_when"),
        .. InManage(
            [
                "Comments.Text",
            ],
            "Disclosure.AttackTests.Comments_are_of_enough_people_or_of_none_and_a_tick_can_be_taken_back",
            "Disclosure.AttackTests.A_published_comment_is_nobodys_any_more_wherever_one_looks",
            "Disclosure.AttackTests.The_order_of_comments_tells_neither_who_wrote_them_nor_when"),
        // Declining somebody.
        .. InForms(
            [
                "Confirmation.NoHint", "Confirmation.Instead.NoHint",
            ],
            "Forms.ParticipationTests.Nobody_learns_that_a_pair_was_declined",
            "Disclosure.BehaviourTests.Who_declines",
            "Acts.ProposingTests.A_proposal_that_somebody_declines_leaves_all_as_it_was"),
        .. InMails(
            [
                "Reminder.Confirmation.Text", "Introduction.Text", "Introduction.Bare.Text", "Introduction.Other.Text",
            ],
            "Forms.ParticipationTests.Nobody_learns_that_a_pair_was_declined",
            "Disclosure.BehaviourTests.Who_declines",
            "Acts.ProposingTests.A_proposal_that_somebody_declines_leaves_all_as_it_was"),
        .. InManage(
            [
                "Act.Propose.Does",
            ],
            "Forms.ParticipationTests.Nobody_learns_that_a_pair_was_declined",
            "Disclosure.BehaviourTests.Who_declines",
            "Acts.ProposingTests.A_proposal_that_somebody_declines_leaves_all_as_it_was"),
        // Moving a session, or not coming.
        .. InForms(
            [
                "Reschedule.After", "Circle.Reschedule.After", "Cancel.Hint", "Cancel.After", "Circle.Cancel.Hint", "Delegate.AnyHint",
            ],
            "Disclosure.BehaviourTests.Who_can_t_make_it"),
        // Going on, parting, leaving.
        .. InForms(
            [
                "Participation.Lead", "Participation.LeaveText", "Circle.Participation.LeaveText", "Circle.Sure.part.Text", "Circle.Sure.leave.Text",
                "Cadence.Lead", "Cadence.PartHint", "Circle.Cadence.Lead", "Circle.Cadence.PartHint",
            ],
            "Sessions.CadenceLifeTests.One_who_parts_ends_the_pair_without_a_word_about_who_it_was",
            "Acts.LeavingTests.A_pair_ends_without_a_reason_and_both_look_for_others",
            "Disclosure.BehaviourTests.Who_is_for_parting",
            "Manage.EveryPageTests.Who_wished_to_go_on_or_to_part_is_between_the_two"),
        .. InMails(
            [
                "MeetingEnded.Text", "Circle.MeetingEnded.Text", "NotFormed.Text", "CadenceAsked.Text", "Circle.CadenceAsked.Text", "CircleChanged.Text",
                "CircleIntroduction.Text",
            ],
            "Sessions.CadenceLifeTests.One_who_parts_ends_the_pair_without_a_word_about_who_it_was",
            "Acts.LeavingTests.A_pair_ends_without_a_reason_and_both_look_for_others",
            "Disclosure.BehaviourTests.Who_is_for_parting",
            "Manage.EveryPageTests.Who_wished_to_go_on_or_to_part_is_between_the_two"),
        .. InManage(
            [
                "Act.TakeOut.Does",
            ],
            "Sessions.CadenceLifeTests.One_who_parts_ends_the_pair_without_a_word_about_who_it_was",
            "Acts.LeavingTests.A_pair_ends_without_a_reason_and_both_look_for_others",
            "Disclosure.BehaviourTests.Who_is_for_parting",
            "Manage.EveryPageTests.Who_wished_to_go_on_or_to_part_is_between_the_two"),
        // Erasing oneself.
        .. InForms(
            [
                "Participation.LeftText", "Participation.EraseText", "Participation.EraseButton", "Sure.erase.Title", "Sure.erase.Text",
                "Sure.erase.Tick", "Sure.erase.Button", "Closed.ErasedNow.Title", "Closed.Left.Text", "NoThanks.Erase", "Notice.RightsText",
            ],
            "Forms.ParticipationTests.Who_is_erased_leaves_nothing_of_what_was_said_or_found_out",
            "Disclosure.AttackTests.Nor_does_one_who_erases_themselves",
            "People.PersonRegisterTests.Who_had_themselves_erased_is_not_brought_back_by_a_list_that_is_sent_again"),
        .. InMails(
            [
                "Footer.WayOut", "Circle.Footer.WayOut",
            ],
            "Forms.ParticipationTests.Who_is_erased_leaves_nothing_of_what_was_said_or_found_out",
            "Disclosure.AttackTests.Nor_does_one_who_erases_themselves",
            "People.PersonRegisterTests.Who_had_themselves_erased_is_not_brought_back_by_a_list_that_is_sent_again"),
        .. InManage(
            [
                "People.Erased", "Pair.Forgotten",
            ],
            "Forms.ParticipationTests.Who_is_erased_leaves_nothing_of_what_was_said_or_found_out",
            "Disclosure.ErasedPartnerTests.Nothing_that_somebody_said_is_left_in_their_pair_whatever_became_of_it",
            "Disclosure.AttackTests.Nor_does_one_who_erases_themselves",
            "People.PersonRegisterTests.Who_had_themselves_erased_is_not_brought_back_by_a_list_that_is_sent_again"),
        // Erasing a cohort.
        .. InForms(
            [
                "Closed.Erased.Text", "Notice.LongText",
            ],
            "Cycle.ErasedCohortTests.Nothing_of_a_cohort_of_pairs_is_left_but_its_name_and_its_way",
            "Cycle.ErasedCohortTests.Nor_of_one_of_circles",
            "Cycle.WholeCycleTests.A_cohort_in_which_everybody_answers_goes_from_the_call_to_the_report_and_is_forgotten"),
        .. InMails(
            [
                "CycleCancelled.Text", "Thanks.Text", "Thanks.Alone.Text", "Thanks.Introduced.Text", "Circle.Thanks.Text", "Circle.Thanks.Alone.Text", "ReportReady.Text",
            ],
            "Cycle.ErasedCohortTests.Nothing_of_a_cohort_of_pairs_is_left_but_its_name_and_its_way",
            "Cycle.ErasedCohortTests.Nor_of_one_of_circles",
            "Cycle.WholeCycleTests.A_cohort_in_which_everybody_answers_goes_from_the_call_to_the_report_and_is_forgotten"),
        .. InManage(
            [
                "Next.cancelled", "Next.retention", "Command.Erase.Label", "Command.Erase.Confirm", "Command.Erase.Does", "Circle.Command.Erase.Does",
                "Done.Erase", "Trouble.Erased.Title", "Trouble.Erased.Text", "Circle.Trouble.Erased.Text",
            ],
            "Cycle.ErasedCohortTests.Nothing_of_a_cohort_of_pairs_is_left_but_its_name_and_its_way",
            "Cycle.ErasedCohortTests.Nor_of_one_of_circles",
            "Cycle.WholeCycleTests.A_cohort_in_which_everybody_answers_goes_from_the_call_to_the_report_and_is_forgotten"),
        // What it is not for. What a company does beside the programme no test can hold.
        .. InForms(
            [
                "Notice.PurposeText",
            ],
            "Dossier.DossierTests.No_field_is_about_what_nobody_may_be_judged_by",
            "Manage.EveryPageTests.Every_page_says_in_both_languages_what_stands_and_never_what_was_confided"),
        .. InForms(
            [
                "Notice.Short",
            ],
            "Dossier.DossierTests.No_field_is_about_what_nobody_may_be_judged_by",
            "Forms.NoticeTests.It_says_that_whoever_runs_the_programme_sees_why_two_fit",
            "Disclosure.LiveAttackTests.A_single_answer_to_the_closing_survey_shows_on_no_page_and_in_no_file",
            "Disclosure.LiveAttackTests.Nor_one_to_how_a_session_went_or_how_it_is_going"),
        // The neutral contact.
        .. InForms(
            [
                "Ear.Kept", "Ear.Unnamed", "Ear.UnnamedHint", "Ear.Mail.Subject", "Ear.Mail.Named", "Ear.Mail.Unnamed",
            ],
            "Ear.EarTests.What_somebody_writes_is_with_the_contact_at_once_and_nowhere_else",
            "Ear.EarTests.Who_does_not_want_to_be_named_is_not"),
        // Replies.
        .. InMails(
            [
                "Footer.Sender",
            ],
            "Ear.EarTests.Every_mail_and_every_form_of_both_sides_has_the_way_and_no_reply_goes_to_the_manager"),
        .. InManage(
            [
                "Setting.branding.sender.Hint",
            ],
            "Ear.EarTests.Every_mail_and_every_form_of_both_sides_has_the_way_and_no_reply_goes_to_the_manager"),
        // Of how many people figures are.
        .. InManage(
            [
                "Setting.minimumGroup.Hint",
            ],
            "Settings.SettingsChangeTests.Of_how_many_people_a_figure_is_rises_and_never_falls"),
        // No thanks.
        .. InForms(
            [
                "NoThanks.Lead",
            ],
            "Forms.NoticeTests.A_no_thanks_is_one_link_one_tick_and_one_button"),
        // Under review.
        .. InMails(
            [
                "ReviewReminder.Preview", "ReviewReminder.Text", "Circle.ReviewReminder.Preview", "Circle.ReviewReminder.Text",
            ],
            "Cycle.WholeCycleTests.Pairs_wait_for_the_manager_who_is_reminded_until_they_are_approved",
            "Cycle.LostPartnerTests.Whose_partner_leaves_under_review_never_hears_of_them"),
        .. InManage(
            [
                "Pairs.ReviewText", "Circle.Pairs.ReviewText", "Command.Rerun.Does", "Circle.Command.Rerun.Does", "WhatIf.SaveText",
                "Circle.WhatIf.SaveText",
            ],
            "Cycle.WholeCycleTests.Pairs_wait_for_the_manager_who_is_reminded_until_they_are_approved",
            "Cycle.LostPartnerTests.Whose_partner_leaves_under_review_never_hears_of_them"),
        // Whoever keeps a calendar.
        .. InMails(
            [
                "DelegateNamed.Text", "OwnAct.Delegate.Listed.Text",
            ],
            "Sessions.DelegateTests.Whom_the_list_names_gets_nothing_until_the_leader_has_confirmed_it_from_a_mail_of_their_own",
            "Sessions.DelegateTests.A_delegate_gets_the_times_without_topics_or_agenda",
            "Sessions.DelegateTests.A_delegate_who_was_revoked_or_resigned_sees_nothing_any_more"),
        .. InForms(
            [
                "Closed.Revoked.Text", "MyDelegate.Hint", "MyDelegate.Listed",
            ],
            "Sessions.DelegateTests.Whom_the_list_names_gets_nothing_until_the_leader_has_confirmed_it_from_a_mail_of_their_own",
            "Sessions.DelegateTests.A_delegate_gets_the_times_without_topics_or_agenda",
            "Sessions.DelegateTests.A_delegate_who_was_revoked_or_resigned_sees_nothing_any_more"),
        // What a manager's page says of single people.
        .. InManage(
            [
                "Person.Confidential", "Mails.Lead",
            ],
            "Disclosure.BehaviourTests.Who_answers_only_after_a_reminder",
            "Disclosure.BehaviourTests.Who_says_nothing_to_a_partner"),
        // Who has said nothing is told apart from nobody.
        .. InManage(
            [
                "Propose.NoReasons", "Pair.ByManager",
            ],
            "Acts.ActPageTests.Below_ten_pairs_a_proposal_shows_no_figure_and_of_who_has_been_in_no_pair_nothing_at_all"),
        .. InManage(
            [
                "Unmatched.WhyText", "Unmatched.WhyTextAlone",
            ],
            "Circles.CirclePageTests.Who_has_said_nothing_shows_neither_in_figures_nor_in_reasons"),
        .. InManage(
            [
                "Force.PossibleText",
            ],
            "Circles.BringingTogetherTests.Whoever_has_no_circle_is_locked_into_none_whether_they_have_answered_or_not"),
        .. InManage(
            [
                "Force.ByList",
            ],
            "Disclosure.SilentPeopleTests.A_pair_with_somebody_without_a_partner_is_weighed_and_locked_the_same_whether_they_have_answered_or_not"),
        .. InManage(
            [
                "Circles.Turns",
            ],
            "Disclosure.BehaviourTests.Who_can_t_come_to_a_circle_s_session"),
        .. InManage(
            [
                "Act.Held.Council",
            ],
            "Acts.SessionMoveTests.In_works_council_mode_every_number_is_answered_alike"),
        // The log.
        .. InManage(
            [
                "Audit.Lead",
            ],
            "Auditing.AuditTests.A_cohort_s_whole_way_is_noted_without_a_name_and_outlives_its_people"),
        // Rules of the matching.
        .. InManage(
            [
                "WhatIf.MinimumScoreHint", "Circle.WhatIf.MinimumScoreHint",
            ],
            "Matching.RuleTests.The_least_score_is_itself_enough"),
        // Drafts of starts.
        .. InManage(
            [
                "Start.SaveText", "Start.DraftOf.One", "Start.DraftOf.Other",
            ],
            "Manage.DraftTests.After_thirty_days_a_draft_is_gone_by_itself",
            "Manage.DraftTests.A_draft_keeps_its_people_goes_on_and_ends_with_the_start",
            "Manage.DraftTests.A_template_keeps_nobody"),
        // Questions in other words.
        .. InManage(
            [
                "Questions.RewordText",
            ],
            "Surveys.QuestionnaireTests.A_usual_question_in_other_words_stands_at_its_place_and_is_another_item"),
        // Lists.
        .. InManage(
            [
                "Lists.HolidaysText", "Start.HolidaysText",
            ],
            "Sessions.HolidayLifeTests.Sessions_are_planned_around_the_holidays_of_both_and_move_when_more_are_added"),
        .. InManage(
            [
                "Lists.PairsText", "Circle.Lists.PairsText",
            ],
            "Matching.EarlierPairTests.Two_of_another_cohort_are_not_paired_again_until_that_is_erased",
            "Matching.EarlierPairTests.Two_of_HRs_list_are_not_paired_again",
            "Circles.CircleListTests.Two_who_were_a_pair_before_share_no_circle"),
        .. InManage(
            [
                "Lists.PeopleText", "Circle.Lists.PeopleText",
            ],
            "Cycle.LateListTests.Two_who_stand_in_one_reporting_line_now_part_and_get_others",
            "Circles.CircleListTests.Of_two_in_a_circle_who_stand_in_one_reporting_line_now_one_leaves_it"),
        // One's own address: what takes something away, and what was written earlier.
        .. InForms(
            [
                "Code.Lead", "Code.Replace", "Code.Moved", "Sure.ByMail.Text", "Sure.ByEarlier.Text", "Closed.PartByMail.Text", "Circle.Closed.PartByMail.Text",
            ],
            "Forms.OwnAddressTests.Nothing_of_weight_takes_effect_but_from_a_mail_to_the_person_s_own_address",
            "Forms.OwnAddressTests.Nor_does_a_pair_end_or_somebody_leave_a_circle",
            "Forms.MovedAddressTests.What_somebody_has_said_stays_shut_until_the_address_that_they_had_confirms_the_new_one",
            "Forms.MovedAddressTests.Nothing_of_a_pair_is_shown_or_changed_at_an_address_that_is_not_confirmed",
            "Forms.MovedAddressTests.Leaving_and_erasure_that_are_asked_for_there_are_confirmed_from_the_address_before",
            "Forms.OwnAddressTests.What_was_written_earlier_and_all_that_is_kept_open_by_a_code_that_holds_for_a_week"),
        .. InMails(
            [
                "OwnAct.Erase.Subject", "OwnAct.Erase.Preview", "OwnAct.Erase.Button", "OwnAct.Erase.Text", "NoThanksSaid.Text",
            ],
            "Forms.OwnAddressTests.Nothing_of_weight_takes_effect_but_from_a_mail_to_the_person_s_own_address",
            "Forms.ParticipationTests.Who_is_erased_leaves_nothing_of_what_was_said_or_found_out"),
        // My data.
        .. InForms(
            [
                "Data.Lead", "Correct.Sent",
            ],
            "Forms.MyDataTests.The_page_has_all_that_the_file_has_in_the_readers_language",
            "Disclosure.PersonalDataTests.Every_row_that_speaks_of_somebody_is_told_by_its_kind",
            "Disclosure.PersonalDataTests.What_is_only_another_s_is_not_in_it"),
        // Topics that wait to be looked at.
        .. InManage(
            [
                "Topics.ReleaseText",
            ],
            "Cycle.TopicsLookTests.Topics_that_people_added_wait_for_the_manager_and_go_on_by_themselves"),
        // Phases that are closed.
        .. InManage(
            [
                "Command.Close.call-for-topics", "Command.Close.offers-and-wishes", "Circle.Command.Close.offers-and-wishes",
                "Command.Close.feedback",
            ],
            "Forms.LinkAuthorizerTests.After_its_phase_a_form_takes_nothing_and_shows_the_way_on"),
        // Keys.
        .. InManage(
            [
                "Managers.MadeText", "Managers.RemoveDoes",
            ],
            "Api.AccessTests.A_key_works_in_either_header_until_it_is_revoked_and_only_its_hash_is_stored",
            "Api.EntraSignInTests.A_manager_who_is_removed_is_out_everywhere_and_may_only_come_again_without_cohorts"),
        // Who would like to take part, and isn't in.
        .. InForms(
            [
                "Join.After",
            ],
            "Joining.OpenCallTests.From_the_poster_to_the_first_question_by_hr_s_word"),
        .. InMails(
            [
                "ApplicationConfirm.Text", "ApplicationOver.Text",
            ],
            "Joining.OpenCallTests.From_the_poster_to_the_first_question_by_hr_s_word",
            "Joining.OpenCallTests.Who_never_confirms_or_says_no_is_forgotten_and_a_scanner_that_opens_the_link_confirms_nothing",
            "Joining.OpenCallTests.When_pairs_are_to_be_found_who_still_waits_is_told_that_it_is_over_and_forgotten_in_two_weeks"),
        .. InManage(
            [
                "Setting.retentionDays", "SettingGroup.Report",
            ],
            "Dossier.RetentionTests.Every_row_of_a_cohort_is_declared_and_only_what_is_said_to_stay_is_left_of_it"),
    ];

    private static IEnumerable<Promise> InForms(IReadOnlyList<string> keys, params IReadOnlyList<string> tests) => Of("Forms", keys, tests);

    private static IEnumerable<Promise> InMails(IReadOnlyList<string> keys, params IReadOnlyList<string> tests) => Of("Mails", keys, tests);

    private static IEnumerable<Promise> InManage(IReadOnlyList<string> keys, params IReadOnlyList<string> tests) => Of("Manage", keys, tests);

    private static IEnumerable<Promise> Of(string file, IReadOnlyList<string> keys, IReadOnlyList<string> tests) => keys.Select(key => new Promise(file, key, tests));
}
