namespace ReverseMentoring.Web.Manage.Dossier;

/// <summary>All that the dossier vouches for, by its parts. A test looks whether there is each test that is named.</summary>
public static class Claims
{
    public static IReadOnlyList<Claim> Decisions { get; } =
    [
        new("no-thanks", "Forms.NoticeTests.A_no_thanks_is_one_link_one_tick_and_one_button"),
        new("review-waits", "Cycle.WholeCycleTests.Pairs_wait_for_the_manager_who_is_reminded_until_they_are_approved"),
        new("declines", "Forms.ParticipationTests.Nobody_learns_that_a_pair_was_declined", "Disclosure.BehaviourTests.Who_declines", "Meetings.AcceptanceTests.Whoever_said_yes_hears_when_it_comes_to_nothing_and_not_before"),
        new("proposals", "Acts.ProposingTests.A_proposal_that_somebody_declines_leaves_all_as_it_was", "Acts.ProposingTests.Of_a_swap_both_pairs_begin_or_neither"),
        new("leaving", "Cycle.WholeCycleTests.Who_leaves_frees_the_partner_for_somebody_else", "Acts.LeavingTests.A_pair_ends_without_a_reason_and_both_look_for_others"),
        new("own-address", "Forms.OwnAddressTests.Nothing_of_weight_takes_effect_but_from_a_mail_to_the_person_s_own_address", "Forms.OwnAddressTests.Nor_does_a_pair_end_or_somebody_leave_a_circle",
            "Forms.OwnAddressTests.Who_has_agreed_to_take_part_is_not_out_by_a_no_thanks_in_an_old_mail"),
        new("power-apart", "Matching.RuleTests.Two_steps_of_the_reporting_line_are_the_default", "Cycle.LateListTests.Two_who_stand_in_one_reporting_line_now_part_and_get_others"),
        new("same-result", "Matching.OrderTests.A_thousand_shuffled_inputs_give_the_identical_result"),
        new("invariance", "Rehearsing.InvarianceTests.No_pair_depends_on_names_addresses_gendered_words_or_orders"),
        new("rather-not", "Matching.ConfidentialTests.Nothing_that_answers_a_manager_depends_on_who_is_kept_apart",
            "Rehearsing.VetoAttackTests.Whoever_knows_the_method_and_asks_all_is_right_in_a_third_of_the_guesses_at_most"),
    ];

    public static IReadOnlyList<Claim> Disclosure { get; } =
    [
        new("threshold", "Disclosure.AttackTests.A_cohort_may_ask_for_more_and_never_for_less", "Disclosure.SmallCohortTests.The_threshold_is_five_to_fifty"),
        new("cells", "Disclosure.GateTests.A_mean_is_of_enough_people_or_is_not_shown", "Disclosure.GateTests.A_count_is_of_enough_people_on_both_sides",
            "Disclosure.GateTests.The_side_whose_rest_would_be_too_few_is_not_shown_beside_the_whole"),
        new("combinations", "Disclosure.IsolationTests.Every_small_group_that_figures_isolate_is_found_and_no_other",
            "Disclosure.GateTests.No_combination_of_what_is_shown_isolates_fewer_and_nothing_is_hidden_that_would_not"),
        new("cohorts-apart", "Disclosure.AttackTests.Two_cohorts_of_nearly_the_same_people_are_not_subtracted"),
        new("once", "Disclosure.AttackTests.A_colluder_who_sends_the_form_again_moves_no_published_figure", "Disclosure.AttackTests.Nor_does_one_who_erases_themselves",
            "Disclosure.LiveAttackTests.A_single_answer_to_the_closing_survey_shows_on_no_page_and_in_no_file"),
        new("unanimous", "Disclosure.GateTests.Where_all_or_all_but_one_said_the_same_nothing_is_said_but_that_they_were_enough"),
        new("withheld", "Disclosure.WithholdingTests.That_a_mean_is_not_shown_is_no_proof_that_people_agreed", "Disclosure.WithholdingTests.What_is_withheld_does_not_follow_from_what_is_shown"),
        new("promoter", "Disclosure.GateTests.A_promoter_score_is_of_ten_at_least_whatever_the_cohort_asks_for"),
        new("comments", "Disclosure.AttackTests.Comments_are_of_enough_people_or_of_none_and_a_tick_can_be_taken_back",
            "Disclosure.AttackTests.A_published_comment_is_nobodys_any_more_wherever_one_looks", "Disclosure.AttackTests.The_order_of_comments_tells_neither_who_wrote_them_nor_when"),
        new("turnout", "Disclosure.TurnoutTests.It_is_told_in_three_words_and_not_of_few"),
        new("behaviour", "Disclosure.BehaviourTests.Who_answers_only_after_a_reminder", "Disclosure.BehaviourTests.Who_can_t_make_it", "Disclosure.BehaviourTests.Who_is_for_parting"),
        new("council-mode", "Manage.CouncilModeTests.Nothing_of_a_single_person_is_shown_outside_lists_review_and_commands",
            "Manage.CouncilModeTests.It_can_be_switched_off_only_once_everybody_has_been_told_and_that_stands_in_the_audit"),
        new("small-cohorts", "Disclosure.SmallCohortTests.A_cohort_hears_what_its_size_will_not_show"),
    ];

    public static IReadOnlyList<Claim> Safeguards { get; } =
    [
        new("told-first", "Forms.NoticeTests.Nothing_is_taken_before_its_reader_knows_what_happens_with_their_data_and_what_they_agreed_to_is_kept"),
        new("own-data", "Disclosure.PersonalDataTests.Every_row_that_speaks_of_somebody_is_told_by_its_kind", "Disclosure.PersonalDataTests.What_is_only_another_s_is_not_in_it"),
        new("own-erasure", "Disclosure.ErasureScanTests.Nothing_of_one_who_was_erased_is_in_any_file", "Disclosure.ForgottenIdTests.It_is_in_no_row_of_any_partition_and_what_stays_is_of_somebody_new", "Forms.ParticipationTests.Who_is_erased_leaves_nothing_of_what_was_said_or_found_out",
            "People.PersonRegisterTests.Who_had_themselves_erased_is_not_brought_back_by_a_list_that_is_sent_again"),
        new("cohort-erasure", "Cycle.ErasedCohortTests.Nothing_of_a_cohort_of_pairs_is_left_but_its_name_and_its_way", "Cycle.ErasedCohortTests.Nor_of_one_of_circles",
            "Cycle.ErasedCohortTests.Nothing_that_was_booked_for_its_people_is_left_either"),
        new("erased-again", "Serving.BackupTests.Who_was_erased_after_the_backup_is_erased_again_before_anybody_serves_it", "Serving.BackupTests.A_cohort_that_was_erased_after_the_backup_is_too"),
        new("drawn-ids", "People.PersonRegisterTests.An_address_leads_to_the_id_in_no_other_deployment_and_stands_in_no_row"),
        new("no-names-in-matching", "Dossier.DossierTests.Matching_knows_neither_names_nor_addresses"),
        new("roles", "Api.EndpointAccessTests.Every_endpoint_lets_in_whom_it_is_for_and_nobody_else"),
        new("links", "Forms.LinkAuthorizerTests.A_link_that_was_tampered_with_says_nothing_of_anybody", "Forms.LinkRenewalTests.All_links_end_at_once_and_new_ones_come_with_what_is_open"),
        new("scanners", "Forms.LinkAuthorizerTests.Opening_a_form_changes_nothing_and_chooses_nothing"),
        new("audit", "Auditing.AuditTests.Every_endpoint_that_does_something_notes_it", "Auditing.AuditTests.The_first_that_is_not_what_was_written_is_told"),
        new("ear", "Ear.EarTests.What_somebody_writes_is_with_the_contact_at_once_and_nowhere_else", "Ear.EarTests.Who_does_not_want_to_be_named_is_not"),
        new("hours", "Mailing.DecentHoursTests.Nights_weekends_and_holidays_are_no_time_to_write"),
    ];

    public static IReadOnlyList<Claim> Equality { get; } =
    [
        new("no-protected-attribute", "Dossier.DossierTests.No_field_is_about_what_nobody_may_be_judged_by"),
        new("level-not-age", "Dossier.DossierTests.Matching_knows_neither_names_nor_addresses", "Matching.RuleTests.The_least_gap_of_levels_is_itself_enough"),
    ];

    public static IReadOnlyList<Claim> Accessibility { get; } =
    [
        new("axe", "Browser.WholeCohortTests.Axe_finds_nothing_on_any_page_on_the_way_light_or_dark"),
        new("without-script", "Browser.WholeCohortTests.A_cohort_is_played_without_scripts"),
        new("valid-html", "Browser.WholeCohortTests.All_pages_on_the_way_are_valid_html"),
        new("contrast", "DesignSystem.PaletteTests.Whatever_colour_a_company_has_its_text_can_be_read_in_light_and_dark"),
        new("mistakes", "DesignSystem.GalleryTests.A_mistake_stands_in_the_summary_and_beside_its_field_and_takes_no_answer_away"),
        new("charts", "DesignSystem.GalleryTests.Every_chart_has_its_figures_as_a_table"),
    ];

    public static IEnumerable<Claim> All => [.. Decisions, .. Disclosure, .. Safeguards, .. Equality, .. Accessibility];
}
