using CloudUpdate.Provider.Tests.Clouds.Faults;
using CloudUpdate.Provider.Tests.Clouds.Http;
using CloudUpdate.Provider.Tests.Clouds.Huawei;
using CloudUpdate.Provider.Tests.Clouds.Waiting;
using static CloudUpdate.Provider.Tests.Lifecycles.Proof;

namespace CloudUpdate.Provider.Tests.Lifecycles;

/// <summary>The sentences of the design about resources, each with the tests that fail when it is broken.</summary>
internal static class DesignProofs
{
    public static IEnumerable<Proof> All => [.. Ownership, .. OneOwner, .. DiffAndUpdate, .. WaitingAndFailing, .. Ids];

    private static IEnumerable<Proof> Ownership =>
    [
        new("An import is followed by a detailed update", By<ImportTests>(nameof(ImportTests.Import_ProgramStatesOtherValues_IsADetailedUpdate))),
        new("The object's id or adopt: true adopts it", By<AdoptTests>(
            nameof(AdoptTests.Adopt_ProgramStatesNothing_ReadsOnceAndWritesNothing), nameof(AdoptTests.Adopt_ProgramStatesChanges_WritesOnceAndShowsThem))),
        new("Endpoint connections are always adopted", By<AdoptTests>(nameof(AdoptTests.Adopt_ProgramStatesNothing_ReadsOnceAndWritesNothing))),
        new("Without either, the object is created from its creation inputs", By<CreateTests>(nameof(CreateTests.Create_CreationInputs_MakesTheObjectAndOwnsIt))),
        new("Creation inputs are immutable afterwards", By<ReplaceTests>(nameof(ReplaceTests.Replace_CreatedObject_MakesTheNewOneAndDeletesTheOld))),
        new("\"Already exists\" is an error that names both doors", By<CreateTests>(
            nameof(CreateTests.Create_ObjectOfThatNameExists_NamesBothDoorsInPreviewAndUp), nameof(CreateTests.CreatePreview_NameTakenWhileOtherInputsAreUnknown_SaysSo))),
        new("adopt: true where nothing exists is an error and creates nothing", By<AdoptTests>(nameof(AdoptTests.Adopt_NoSuchObject_FailsAndCreatesNothing))),
        new("Creation inputs beside an adoption must agree; preview and create say which do not", By<AdoptTests>(
            nameof(AdoptTests.Adopt_CreationInputsDisagreeWithTheObject_PreviewAndCreateSayWhichDoNot))),
        new("Ownership is decided in the first check; an unknown id or adopt counts as given", By<OwnershipTests>(nameof(OwnershipTests.Ownership_UnknownDoor_CountsAsGiven))),
        new("An import is Adopted, and its Read returns the id or adopt among the inputs", By<ImportTests>(nameof(ImportTests.Import_SeededObject_ChecksAndDiffsEmpty))),
        new("Check carries the decision from the old inputs; the output ownership shows it", By<OwnershipTests>(
            nameof(OwnershipTests.Ownership_CreatedObjectGetsADoorLater_StaysCreatedAndIsDeleted),
            nameof(OwnershipTests.Ownership_AdoptedObjectLosesItsDoor_StaysAdoptedAndIsRetained),
            nameof(OwnershipTests.Ownership_StateThatDoesNotSay_IsTakenAsAdopted))),
        new("Adding or removing adopt or the id later is no diff", By<UpdateTests>(nameof(UpdateTests.Update_OwnershipInputsChange_IsNoDiffWhileTheObjectStays))),
        new("Pointing the id at another object is a replacement", By<ReplaceTests>(
            nameof(ReplaceTests.Replace_IdPointsAtAnotherObject_AdoptsThatOneAndRetainsTheFirst),
            nameof(ReplaceTests.Replace_AdoptedEventOfAnotherName_AdoptsThatOneAndRetainsTheFirst),
            nameof(ReplaceTests.Replace_ConnectionsOfAnotherCluster_DecidesThereAndLeavesTheOldOnes))),
        new("Autonaming, defaults and requirements of a creation apply in its first check alone", [
            .. By<CreateTests>(
                nameof(CreateTests.Create_NameLeftOut_IsMadeFromTheResourcesNameAndKept), nameof(CreateTests.Create_RequirementMissing_FailsAtCheckWithEachOfThem),
                nameof(CreateTests.Create_RequirementsLeftOutLater_AreNotAskedForAgain)),
            .. By<EventStreamClusterTests>(nameof(EventStreamClusterTests.Create_PublicAccessNotStated_IsSentAsFalseAndKeptWithoutALine))]),
        new("Nothing that the program left out is filled in for, or sent to, an adopted object", [
            .. By<OwnershipTests>(nameof(OwnershipTests.Adopted_LeftOutProperties_AreNeverFilledIn)),
            .. By<UpdateTests>(nameof(UpdateTests.Update_OneChange_IsThatDiffAloneAndOneWrite)),
            .. By<EventStreamClusterTests>(nameof(EventStreamClusterTests.Update_OnlyTheName_SendsTheDescriptionInForceToo))]),
        new("The default of onDelete is not written into the inputs", By<OwnershipTests>(
            nameof(OwnershipTests.OnDelete_LeftOut_IsNotWrittenIntoTheInputs), nameof(OwnershipTests.OnDelete_ItsDefaultStated_IsNoDiff))),
        new("Retain, the default when adopted, leaves the object with a warning that says how to remove it", By<DeleteTests>(
            nameof(DeleteTests.Delete_AdoptedByDefault_RetainsWithAWarningAndNoRequest), nameof(DeleteTests.Delete_CreatedWithRetain_LeavesIt))),
        new("Restore puts back what it was at adoption", By<DeleteTests>(nameof(DeleteTests.Delete_Restore_PutsBackWhatWasWritten))),
        new("Delete is the default when created, and works for an adopted object", By<DeleteTests>(
            nameof(DeleteTests.Delete_CreatedByDefault_DeletesAndWaitsUntilItIsGone), nameof(DeleteTests.Delete_AdoptedWithOnDeleteDelete_DeletesTheObject))),
        new("Changing onDelete is an update without a cloud call", By<UpdateTests>(nameof(UpdateTests.Update_OnDeleteChanges_IsAnUpdateWithoutACall))),
        new("Endpoint connections refuse Delete at Check", By<DeleteTests>(nameof(DeleteTests.Delete_EndpointConnectionsWithOnDeleteDelete_IsRefusedAtCheck))),
        new("Their Restore returns accepted or rejected; what was pending stays, with a warning", By<DeleteTests>(
            nameof(DeleteTests.Delete_Restore_PutsBackWhatWasWritten), nameof(DeleteTests.Delete_RestoreOfWhatWasPending_StaysWithAWarning))),
        new("The baseline holds every mutable property at adoption, is secret, and says what was written", By<OwnershipTests>(
            nameof(OwnershipTests.Baseline_AtAdoption_IsSecretAndHoldsEveryManagedProperty))),
        new("Read and Update carry the baseline; just before the first write of a property it is renewed", By<OwnershipTests>(
            nameof(OwnershipTests.Baseline_BeforeTheFirstWriteOfAProperty_IsRenewedFromTheLiveObject))),
        new("Restore writes back only what we wrote", By<DeleteTests>(
            nameof(DeleteTests.Delete_RestoreWhereNothingWasWritten_SendsNothing),
            nameof(DeleteTests.Delete_RestoreOfAnObjectInAFailedStateThatIsWhatItWas_DoesNotBlockTheDestroy))),
        new("What others changed since is left alone and reported", By<DeleteTests>(nameof(DeleteTests.Delete_RestoreAfterAnotherHand_LeavesThatAloneAndSaysSo))),
        new("Write-only secrets cannot be restored: Check warns", By<LockerTests>(nameof(LockerTests.Restore_SecretWasWritten_WarnsAtCheckAndLeavesItsObject))),
        new("That retainOnDelete and deletedWith skip Delete is documented", By<TableTests>(
            nameof(TableTests.Readme_OfTheResource_SaysWhatItManagesHowToImportAndWhatMaySurprise))),
    ];

    private static IEnumerable<Proof> OneOwner =>
    [
        new("The process remembers who created or adopted what, and what a Diff announced; Configure forgets", [
            .. By<IdentityMemoryTests>(nameof(IdentityMemoryTests.Forget_AnotherRun_StartsWithoutClaimsAndAnnouncements)),
            .. By<OwnershipTests>(nameof(OwnershipTests.Delete_InALaterRun_DeletesAgain), nameof(OwnershipTests.Delete_PreviewOfAnotherAdoption_TakesNothingOver))]),
        new("Two URNs that claim one object are an error that names both", [
            .. By<OwnershipTests>(
                nameof(OwnershipTests.Adopt_TwoResourcesOneObject_FailsAndNamesBoth), nameof(OwnershipTests.Create_TwoResourcesOneName_FailsAndNamesBoth),
                nameof(OwnershipTests.Update_ObjectThatAnotherResourceAdoptedInThisRun_FailsAndNamesBoth)),
            .. By<VpcEndpointConnectionTests>(nameof(VpcEndpointConnectionTests.Claim_OneEndpointInTwoResources_IsAnErrorThatNamesBoth))]),
        new("Delete of an older entry whose object was taken over leaves it alone, with a warning", By<OwnershipTests>(
            nameof(OwnershipTests.Delete_OldEntryOfAnObjectThatANewOneAdopted_LeavesItAloneWithAWarning),
            nameof(OwnershipTests.Delete_OldEntryAfterAForcedReplacement_LeavesTheObjectAlone),
            nameof(OwnershipTests.Delete_OldEntryWithinTheRunThatReplacedIt_LeavesTheObjectToTheNewEntry))),
        new("Preview of a creation whose object is announced as deleted first is not \"already exists\"", [
            .. By<LockerTests>(nameof(LockerTests.Replace_KindOfACreatedLocker_DeletesFirstAndPreviewDoesNotCallItTaken)),
            .. By<ReplaceTests>(nameof(ReplaceTests.Replace_ForcedByTheUserUnderTheSameName_GoesFirstAndPreviewDoesNotCallItTaken))]),
        new("A replacement that recreates the same-named object is deleteBeforeReplace", By<ReplaceTests>(
            nameof(ReplaceTests.Replace_ClusterKeepsItsName_DeletesFirst), nameof(ReplaceTests.Replace_ClusterChangesItsNameToo_CreatesFirst))),
        new("It needs onDelete Delete and creating inputs; otherwise Check fails on the property and names the two steps", [
            .. By<ReplaceTests>(
                nameof(ReplaceTests.Replace_AdoptedObject_IsRefusedAtCheckWithTheTwoSteps), nameof(ReplaceTests.Replace_RetainedClusterKeepsItsName_IsRefusedAtCheck),
                nameof(ReplaceTests.Replace_AdoptedObjectInTheTwoSteps_DeletesItAndCreatesAnew)),
            .. By<LockerTests>(nameof(LockerTests.Replace_KindOfAnAdoptedLocker_IsRefused))]),
        new("Adoption in preview reads first and says under the URN what it will change, secrets masked", By<AdoptTests>(
            nameof(AdoptTests.AdoptPreview_Changes_AreLoggedOldToNewUnderTheUrn), nameof(AdoptTests.AdoptPreview_SecretInput_IsMaskedInTheLog),
            nameof(AdoptTests.AdoptPreview_MembersOfASecretObject_AreMaskedInTheLog), nameof(AdoptTests.AdoptPreview_NothingWouldChange_SaysSo))),
    ];

    private static IEnumerable<Proof> DiffAndUpdate =>
    [
        new("Only properties the program sets are managed; others are outputs", By<DriftTests>(nameof(DriftTests.Refresh_UnmanagedPropertyDrifted_IsNoChange))),
        new("Zero, empty text, false and empty list are values, and clear", [
            .. By<EndpointGroupTests>(nameof(EndpointGroupTests.Update_TrafficDialZeroAndDescriptionEmpty_AreSent), nameof(EndpointGroupTests.Create_TrafficDialZero_IsSent)),
            .. By<EventStreamClusterTests>(nameof(EventStreamClusterTests.Update_PublicAccessOff_SendsNoIds), nameof(EventStreamClusterTests.Update_DescriptionEmpty_ClearsItAndStaysSettled)),
            .. By<LockerTests>(nameof(LockerTests.Update_EmptyTextListAndMap_Clear))]),
        new("A property removed from the program: no diff, no write, one line that says what stays in force", By<UpdateTests>(
            nameof(UpdateTests.Update_PropertyRemovedFromTheProgram_IsLeftAsItIsWithOneLine))),
        new("Members of a nested object are properties too", By<LockerTests>(
            nameof(LockerTests.Update_MemberRemovedFromAnObject_BecomesUnmanagedAndStays), nameof(LockerTests.Update_OneMemberOfAnObject_KeepsTheMembersThatTheProgramDoesNotState))),
        new("Elements of a map or set are elements: a removed one is deleted", By<LockerTests>(
            nameof(LockerTests.Update_KeysOfAMap_AreElementsThatComeAndGo), nameof(LockerTests.Update_SetOfColours_IsShownByIndexAndReorderingIsNone))),
        new("Reordering a set is no diff", [
            .. By<EventNotificationTests>(nameof(EventNotificationTests.EventTypes_ReorderedByProgramAndCloud_AreNoDiff)),
            .. By<LawTests>(nameof(LawTests.Diff_OfAProgramWithItself_IsEmptyInAnyOrderOfSets))]),
        new("In a detailed diff an element goes by its index, both at one index as one update", [
            .. By<LockerTests>(nameof(LockerTests.Update_SetOfColours_IsShownByIndexAndReorderingIsNone)),
            .. By<EventNotificationTests>(nameof(EventNotificationTests.EventTypes_OneExchanged_IsShownByItsIndex))]),
        new("Every diff is detailed and names each path, every replacement the property that forces it", By<DiffTests>(nameof(DiffTests.Diff_EveryKindOfChange_IsDetailedAndConsistent))),
        new("Internal keys never make a diff", By<DiffTests>(nameof(DiffTests.Diff_InternalKeys_NeverCount))),
        new("Diff is offline", By<ConfigurationTests>(nameof(ConfigurationTests.Calls_BeforeConfigure_AreRefusedWhereTheyNeedIt))),
        new("Diff is total, also for states of other versions and with inputs and outputs exchanged", [
            .. By<DiffTests>(nameof(DiffTests.Diff_StateOfAnotherVersion_DoesNotFail), nameof(DiffTests.Diff_NoOldInputs_TakesTheOutputs)),
            .. By<OddValueTests>(nameof(OddValueTests.State_OddValueAnywhereInInputsOrOutputs_IsReadUpdatedAndDeleted))]),
        new("After create, import or refresh of an untouched object Diff is empty", [
            .. By<CreateTests>(nameof(CreateTests.Create_CreationInputs_MakesTheObjectAndOwnsIt)),
            .. By<ImportTests>(nameof(ImportTests.Import_SeededObject_ChecksAndDiffsEmpty)),
            .. By<DriftTests>(nameof(DriftTests.Refresh_UntouchedObject_LeavesInputsEqual)),
            .. By<LawTests>(nameof(LawTests.Read_AfterCreate_GivesInputsThatCheckAndDiffTakeAsTheyAre))]),
        new("No change: nothing is sent", By<UpdateTests>(nameof(UpdateTests.Update_NothingChanged_IsNoDiffAndNoRequest))),
        new("Update reads first and sends nothing if nothing differs", By<UpdateTests>(nameof(UpdateTests.Update_CloudHasItAlready_ReadsAndSendsNothing))),
        new("Update sends the smallest body that is safe for the API", [
            .. By<DocumentedExampleTests>(nameof(DocumentedExampleTests.Update_ValuesOfTheExample_SendsItsBody)),
            .. By<EventStreamClusterTests>(nameof(EventStreamClusterTests.Update_OnlyTheNameWhilePublicAccessIsOn_SendsPublicAccessWithItsIds)),
            .. By<VpcEndpointConnectionTests>(nameof(VpcEndpointConnectionTests.Up_SomeEndpointsDecidedAlready_SendsOnlyTheOthers))]),
        new("Update waits for a final state", By<FailureTests>(nameof(FailureTests.Update_StateStaysPending_TimesOutWithTheObjectStored))),
        new("An update after a partial failure really repairs", By<FailureTests>(
            nameof(FailureTests.Update_PartialFailure_IsStoredAndTheNextUpdateRepairsIt), nameof(FailureTests.Adopt_PartialFailure_IsStoredAndTheNextUpdateWithEqualInputsRepairsIt))),
        new("Structural errors are Check failures, all at once, with their path", By<CheckTests>(nameof(CheckTests.Check_TenMistakes_ReportsTenFailuresWithPathProblemAndWhatIsAllowed))),
        new("Undocumented enum values and patterns that the document does not state are warnings", [
            .. By<EventNotificationTests>(nameof(EventNotificationTests.EventTypes_NotListedByTheDocuments_IsAWarningWithTheListedOnes)),
            .. By<CheckTests>(nameof(CheckTests.Check_PatternThatTheDocumentDoesNotEnforce_IsAWarning))]),
        new("DiffConfig never replaces", By<ConfigurationTests>(
            nameof(ConfigurationTests.DiffConfig_AnyKeyChanges_IsAChangeThatReplacesNothing), nameof(ConfigurationTests.DiffConfig_Unknown_IsAChangeThatReplacesNothing))),
        new("Diff compares the recorded region and project with those in force and replaces that resource alone", By<ReplaceTests>(
            nameof(ReplaceTests.Replace_RegionOfTheConfigurationChanges_ReplacesTheRegionalResourceAlone))),
        new("Read, Update and Delete go where the state says", By<UpdateTests>(nameof(UpdateTests.Operations_ConfigurationNamesAnotherProject_GoWhereTheStateSays))),
        new("An object whose write-only secret is not given is left out of the request", By<LockerTests>(nameof(LockerTests.WriteOnlySecret_NotGiven_IsNeverWiped))),
        new("Changing one of its members without the secret is a Check failure that asks for it", By<LockerTests>(
            nameof(LockerTests.WriteOnlySecret_NotGivenWhileAnotherMemberChanges_IsAskedFor))),
        new("Changing secretsVersion sends the secrets again", By<LockerTests>(nameof(LockerTests.SecretsVersion_Changes_SendsTheSecretsAgain))),
    ];

    private static IEnumerable<Proof> WaitingAndFailing =>
    [
        new("Waits have states", By<FailureTests>(nameof(FailureTests.Update_ObjectInAWaitState_WaitsUntilItIsThrough), nameof(FailureTests.Update_ObjectInAFailureState_IsAFailureThatNamesIt))),
        new("Waits have a deadline: the user's, else the documented one", [
            .. By<FailureTests>(nameof(FailureTests.Update_StateStaysPending_TimesOutWithTheObjectStored)), .. By<TableTests>(nameof(TableTests.Timeout_WithoutTheUsers_IsTheDocumentedOne))]),
        new("Waits have an adaptive first poll and progress messages", By<StateWaiterTests>(
            nameof(StateWaiterTests.WaitAsync_DoneAtTheFirstPoll_TakesNoTime), nameof(StateWaiterTests.WaitAsync_Pending_PollsInGrowingPausesUpToALimit),
            nameof(StateWaiterTests.WaitAsync_Progress_IsReportedAtChangesAndNowAndThen))),
        new("A terminal failure state is a failure with the cloud's code, message and request id", [
            .. By<FailureTests>(nameof(FailureTests.Update_StateFails_IsAFailureWithTheCloudsReason)), .. By<StateWaiterTests>(nameof(StateWaiterTests.WaitAsync_Failed_ThrowsWithTheCloudsReason))]),
        new("An object that exists is never lost: partial failures carry id and outputs", By<FailureTests>(
            nameof(FailureTests.Create_StateFails_StoresTheObjectWithItsId), nameof(FailureTests.Update_PartialFailure_IsStoredAndTheNextUpdateRepairsIt),
            nameof(FailureTests.Cancel_DuringAnUpdate_EndsAtOnceAndStoresTheObject), nameof(FailureTests.Cancel_BeforeTheAnswerOfACreation_StoresTheObjectThatWasMade),
            nameof(FailureTests.Timeout_BeforeTheAnswerOfACreation_StoresTheObjectThatWasMadeAndTheNextUpdateGoesOn),
            nameof(FailureTests.Refresh_AfterAnUpdateThatDidNotEnd_KeepsItsReason))),
        new("After an ambiguous write read before repeating", [
            .. By<CreateTests>(nameof(CreateTests.Create_AnswerLost_MakesNoSecondObject)),
            .. By<AmbiguousWriteTests>(nameof(AmbiguousWriteTests.Create_AnswerLostAfterTheEffect_IsReadBackAndNotSentAgain))]),
        new("429 and 5xx: back-off with jitter, Retry-After, the deadline, maxRetries", [
            .. By<FaultMatrixTests>(nameof(FaultMatrixTests.SendAsync_Fault_HasExactlyTheseRequestsAtTheseTimes), nameof(FaultMatrixTests.SendAsync_ThrottledBeyondTheDeadline_HasALastAttemptBeforeIt)),
            .. By<RetryRulesTests>(nameof(RetryRulesTests.PauseAfter_NthFailure_IsARandomPartOfADoublingBound), nameof(RetryRulesTests.PauseAfter_RetryAfter_IsExactlyThatLong),
                nameof(RetryRulesTests.PauseAfter_MaxRetries_BoundsTheAttempts)),
            .. By<LockerTests>(nameof(LockerTests.Outage_Short_IsRiddenOut))]),
        new("A 401 on Huawei is never repeated with keys or a given token", By<HuaweiAuthenticationTests>(
            nameof(HuaweiAuthenticationTests.AccessKey_Wrong_IsSentOnceHoweverManyAsk), nameof(HuaweiAuthenticationTests.GivenToken_Refused_IsNotRepeated))),
        new("A token that we fetched is renewed once and the call repeated once, also for CSS.0045", By<HuaweiAuthenticationTests>(
            nameof(HuaweiAuthenticationTests.Password_TokenRefused_IsRenewedOnceAndTheCallRepeatedOnce), nameof(HuaweiAuthenticationTests.Password_TokenRefusedByCssItself_IsRenewedOnce))),
        new("Writes to one parent go one at a time; different parents in parallel", [
            .. By<LockerTests>(nameof(LockerTests.Parent_ManyLockersOfOneSite_AreWrittenOneAtATime)),
            .. By<ParentLocksTests>(nameof(ParentLocksTests.AcquireAsync_SameParent_WaitsItsTurn), nameof(ParentLocksTests.AcquireAsync_OtherParent_DoesNotWait))]),
        new("The lock covers the write and the read that sees it, not the wait for READY", By<LockerTests>(nameof(LockerTests.Wait_BusyLocker_IsWaitedForWithoutTheLock))),
        new("Waiting for the lock honours cancel and deadline", By<VpcEndpointConnectionTests>(
            nameof(VpcEndpointConnectionTests.Wait_ForAnotherWriteToTheCluster_EndsWithCancel), nameof(VpcEndpointConnectionTests.Wait_ForAnotherWriteToTheCluster_EndsWithTheDeadline))),
        new("Other writers are met with 409 and stale reads handled anyway", [
            .. By<UpdateTests>(nameof(UpdateTests.Update_ReadsLagBehindTheWrite_AreWaitedFor), nameof(UpdateTests.Update_CloudNeverShowsTheChange_IsAFailureThatKeepsTheObject)),
            .. By<EventStreamClusterTests>(nameof(EventStreamClusterTests.Delete_ClusterStillBusy_WaitsAndDeletes)),
            .. By<VpcEndpointConnectionTests>(nameof(VpcEndpointConnectionTests.Up_ClusterBusyWithStatus202_IsWaitedForAndThenAnError))]),
        new("Secrets are marked by definition and by what arrives secret", [
            .. By<SecretAnywhereTests>(nameof(SecretAnywhereTests.Adopt_SecretAnywhere_StaysSecretAndIsNoDiff), nameof(SecretAnywhereTests.Create_EverythingSecret_IsSentAndStaysSecret)),
            .. By<LockerTests>(nameof(LockerTests.Adopt_Nothing_WritesNothing))]),
        new("Secrets are never in logs, errors, diffs, failures or texts", [
            .. By<MarkedSecretsTests>(nameof(MarkedSecretsTests.Adopted_EveryOperationAndFault_ShowsNoMarkedValueAnywhere)),
            .. By<CheckTests>(nameof(CheckTests.Check_SecretValues_AreNeitherEchoedNorNamed), nameof(CheckTests.Check_SecretThatIsNearlyRight_IsNotGuessed)),
            .. By<DiffTests>(nameof(DiffTests.Diff_EveryKindOfChange_IsDetailedAndConsistent))]),
    ];

    private static IEnumerable<Proof> Ids =>
    [
        new("Cluster clusterId, group endpointGroupId, event eventName, connections clusterId/endpointId", By<AdoptTests>(
            nameof(AdoptTests.Adopt_ProgramStatesNothing_ReadsOnceAndWritesNothing))),
        new("The id of endpoint connections is fixed at Create, Read follows the inputs", By<VpcEndpointConnectionTests>(
            nameof(VpcEndpointConnectionTests.Up_EndpointAdded_SendsThatOneAlone), nameof(VpcEndpointConnectionTests.Refresh_EndpointDeletedByItsOwner_StaysListedWithAWarningAndIsNotSent))),
        new("An import needs all endpoints in one decided status, and derives action from it", [
            .. By<VpcEndpointConnectionTests>(
                nameof(VpcEndpointConnectionTests.Import_EndpointsInSeveralStatuses_SaysWhichIsInWhich), nameof(VpcEndpointConnectionTests.Import_AcceptedEndpoints_DerivesTheAction)),
            .. By<ImportTests>(nameof(ImportTests.Import_OneEndpointTwice_IsThatEndpoint))]),
        new("A malformed id is an error that shows the expected form", By<ImportTests>(nameof(ImportTests.Import_MalformedId_ShowsTheExpectedForm))),
        new("Another region or project replaces", By<DiffTests>(nameof(DiffTests.Diff_AnotherRegionOrProject_ForcesTheReplacement))),
        new("An id may carry region and project in front and is then kept as given", By<ImportTests>(nameof(ImportTests.Import_RegionAndProjectInFront_AreKeptInIdInputsAndOutputs))),
        new("Refresh drops endpoints whose status is another than action asks for", By<DriftTests>(
            nameof(DriftTests.Refresh_ManagedPropertyDrifted_ShowsThatOneAndTheUpdateRepairsIt))),
        new("An endpoint that its owner deleted stays listed, with a warning, and is not sent", By<VpcEndpointConnectionTests>(
            nameof(VpcEndpointConnectionTests.Refresh_EndpointDeletedByItsOwner_StaysListedWithAWarningAndIsNotSent))),
    ];
}
