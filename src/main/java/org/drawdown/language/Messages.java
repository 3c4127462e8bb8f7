package org.drawdown.language;

import java.time.LocalDate;

/**
 * All that the service says to people. The words stand in {@code messages/msg_en.properties} and
 * {@code msg_fr.properties}, under the names of these methods, with the names of their parameters
 * in braces.
 */
public interface Messages {

  // The languages themselves

  String language();

  // Problems: titles and what a client can do

  String invalidRequest();

  String invalidRequestMeaning();

  String notSignedIn();

  String notSignedInMeaning();

  String notAllowed();

  String notAllowedMeaning();

  String notFound();

  String notFoundMeaning();

  String methodNotAllowed();

  String methodNotAllowedMeaning();

  String notAcceptable();

  String notAcceptableMeaning();

  String conflict();

  String conflictMeaning();

  String changedSince();

  String changedSinceMeaning();

  String bodyTooLarge();

  String bodyTooLargeMeaning();

  String unsupportedMediaType();

  String unsupportedMediaTypeMeaning();

  String idempotencyKeyReused();

  String idempotencyKeyReusedMeaning();

  String ifMatchMissing();

  String ifMatchMissingMeaning();

  String serviceFailed();

  String serviceFailedMeaning();

  String unavailable();

  String unavailableMeaning();

  String problems();

  String noSuchProblem(String name);

  // The door

  String faults(int number, String pointer, String first);

  String staleTag();

  String tagMissing();

  String bodyLimit(long bytes);

  String keyReused();

  String keyMalformed();

  String duplicateField(int line, int column);

  String malformedJson(int line, int column);

  String signIn();

  String tokensUnchecked();

  String rolesForbid();

  String bodyMissing();

  String unstorableText();

  String numberTooLarge();

  String onlyOnce();

  String parameterMissing();

  String noParameters();

  String unknownParameter(String known);

  String foreignCursor();

  String possibleMethods(String methods);

  String possibleMediaTypes(String types);

  String acceptedMediaTypes(String types);

  // The mission's data

  String noMission();

  String noExit(String code);

  String noBase(String code);

  String noPlace(String code);

  String noUnit(String id);

  String noAsset(String id);

  String noRoute(String id);

  String noAircraft(String name);

  String noRegion(String region);

  String notCarriedOver(String assumption);

  String noRestriction(String id);

  String noPhase(String number);

  String exitTaken(String code);

  String unitTaken(String id);

  String assetTaken(String id);

  String routeTaken(String id);

  String restrictionTaken(String id);

  String phaseTaken(String number);

  String keepsItsKey(String key, String value);

  String stillHasUnits(String base, long number);

  String stillHasAssets(String base, long number);

  String isTheExitOf(String exit, String bases);

  String isAnEndOf(String place, String routes);

  String isTheHubOf(String base, String bases);

  String isTheParentOf(String base, String outposts);

  String isNamedBy(String thing, String restrictions);

  String isClosedByPhase(String base, String phase);

  String occursTwice(String name, String list);

  String deadlineBeforeStart(LocalDate deadline, LocalDate start);

  String horizonBeforeDeadline(LocalDate horizon, LocalDate deadline);

  String horizonTooLong(int days);

  String poolTooLarge();

  String endsBeforeItBegins(LocalDate end, LocalDate begin);

  String codeOfABase(String code);

  String needsAHub(String base);

  String hubWithHub(String base);

  String notAHub(String base);

  String outpostWithoutParent(String base);

  String onlyOutpostsHaveParents();

  String ownAncestor(String base);

  String stepTwice(String step);

  String handoverTooShort();

  String lotTooLarge(long loads);

  String aircraftWithoutType();

  String aircraftWithoutData();

  String onlyAircraftHaveThis();

  String availableUntilBeforeFrom(LocalDate until, LocalDate from);

  String differsFromItsType(String type);

  String routeToItself();

  String phaseClosesAlready(int phase, String base);

  String noWaypoint(String code);

  String waypointTaken(String code);

  String noAirService(String id);

  String airServiceTaken(String id);

  String codeOfAnotherPlace(String code);

  String isAnEndOfAirService(String base, String services);

  String hasAPool(String base);

  String airServiceToItself();

  String noSuchAircraftType(String type);

  String afterHorizon(LocalDate date, LocalDate horizon);

  String beforeStart(LocalDate date, LocalDate start);

  String smallestAboveLargest(int least, int most);

  String whichHub(long hubs);

  // Schedules and requests for them

  String noSchedule(String id);

  String noActiveSchedule();

  String hasNoPlan(Object state);

  String scheduleIs(Object state);

  String onlyReadyCanBeActive(Object state);

  String isEndedAlready(Object state);

  String restrictionThereAlready(String id);

  String noUnitThere(String unit, String base);

  String notAmongLoads(String asset, String base);

  String carriesTooMuch();

  String needsBasedOn();

  String basedOnNeedsAsOf();

  String neitherHandedOverNorClosed(String base);

  String startFromStandsAlone();

  String basePlanBreaksRules();

  String baseHasNoPlan(Object state);

  String outsideHorizon();

  String movementNames(String movement, String name);

  String planOutsideHorizon();

  String noMovement(String id);

  String noRoad(String id);

  String givenUp(int attempts);

  String plannerFailed();

  String undecided();

  // Why a date is what it is

  String closesWhenRearPartyFlies(String base, LocalDate date);

  String closesWithRearParty(String base, LocalDate date, String holder);

  String closesWithLastStep(String base, LocalDate date);

  String waitsForSignature(
      String movement, LocalDate date, String base, LocalDate from, LocalDate to);

  String handoverAfterLeaving(String base, LocalDate date, String holder);

  String handoverAfterTransit(String base, LocalDate date, String holder);

  String handoverAfterOutpost(String base, LocalDate date, String outpost);

  String handoverAfterCarriers(String base, LocalDate date, LocalDate from, LocalDate to);

  String chartersFull(String base, LocalDate date);

  String handoverAfterCharters(String base, LocalDate date, LocalDate from, LocalDate to);

  String broughtBy(String base, String holder, LocalDate date);

  String waitsForPacking(String movement, LocalDate date, LocalDate from, LocalDate to);

  String leavesAfter(String movement, LocalDate date, String holder);

  String poolWithoutTrucks(String movement, LocalDate date, LocalDate to);

  String trucksAreOut(String movement, LocalDate date, LocalDate to, String holder);

  String poolWithoutEscort(String movement, LocalDate date, LocalDate to);

  String escortIsOut(String movement, LocalDate date, LocalDate to, String holder);

  String routeTakesNone(String movement, LocalDate date, String route, LocalDate from);

  String routeIsFull(String movement, LocalDate date, String route, LocalDate from, String holder);

  String noAircraftFree(String movement, LocalDate date, LocalDate from, String type);

  String airfieldIsFull(String movement, LocalDate date, LocalDate from, String base);

  String yardIsFull(String movement, LocalDate date, String base, LocalDate from);

  String restrictionForbids(
      String movement, LocalDate date, String restriction, LocalDate from, LocalDate to);

  String noTripCanBegin(String movement, LocalDate date, LocalDate from, LocalDate to);

  String isFixed(String movement, LocalDate date);

  String byChoice(String movement, LocalDate date);

  String baseBeginsFirstDay(String base, LocalDate date);

  String beginsFirstDay(String movement, LocalDate date);

  // Facts that no plan can meet together, and what would help

  String poolHasTrucks(String hub, long number);

  String poolHasEscorts(String hub, long number);

  String restrictionHolds(String restriction, LocalDate from, LocalDate to);

  String overByHorizon(LocalDate date);

  String spokesClosedBy(LocalDate date);

  String nothingMayStay();

  String yardHolds(String base, long loads);

  String carriersTake(String base, long loads);

  String chartersTake(String base, long people);

  String basePacks(String base, long loads);

  String noOtherRoad(String base, String hub);

  String haveToLeave(String base, long loads, long people);

  String rearPartyStays(String base, long people);

  String closedBeforeParent(String base, String parent);

  String moreTrucks(long number, String hub);

  String moreEscorts(long number, String hub);

  String restrictionEndsOn(String restriction, LocalDate date);

  String laterHorizon(LocalDate date, long days);

  String laterDeadline(LocalDate date, long days);

  String deadlineNeedNotBeMet();

  String loadsMayStay();

  String largerYard(String base, long loads);

  String moreOnward(String base, long loads);

  String moreCharter(String base, long people);

  String packsMore(String base, long loads);

  String straightRoad(long km, String base);

  String nothingHasToLeave(String base);

  String noRearParty(String base);

  String outpostMayStay(String base);

  // Rules broken

  String yardOverfull(String base, long loads);

  String hubNotCleared(String base);

  String leftBehindAtHub(String asset, String base);

  String hubNotEmpty(String base);

  String rearPartyWithoutSeats(String base);

  String drawdownBegin(String base);

  String noHandover(String base);

  String neverClosed(String base);

  String outpostStillOpen(String base, String outpost);

  String closesAfterHorizon(String base);

  String handoverLength(String base);

  String notPacked(String movement, long gone, String base, long packed);

  String notItsShare(String movement, long people, long share);

  String outOfPriority(String movement, String asset, long priority, long before, String base);

  String staysBeforeLowerPriority(String asset, long priority, String base, long others);

  String mayNotStay(String asset, String base);

  String lotNotMovedOnce(String asset, long items, long loads, long itemsOfLot, long loadsOfLot);

  String unitNotMovedOnce(String unit, long found, long expected);

  String travellersNotMovedOnce(String base, long found, long expected);

  String unitsDoNotAddUp(String movement);

  String rearPartyKeepsTooMuch(String base);

  String loadsAfterHandover(String movement, String asset);

  String closesOnAnotherDay(String base);

  String rearPartyNotCarried(String base);

  String closesAfterHardDeadline(String base);

  String rearPartyBeforeSignature(String movement);

  String leavesAfterHandoverBegan(String movement);

  String transitClosed(String base, String movement);

  String fliesAgainstRestriction(String movement, String restriction);

  String cannotLand(String movement, String base);

  String outOfRange(String movement);

  String noSuchAircraft(String movement);

  String airliftWithCargo(String movement);

  String notOnOneDay(String movement);

  String drivesAgainstRestriction(String movement, String route, String restriction);

  String offTheCalendar(
      String movement,
      LocalDate dispatched,
      LocalDate departs,
      LocalDate arrives,
      LocalDate givenDeparts,
      LocalDate givenArrives);

  String hubNotReached(String movement);

  String baseNotReached(String movement);

  String roadEndsElsewhere(String movement, String hub);

  String noSimpleRoad(String movement, String base, String hub, String leg);

  String wrongEscorts(String movement);

  String loadsDoNotAddUp(String movement, long loads, long own, long ofAssets, long ownOfAssets);

  String noVehicle(String movement);

  String convoyWithAircraft(String movement);

  String handoverHasBegun(String base, LocalDate date);

  String notAsItWas(String movement);

  String outsideTheHorizon(String movement);

  String wrongHub(String movement, String hub, String base);

  String leavesAHub(String movement);

  String setsOutTooSoon(String movement);

  String standsTwice(String movement);

  String tooManySorties(String movement);

  String largerThanALot(String movement);

  String tooFewAircraftSeats(String movement);

  String tooFewVehicleSeats(String movement);

  String fewerVehiclesThanLoads(String movement);

  String moreLoadsThanYard(String movement);

  String moreTrucksThanPool(String movement);

  String tooManyVehicles(String movement);

  String trucksShort(String hub, long number, LocalDate from, LocalDate to);

  String escortsShort(String hub, long number, LocalDate from, LocalDate to);

  String routeFull(long number, String route, LocalDate from, LocalDate to);

  String aircraftShort(long number, String type, LocalDate from, LocalDate to);

  String airfieldFull(long number, String base, LocalDate from, LocalDate to);

  String stageWithoutEnd(String stage, String base);

  String stageOnAnotherDay(String stage, String base, LocalDate begins, LocalDate expected);

  String stageEndsBefore(String stage, String base, LocalDate begins, LocalDate ends);

  String noFinalWithdrawal(String base);

  String withdrawalWithoutRearParty(String base);

  // The relaxations behind a bound

  String basesApart();

  String poolsPriced();

  // Doors: headers, origins, limits

  String foundThere(String fault, String value);

  String ofThing(String fault, String name);

  String tooManyFaults(int number, String pointer, String first);

  String tooManyItems(int most);

  String tooDeep(int levels);

  String tooLong(int digits);

  String cannotBeRead();

  String malformedHeader();

  String sendPlain();

  String foreignOrigin(String origin);

  String tooManyRequests();

  String tooManyRequestsMeaning();

  String tooManySignIns();

  String tooManyRuns(int most);

  String databaseAway();

  String tookTooLong();

  // Warnings about a dataset

  String seasonsOverlap(
      String later,
      LocalDate laterFrom,
      LocalDate laterTo,
      String earlier,
      LocalDate earlierFrom,
      LocalDate earlierTo);

  String coordinatesSwapped(String code);

  String farAway(String code, long km);

  String neitherRoadNorRunway(String base, String hub);

  String loadsWithoutRoad(String base, String hub);

  String typesAlike(String type, String other);

  String payloadsDiffer(String asset, String payload, String other, String otherPayload);

  // Schedules that go

  String scheduleInForce();

  String scheduleUnderWay();

  String scheduleGoesOn(String names);

  // Hubs, guards, the first day

  String convoyTooSmall(String movement, long found, long least);

  String sortiesNotNeeded(String movement, long found, long needed);

  String guardLeaves(String hub);

  String beforeFirstDay(String movement, LocalDate first);

  String notBetweenHubs(String movement);

  String repositionLaden(String movement);

  String repositionOfNothing(String movement);

  String repositionTooLarge(String movement, long found, long most);

  String repositionWithoutRoad(String movement, String hub);

  String repositionOffTheCalendar(
      String movement,
      LocalDate dispatched,
      LocalDate arrival,
      LocalDate departs,
      LocalDate arrives);

  String rearPartyWithoutVehicles(String movement, String base);

  String nothingMovesBefore(LocalDate first);

  String preparationEndsSooner(long days);

  String guardStays(String hub, long people);

  String noGuard(String hub);

  String airServiceFlies(String service, long aircraft);

  String noAirServiceFlies(String service);

  String convoysAreNoSmaller(long vehicles);

  String convoysMayBeSmaller();

  String waitsForFirstDay(String movement, LocalDate date);

  String handoverAfterGuard(String hub, LocalDate date, LocalDate last, String movement);

  String wouldCloseEarly(String movement, LocalDate date, String base);

  // Two schedules side by side

  String comparisonInOneSentence(
      String completes, String bases, String cost, long kept, long changed);

  String completesSooner(String name, LocalDate day, String days, String other);

  String completesLater(String name, LocalDate day, String days, String other);

  String completesSameDay(String name, LocalDate day, String other);

  String doesNotComplete(String name);

  String basesCloseOtherwise(long sooner, long later);

  String costsLess(long less);

  String costsMore(long more);

  String sideBreaksRules(String name);

  String costsTheSame();

  // Why a base is late

  String lateBecause(String base, LocalDate day, String late, String waits);

  String lateByChoice(String base, LocalDate day, String late);

  String and();

  String once();

  String manyTimes(long times);

  String oneDay();

  String manyDays(long days);

  String waitedForTrucks(String often, String hub, String days);

  String waitedForEscorts(String often, String hub, String days);

  String waitedForYard(String often, String hub, String days);

  String waitedForCarriers(String often, String hub, String days);

  String waitedForCharters(String often, String hub, String days);

  String waitedForGuard(String often, String hub, String days);

  String waitedForPacking(String often, String base, String days);

  String waitedForRestriction(String often, String id, String days);

  String reliefHelps(String relief, String sooner, LocalDate day);

  String noReliefHelps(long number);

  String noReliefTried();

  String restrictionLifted(String id);

  String latenessCosts(long phase, long loads);

  // The record

  String reportComesFirst(String movement, Object kind);

  String reportsDoNotFit(String movement, Object kind, Object state);

  String moreThanThereIs(String place, LocalDate day, String what, int there, int wanted);

  String countsDoNotAdd(String movement, int people, int loads);

  String stepSigned(Object step, String base);

  String stepOrder(Object step, String base, Object next);

  String outpostOpen(String base, String outpost);

  String stillNeeded(String base, String movement);

  String loadsRemain(String base, int loads, int taken);

  String peopleRemain(String base, int people, int taken);

  String baseClosed(String base, LocalDate day);

  String voidNeedsCorrects();

  String noSuchEntry(String name);

  String alreadyCorrected(long entry, long by);

  String reportInFuture();

  String reportOutsideMission(LocalDate day);

  String assetStays(String id);

  String movementExists(String id);

  String goesNowhere();

  String anotherIsInForce(String id);

  String divertedNeedsTo();

  String onlyAnInventoryTransfers();

  String notGivenAway(String asset, String category);

  String transferNeedsIt();

  String noIncident(String id);

  String incidentExists(String id);

  String baseOrMovement();

  String lossSaysWhat();

  String noPermission(String id);

  String permissionExists(String id);

  String permissionSaysWhat();

  String moreGranted(int asked);

  String partialSaysHowMany();

  String alreadyAnswered(String id, Object outcome);

  String answeredBeforeAsked();

  String onlyReadyCanBeSubmitted(Object state);

  String authorCannotApprove();

  String onlyApprovedCanBeActive(Object state);

  String scheduleWasInForce();

  String noSchedulePlansOn();

  String recordGoesOn(long entries);

  String recordExists(String mission);

  String recordLater(LocalDate day);

  String noAgreement();

  String noTimeZone(String name);

  String recordNames(String name);

  // The page of a movement order

  String movementOrder(String movement);

  String orderFromTo();

  String orderKind();

  String orderDays();

  String orderVehicles();

  String orderEscorts();

  String orderCover();

  String orderPeople();

  String orderLoads();

  String orderWay();

  String orderLeg();

  String orderKm();

  String orderHalts();

  String orderDay();

  String orderClearances();

  String orderRestrictions();

  String orderManifest();

  String orderUnit();

  String orderLoadList();

  String orderAsset();

  String orderQuantity();

  String lessThanLeft(String item, int now, int left);

  String incidentAlone();

  String peopleStillThere(String base, int people);

  String modeDoesNotFit();

  String beyondTheRoute();

  String saysNothing();

  String refusalSaysWhy();

  // What ends when the mission goes

  String noAircraftOfType(String type);

  String endsWithWhatItNeedsNot(String what);

  String isNeededBy(String unit, String services);

  String isFlownToBy(String base, String operators);

  String nothingEnds(String base, LocalDate day);

  String endsWith(String base, String what, String followers);

  String endOn(String what, LocalDate day);

  String airLink();

  String seatsAWeek(String seats);

  String airfieldSecured();

  String medicalEvacuation();

  String clinic();

  String protection();

  String protectionBy(String people);

  String escortOfAid();

  String someJobs();

  String jobs(String number);

  String projects();

  String waterSupply();

  String powerSupply();

  String mediation();

  String humanRightsMonitoring();

  String mineAction();

  String nobodyFollows();

  String nobodyFollowsElse();

  String followsLater(String who, String what, LocalDate day);

  String followsAtOnce(String who, String what);

  String semicolon(String one, String other);

  String partOf(long percent, String what);

  String somebody();

  // What other programs take away

  String stageName(String stage, String base);

  String stagePreparation();

  String stageDrawdown();

  String stageHandover();

  String stageFinalWithdrawal();

  String stageClosed();

  String handoverTo(String base, String authority);

  String handoverToState();

  String movementEvent(String movement, String from, String to);

  String movementLoad(int people, int loads, int trucks);

  String permissionDue(String kind, String movement);

  String ganttTitle(String schedule);

  String curveTitle(String schedule);

  String people();

  String loadsOfCargo();

  String deadline();

  String briefingTitle(String schedule);

  String briefingBefore(String day, long days, String deadline);

  String briefingAfter(String day, long days, String deadline);

  String briefingOn(String day);

  String briefingProof(String day, String percent);

  String briefingLiquidation(String bases, String day);

  String briefingRisk(long people, long loads);

  String briefingCloses();

  String briefingFirm();

  String briefingLate();

  String briefingWhy();

  String briefingFirmness();

  String briefingLeftBehind(long loads, int lots);

  String briefingNothingLeft();

  String briefingAssumptions(String assumptions);

  String briefingNoAssumptions();

  String briefingEstimates(int estimates, int all);

  String briefingMade(String who, String day, String state);

  String base();

  String handoverFile(String base);

  String handoverStep();

  String handoverPlanned();

  String handoverSigned();

  String handoverDocument();

  String handoverForMission();

  String handoverForHost();

  String handoverStays();

  String handoverWhat();

  String handoverNumber();

  String handoverBecomes();

  String handoverReceivers();

  String handoverRefusals();

  String stepEnvironmentalInspection();

  String stepExplosiveSurvey();

  String stepInventory();

  String stepSiteCertificate();

  String stepFormalTransfer();

  String leftInPlace();

  String soldToAgency();

  String soldCommercially();

  String givenToHost();

  String destroyedThere();

  // Tables that come in

  String cellIsFormula();

  String cellIsError(String found);

  String notAWholeNumber(String found);

  String notANumber(String found);

  String numberCanBeTwo(String found, String one, String other);

  String dashIsUnclear(String found);

  String notADay(String found);

  String dayCanBeTwo(String found, String one, String other);

  String notAMoment(String found);

  String neitherYesNorNo(String found);

  String notAWordOf(String found, String allowed);

  String notAWordBut(String found, String near, String allowed);

  String wordCanBeTwo(String found, String candidates);

  String notACountry(String found);

  String notAPlaceBut(String found, String near);

  String notAPointOf(String found);

  String notJson(String found);

  String columnMissing(String column);

  String cellMissing(String column);

  String headingTwice(String found, String other, String first);

  String headingUnknown(String found, String near);

  String headingIgnored(String found);

  String headingTold(String found);

  String headingsMissing(String list, String columns);

  String cellAlone(String found);

  String cellsBeside();

  String rowTwice(String key, String first);

  String rowOfNone(String key, String list);

  String sheetUnknown(String found, String known);

  String sheetIgnored(String found);

  String sheetMissing(String wanted);

  String sheetsMany(String found);

  String sheetEmpty();

  String missionTwice();

  String notAWorkbook(String what);

  String isPdf();

  String isOldWorkbook();

  String isOpenDocument();

  String isOtherZip();

  String isUnknownFile();

  String isText();

  String workbookBroken();

  String workbookTooLarge(long most);

  String workbookHasEntities();

  String tableTooLarge(int rows, int columns);

  String csvNotText();

  String csvNotUtf8(int line);

  String csvCharset(String found);

  String csvQuoteOpen(int line);

  String csvQuoteWithin(int line);

  String csvCutOff(int line, int found, int expected);

  String csvCells(int line, int found, int expected);

  String sameInMore(String detail, int more, String last);

  String totalLeftOut();

  String sameInOne(String detail, String last);

  String workbookTitle();

  String workbookHow();

  String workbookLanguage();

  String workbookSheet();

  String workbookColumn();

  String workbookMeaning();

  String workbookWords();

  String yes();

  String no();

  String askFor(Object kind, String movement, Object departs);

  String askForOf(Object kind, String movement, Object departs, String authority);

  String sheetNotAsked(String found);

  String listEmptied(String list);

  String otherCase(String found, String near);

  // The page of the situation

  String situationTitle(String day);

  String situationOfPlan();

  String situationOfRecord(String asOf);

  String situationOfForecast(String asOf);

  String situationTotals(int open, int closed, int remaining, int gone, int loads, int loadsGone);

  String situationCompletion(String day);

  String situationBase();

  String situationStage();

  String situationPeople();

  String situationLoads();

  String situationCloses();

  String situationLate();

  String situationSigned();

  String situationUnderWay();

  String situationOverdue();

  String situationOverdueDays(long days);

  String situationPermissions();

  String situationPending(String names);

  String situationRefused(String names);

  String situationDue(String names);

  String situationIncidents();

  String situationCasualties(int killed, int injured, int missing);

  String situationTransport(int inUse, int idle, int held, int escorts);

  String tooManyCells(int most);

  String cellTooLong(String found);

  // What a text has to look like

  String mustBeCode();

  String mustBeMissionCode();

  String mustBeId();

  String mustBeCountry();

  String mustBeIcao();

  String mustBeName();

  String mustBeSeason();

  String mustBeDay();

  String mustBeMonth();

  String mustBeMoment();
}
