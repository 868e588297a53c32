import type { PupilYear } from '../../../domain/rules/moneyTypes.ts'

/** Who needs a look first: a gap, then what lies above the threshold, then what counts. */
export const byGap = (a: PupilYear, b: PupilYear): number =>
  Math.max(0, b.topUpGap.pence) - Math.max(0, a.topUpGap.pence) ||
  b.aboveThreshold.pence - a.aboveThreshold.pence ||
  b.counted.pence - a.counted.pence
