using CloudUpdate.Provider.Tests.Clouds.Faults;
using CloudUpdate.Provider.Tests.Clouds.Settings;
using CloudUpdate.Provider.Tests.Rpc.Conformance;
using static CloudUpdate.Provider.Tests.Lifecycles.Proof;

namespace CloudUpdate.Provider.Tests.Lifecycles;

/// <summary>
/// Items 27 to 76 of the provider protocol's conformance list, each with its tests. The items before and after have tests named after them
/// (<c>Conformance_01_…</c>).
/// </summary>
internal static class ConformanceProofs
{
    private const string NoComponents = "There are no components and no methods of resources.";

    public static IEnumerable<(int Number, Proof Proof)> All => [.. Configuration, .. CheckAndDiff, .. Operations, .. ReadAndInvoke];

    private static IEnumerable<(int Number, Proof Proof)> Configuration =>
    [
        (27, new("unknown properties are failures in words", By<CheckTests>(nameof(CheckTests.Check_TenMistakes_ReportsTenFailuresWithPathProblemAndWhatIsAllowed)))),
        (28, new("CheckConfig passes unknowns", By<ConfigurationTests>(nameof(ConfigurationTests.CheckConfig_Unknowns_PassAndStayUnknown)))),
        (29, new("real values and JSON in texts", By<ConfigurationTests>(
            nameof(ConfigurationTests.CheckConfig_JsonInText_PassesAndGoesBackAsItCame), nameof(ConfigurationTests.DiffConfig_OneValueInTwoForms_IsNoChange)))),
        (30, new("version and internal keys pass and are no change", By<ConfigurationTests>(
            nameof(ConfigurationTests.CheckConfig_JsonInText_PassesAndGoesBackAsItCame), nameof(ConfigurationTests.DiffConfig_OneValueInTwoForms_IsNoChange)))),
        (31, new("the environment is read in Configure alone and never enters inputs", [
            .. By<CloudSettingsTests>(nameof(CloudSettingsTests.Settings_PerKey_ConfigurationBeatsEnvironmentBeatsNamedProfile)),
            .. By<ConfigurationTests>(nameof(ConfigurationTests.CheckConfig_JsonInText_PassesAndGoesBackAsItCame))])),
        (32, new("Configure lists all missing keys", By<ConfigurationTests>(nameof(ConfigurationTests.Configure_CredentialsOfBothCloudsIncomplete_ListsEveryMissingKey)))),
        (33, new("Configure takes args before variables", By<ConfigurationTests>(
            nameof(ConfigurationTests.Configure_OlderFormAlone_Works), nameof(ConfigurationTests.Configure_BagAndOlderForm_TheBagCounts)))),
        (34, new("Configure echoes no secret and may be called again", By<ConfigurationTests>(nameof(ConfigurationTests.Configure_AgainWithOtherValues_TakesEffect)))),
        (35, new("DiffConfig: changes without replacement; where things live is judged per resource", [
            .. By<ConfigurationTests>(
                nameof(ConfigurationTests.DiffConfig_AnyKeyChanges_IsAChangeThatReplacesNothing), nameof(ConfigurationTests.DiffConfig_OneValueInTwoForms_IsNoChange),
                nameof(ConfigurationTests.DiffConfig_Unknown_IsAChangeThatReplacesNothing)),
            .. By<ReplaceTests>(nameof(ReplaceTests.Replace_RegionOfTheConfigurationChanges_ReplacesTheRegionalResourceAlone))])),
        (36, new("calls before Configure", [
            .. By<ConfigurationTests>(nameof(ConfigurationTests.Calls_BeforeConfigure_AreRefusedWhereTheyNeedIt)),
            .. By<SessionTests>(nameof(SessionTests.Conformance_15_GetSchema_WorksBareAndIsTheSameEveryTime), nameof(SessionTests.Conformance_18_Mappings_AreEmptyAnswers))])),
    ];

    private static IEnumerable<(int Number, Proof Proof)> CheckAndDiff =>
    [
        (37, new("valid inputs come back equal", By<CheckTests>(nameof(CheckTests.Check_NullsAndPlainValues_ComeBackAsTheyWere)))),
        (38, new("Check is idempotent", [
            .. By<LawTests>(nameof(LawTests.Check_OfItsOwnAnswer_ChangesNothing)), .. By<CreateTests>(nameof(CreateTests.Create_CheckOfItsOwnAnswer_ChangesNothing))])),
        (39, new("all failures at once, in stable order", By<CheckTests>(nameof(CheckTests.Check_TenMistakes_ReportsTenFailuresWithPathProblemAndWhatIsAllowed)))),
        (40, new("unknowns pass beside a missing property", By<CheckTests>(nameof(CheckTests.Check_UnknownsBesideAMissingProperty_OnlyTheMissingOneFails)))),
        (41, new("the seed decides what is made up", By<CheckTests>(nameof(CheckTests.Autonaming_Seeds_DecideTheName)))),
        (42, new("a made-up name is kept", By<CreateTests>(nameof(CreateTests.Create_NameLeftOut_IsMadeFromTheResourcesNameAndKept)))),
        (43, new("the modes of autonaming", By<CheckTests>(
            nameof(CheckTests.Autonaming_EngineProposes_IsFollowed), nameof(CheckTests.Autonaming_SwitchedOff_FailsUnlessTheProgramGivesAName),
            nameof(CheckTests.Autonaming_EnforcedNameThatTheCloudCannotTake_Fails), nameof(CheckTests.Autonaming_LongName_KeepsToTheLimit)))),
        (44, new("failures beside inputs with secrets marked", By<CheckTests>(nameof(CheckTests.Check_WithFailures_GivesTheInputsBackWithSecretsMarked)))),
        (45, new("equal inputs are no change", [
            .. By<DiffTests>(nameof(DiffTests.Diff_EqualInputs_IsNoneWithAnyOutputs), nameof(DiffTests.Diff_OneSideSecretOrReordered_IsNone)),
            .. By<ValueTests>(nameof(ValueTests.Conformance_24_ElidedAssets_GoBackElidedAndCompareByHash))])),
        (46, new("details are consistent", By<DiffTests>(nameof(DiffTests.Diff_EveryKindOfChange_IsDetailedAndConsistent)))),
        (47, new("replacements are marked, nested ones too", By<DiffTests>(
            nameof(DiffTests.Diff_ImmutableAddedOrChangedInside_ForcesTheReplacement), nameof(DiffTests.Diff_ImmutableListChangedInside_ForcesTheReplacement)))),
        (48, new("unknown new values", By<DiffTests>(nameof(DiffTests.Diff_UnknownNews_UpdateOrReplaceByTheProperty), nameof(DiffTests.Diff_UnknownOnDelete_IsAnUpdate)))),
        (49, new("ignoreChanges", By<DiffTests>(nameof(DiffTests.Diff_IgnoreChanges_HidesExactlyThose), nameof(DiffTests.Update_IgnoreChanges_LeavesThoseAsTheCloudHasThem)))),
        (50, new("inputs and outputs exchanged, unknowns outside preview", [
            .. By<DriftTests>(nameof(DriftTests.Refresh_ManagedPropertyDrifted_ShowsThatOneAndTheUpdateRepairsIt)),
            .. By<DiffTests>(nameof(DiffTests.Diff_UnknownNews_UpdateOrReplaceByTheProperty))])),
        (51, new("offline, and lenient with older states", By<DiffTests>(nameof(DiffTests.Diff_StateOfAnotherVersion_DoesNotFail)))),
        (52, new("changes is 1 or 2", By<DiffTests>(nameof(DiffTests.Diff_EqualInputs_IsNoneWithAnyOutputs), nameof(DiffTests.Diff_EveryKindOfChange_IsDetailedAndConsistent)))),
    ];

    private static IEnumerable<(int Number, Proof Proof)> Operations =>
    [
        (53, new("previews change nothing", By<PreviewTests>(
            nameof(PreviewTests.Preview_Adoption_WritesNothingAndKeepsItsWord), nameof(PreviewTests.Preview_Creation_WritesNothingAndKeepsItsWord),
            nameof(PreviewTests.Preview_Update_WritesNothingAndKeepsItsWord)))),
        (54, new("what a preview shows is what comes", By<UnknownAnywhereTests>(
            nameof(UnknownAnywhereTests.AdoptPreview_UnknownAnywhere_PromisesOnlyWhatIsKept), nameof(UnknownAnywhereTests.CreatePreview_UnknownAnywhere_PromisesOnlyWhatIsKept),
            nameof(UnknownAnywhereTests.UpdatePreview_UnknownAnywhere_PromisesOnlyWhatIsKept)))),
        (55, new("Create returns an id, a late failure the object", By<FailureTests>(
            nameof(FailureTests.Create_StateFails_StoresTheObjectWithItsId), nameof(FailureTests.Timeout_CreationThatMadeNothing_StoresNothing)))),
        (56, new("outputs are complete and typed", By<AdoptTests>(nameof(AdoptTests.Outputs_AfterAdoptionAndRefresh_AreOfTheTypesOfTheSchema)))),
        (57, new("a partial update converges when run again", By<FailureTests>(nameof(FailureTests.Update_PartialFailure_IsStoredAndTheNextUpdateRepairsIt)))),
        (58, new("timeouts bound each operation", [
            .. By<FailureTests>(nameof(FailureTests.Update_StateStaysPending_TimesOutWithTheObjectStored)), .. By<TableTests>(nameof(TableTests.Timeout_WithoutTheUsers_IsTheDocumentedOne))])),
        (59, new("Cancel", [
            .. By<SessionTests>(nameof(SessionTests.Conformance_59_Cancel_EndsWhatRunsAndRefusesWhatComesUntilTheNextHandshake)),
            .. By<FailureTests>(
                nameof(FailureTests.Cancel_DuringAnUpdate_EndsAtOnceAndStoresTheObject), nameof(FailureTests.Cancel_BeforeTheAnswerOfACreation_StoresTheObjectThatWasMade))])),
        (60, new("Delete of what is gone succeeds, and waits", By<DeleteTests>(
            nameof(DeleteTests.Delete_ObjectGoneAlready_Succeeds), nameof(DeleteTests.Delete_CreatedByDefault_DeletesAndWaitsUntilItIsGone)))),
        (61, new("transient errors are ridden out", By<FaultMatrixTests>(nameof(FaultMatrixTests.SendAsync_Fault_HasExactlyTheseRequestsAtTheseTimes)))),
        (62, new("a refresh before an update is not asked for", By<CreateTests>(nameof(CreateTests.Create_Answer_AsksForNoRefreshBeforeUpdates)))),
    ];

    private static IEnumerable<(int Number, Proof Proof)> ReadAndInvoke =>
    [
        (63, new("what is gone is an empty answer in all three forms", [
            .. By<ImportTests>(nameof(ImportTests.Import_NoSuchObject_AnswersEmpty), nameof(ImportTests.Get_ByIdAlone_ShowsTheObjectOrAnswersEmpty)),
            .. By<DriftTests>(nameof(DriftTests.Refresh_ObjectGone_ForgetsIt))])),
        (64, new("refusals and outages are never \"gone\"", [
            .. By<FailureTests>(nameof(FailureTests.Refresh_CloudRefusesOrFails_IsAnErrorAndNeverGone)),
            .. By<VpcEndpointConnectionTests>(nameof(VpcEndpointConnectionTests.Refresh_DeniedCluster_IsAnErrorAndOnlyAMissingOneIsGone))])),
        (65, new("an import checks and diffs clean", By<ImportTests>(nameof(ImportTests.Import_SeededObject_ChecksAndDiffsEmpty)))),
        (66, new("refresh of an untouched object", By<DriftTests>(nameof(DriftTests.Refresh_UntouchedObject_LeavesInputsEqual)))),
        (67, new("refresh of a drifted object", By<DriftTests>(nameof(DriftTests.Refresh_ManagedPropertyDrifted_ShowsThatOneAndTheUpdateRepairsIt)))),
        (68, new("secrets that the API hides are kept", By<LockerTests>(nameof(LockerTests.WriteOnlySecret_Given_IsSentOnceKeptByRefreshAndSentAgainWhenItChanges)))),
        (69, new("a malformed import id", By<ImportTests>(nameof(ImportTests.Import_MalformedId_ShowsTheExpectedForm)))),
        (70, new("Read answers no unknowns", By<AdoptTests>(nameof(AdoptTests.Outputs_AfterAdoptionAndRefresh_AreOfTheTypesOfTheSchema)))),
        (71, new("Invoke checks its arguments, honours preview and marks secrets", [
            .. By<EventStreamClusterTests>(
                nameof(EventStreamClusterTests.Lookup_WrongArguments_AreFailuresWithTheirNames), nameof(EventStreamClusterTests.Lookup_InAPreviewThatReadsNoCloud_IsRefused),
                nameof(EventStreamClusterTests.Lookup_SecretArgument_ComesBackSecret)),
            .. By<LockerTests>(nameof(LockerTests.Lookup_Locker_AnswersItsOutputsWithSecretsMarked))])),
        (72, new("Call is answered as not offered", By<ErrorTests>(nameof(ErrorTests.Conformance_79_Unimplemented_IsAnsweredByTheMethodsNotOffered)))),
        (73, new("Construct is answered as not offered", By<ErrorTests>(nameof(ErrorTests.Conformance_79_Unimplemented_IsAnsweredByTheMethodsNotOffered)))),
        (74, new("Construct and Call side by side", []) { LeftOut = NoComponents }),
        (75, new("paths of InputPropertiesError", []) { LeftOut = NoComponents + " Only their errors carry that detail." }),
        (76, new("List is answered as not offered", By<ErrorTests>(nameof(ErrorTests.Conformance_79_Unimplemented_IsAnsweredByTheMethodsNotOffered)))),
    ];
}
