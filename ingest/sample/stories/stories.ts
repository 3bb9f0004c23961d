import type { Setting } from '../setting.ts';
import * as changes from './changes.ts';
import * as days from './days.ts';
import * as duties from './duties.ts';
import * as faults from './faults.ts';
import * as games from './games.ts';
import * as manner from './manner.ts';
import type { Story } from './plant.ts';
import * as platforms from './platforms.ts';
import * as usage from './usage.ts';

/** Every planted story that fits into the time told; those of fixed dates are absent where the 18 months do not reach them. */
export function stories(s: Setting): Story[] {
	const told = [
		manner.excellent(s),
		manner.lastDay(s),
		manner.noticeLoop(s),
		manner.refusedForMaterials(s),
		manner.slowDelivery(s),
		manner.three(s),
		manner.unasked(s),
		manner.manyLines(s),
		manner.partly(s),
		games.backdated(s),
		games.reclassified(s),
		games.extendedTooLate(s),
		games.extendedUnconditional(s),
		games.deliveryExtended(s),
		games.authoritySlow(s),
		games.withdrawnLate(s),
		games.handedOn(s),
		games.deadDelivery(s),
		games.noReason(s),
		platforms.reportedTwice(s),
		platforms.withoutNumber(s),
		platforms.differently(s),
		platforms.acceptedOnly(s),
		platforms.usedOnly(s),
		days.makeUpSunday(s),
		days.springFestival(s),
		days.yearEnd(s),
		days.beforeTheDecree(s),
		changes.merger(s),
		changes.returnedUpdate(s),
		changes.foundByAuthority(s),
		changes.verifiedCorrect(s),
		changes.keptTooShort(s),
		changes.notRanked(s),
		changes.suspended(s),
		changes.honestReport(s),
		changes.addedCondition(s),
		duties.disputeLate(s),
		duties.notDisposed(s),
		duties.returnFlow(s),
		duties.endedUnfiled(s),
		duties.reportedLate(s),
		duties.withoutBasis(s),
		duties.decidedOn(s),
		usage.neverUsed(s),
		usage.usedAsFile(s),
		usage.nothingRecorded(s),
		usage.everythingRecorded(s),
		usage.stillSuspended(s),
		usage.foundAgainst(s),
		faults.silence(s),
		faults.disorder(s),
		faults.contradictory(s),
		faults.corrected(s),
		faults.retracted(s),
		faults.unknownBody(s),
		faults.otherZone(s),
		faults.unreadable(s),
	];
	return told.filter(one => one !== null);
}
