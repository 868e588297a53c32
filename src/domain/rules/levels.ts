import { t } from '../../words/t.ts'
import { choice } from '../fields.ts'
import type { LevelSetting } from '../records/levelSetting.ts'
import { Provision, provisionLevels } from '../records/provision.ts'
import type { Day } from './day.ts'

export type ProvisionLevel = Provision['level']
/** A level as the school calls it on a day. `wave`: of older maps (1 to 4), null where it is none of them. */
export type Level = {
  readonly level: ProvisionLevel
  readonly name: string
  readonly wave: number | null
  readonly isUsed: boolean
}

const inOrder = Object.keys(provisionLevels) as ProvisionLevel[]
const usualWaves: Readonly<Record<ProvisionLevel, number | null>> = {
  universal: 1,
  targeted: 2,
  targetedPlus: null,
  specialist: 3,
}

type Row = Pick<LevelSetting, 'level' | 'from' | 'name' | 'wave' | 'used'>

const inForce = <R extends Row>(rows: readonly R[], level: ProvisionLevel, day: Day): R | undefined =>
  rows
    .filter((row) => row.level === level && row.from <= day)
    .reduce<R | undefined>((newest, row) => (newest && newest.from > row.from ? newest : row), undefined)

/** All four levels on a day, mildest first, with the school's names; those without a row are as is usual. */
export const allLevelsOn = (rows: readonly Row[], day: Day): Level[] =>
  inOrder.map((level) => {
    const row = inForce(rows, level, day)
    return {
      level,
      name: row?.name?.trim() || provisionLevels[level],
      wave: row?.wave ?? usualWaves[level],
      // Three levels are usual; the fourth is for those who set it.
      isUsed: row ? row.used !== false : level !== 'targetedPlus',
    }
  })

/**
 * The levels in use on a day, mildest first: Universal, Targeted, Specialist where the school has set nothing, mapped
 * to waves 1 to 3. `held`: levels that records still have, which are told even when no longer in use, so that nothing
 * is left out of a sum.
 */
export const levelsOn = (
  rows: readonly Row[],
  day: Day,
  held: Iterable<ProvisionLevel> = [],
): readonly Level[] => {
  const still = new Set(held)
  return allLevelsOn(rows, day).filter(({ level, isUsed }) => isUsed || still.has(level))
}

/** `Targeted (wave 2)`, for lists to choose from. */
export const levelWords = ({ name, wave }: Pick<Level, 'name' | 'wave'>): string =>
  wave === null ? name : t`${name} (wave ${wave})`

/** Provision with the school's names for levels, and only those to choose from, for its forms. */
export const provisionWith = (levels: readonly Level[]): typeof Provision => ({
  ...Provision,
  fields: {
    ...Provision.fields,
    level: choice(
      t`Level`,
      Object.fromEntries(levels.map(({ level, name }) => [level, name])) as typeof provisionLevels,
      {
        required: true,
        indexed: true,
      },
    ),
  },
})
