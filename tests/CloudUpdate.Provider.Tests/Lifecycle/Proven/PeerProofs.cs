using static CloudUpdate.Provider.Tests.Lifecycles.Proof;

namespace CloudUpdate.Provider.Tests.Lifecycles;

/// <summary>What other providers for these clouds are known to get wrong, each with the tests that hold it here.</summary>
internal static class PeerProofs
{
    public static IEnumerable<Proof> All =>
    [
        new("A traffic dial of 0 is sent", By<EndpointGroupTests>(
            nameof(EndpointGroupTests.Update_TrafficDialZeroAndDescriptionEmpty_AreSent), nameof(EndpointGroupTests.Create_TrafficDialZero_IsSent))),
        new("A description is cleared with the empty text", [
            .. By<EndpointGroupTests>(nameof(EndpointGroupTests.Update_TrafficDialZeroAndDescriptionEmpty_AreSent)),
            .. By<EventStreamClusterTests>(nameof(EventStreamClusterTests.Update_DescriptionEmpty_ClearsItAndStaysSettled))]),
        new("Public access, NAT and EIP of a cluster go together", By<EventStreamClusterTests>(
            nameof(EventStreamClusterTests.Check_PublicAccessWithoutItsCompanions_FailsWithEach), nameof(EventStreamClusterTests.Update_PublicAccessOff_SendsNoIds),
            nameof(EventStreamClusterTests.Update_OnlyTheNameWhilePublicAccessIsOn_SendsPublicAccessWithItsIds),
            nameof(EventStreamClusterTests.Update_OnlyTheNameWhileTheIdsOfPublicAccessAreHidden_LeavesPublicAccessOut))),
        new("A replaced cluster is deleted first unless the name changes too", By<ReplaceTests>(
            nameof(ReplaceTests.Replace_ClusterKeepsItsName_DeletesFirst), nameof(ReplaceTests.Replace_ClusterChangesItsNameToo_CreatesFirst))),
        new("A replacement warns when jobs still run on the cluster", By<ReplaceTests>(nameof(ReplaceTests.Replace_ClusterWithRunningJobs_IsWarnedOfInPreview))),
        new("Event types are a set", By<EventNotificationTests>(nameof(EventNotificationTests.EventTypes_ReorderedByProgramAndCloud_AreNoDiff))),
        new("Unknown event types are a warning", By<EventNotificationTests>(nameof(EventNotificationTests.EventTypes_NotListedByTheDocuments_IsAWarningWithTheListedOnes))),
        new("Times are in milliseconds", By<EventNotificationTests>(nameof(EventNotificationTests.Times_WhateverTheUnit_AreMilliseconds))),
        new("Status DELETED with 200 is gone", By<EventStreamClusterTests>(nameof(EventStreamClusterTests.Delete_RegionKeepsDeletedClusters_StatusDeletedIsGone))),
        new("Delete of what is gone succeeds", By<DeleteTests>(nameof(DeleteTests.Delete_ObjectGoneAlready_Succeeds))),
        new("Accept and reject are a declared state: drift is seen", By<DriftTests>(nameof(DriftTests.Refresh_ManagedPropertyDrifted_ShowsThatOneAndTheUpdateRepairsIt))),
        new("Only the endpoints that differ are sent", By<VpcEndpointConnectionTests>(
            nameof(VpcEndpointConnectionTests.Up_SomeEndpointsDecidedAlready_SendsOnlyTheOthers), nameof(VpcEndpointConnectionTests.Up_EndpointAdded_SendsThatOneAlone))),
        new("An endpoint that its owner deleted is reported and not sent", By<VpcEndpointConnectionTests>(
            nameof(VpcEndpointConnectionTests.Refresh_EndpointDeletedByItsOwner_StaysListedWithAWarningAndIsNotSent))),
        new("An import of endpoints in several statuses says which is in which", By<VpcEndpointConnectionTests>(
            nameof(VpcEndpointConnectionTests.Import_EndpointsInSeveralStatuses_SaysWhichIsInWhich))),
        new("CSS.0011 with 202 is an error", By<VpcEndpointConnectionTests>(nameof(VpcEndpointConnectionTests.Up_ClusterBusyWithStatus202_IsWaitedForAndThenAnError))),
        new("CSS.5182 is explained", By<VpcEndpointConnectionTests>(nameof(VpcEndpointConnectionTests.Up_EndpointServiceNotEnabled_IsExplained))),
    ];
}
