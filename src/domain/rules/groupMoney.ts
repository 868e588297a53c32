import { t } from '../../words/t.ts'
import { counted } from '../counted.ts'
import type { Allocation } from '../records/allocation.ts'
import type { Group } from '../records/group.ts'
import { type Fraction, rounded, sum } from './fraction.ts'
import { showMoney } from './money.ts'
import { parts } from './moneyParts.ts'
import type { Figure, GroupMoney, MoneyLine } from './moneyTypes.ts'
import { addedByName, addsUp, byKey, total, why } from './moneyWhy.ts'
import { groupCost, type Keyed, type YearContext, yearLine } from './yearLine.ts'
import { whyInYear } from './yearLineWhy.ts'

/** A group as a line of its own, for what it costs whoever came. */
const asLine = (group: Keyed<Group>): Keyed<Allocation> =>
  ({
    ...group,
    group: null,
    charge: 'full',
    groupSize: 1,
    countsTowardsElement2: null,
  }) as unknown as Keyed<Allocation>

/** The year’s money by group: what was shared out, and what the group costs whoever came. */
export const groupMoney = (
  groups: readonly Keyed<Group>[],
  lines: readonly MoneyLine[],
  context: YearContext,
  yearWords: string,
): (GroupMoney & { readonly exact: Fraction | null })[] => {
  const known = byKey(groups)
  const inGroups = lines.filter(({ line }) => line.group !== null && known.has(line.group))
  return parts(
    inGroups,
    ({ line }) => line.group!,
    t`Cost by group`,
    (key) => known.get(key)?.name ?? t`Group`,
    yearWords,
  ).map((part) => {
    const alone = yearLine(asLine(known.get(part.of)!), { ...context, lines: [] })
    const whole =
      alone.lacks.length === 0 && alone.noRate.length === 0 && alone.inYear.length > 0
        ? sum(alone.inYear.map((stretch) => groupCost(alone.line, stretch)))
        : null
    const wholePence = whole === null ? null : rounded(whole)
    const name = known.get(part.of)?.name ?? t`Group`
    return {
      ...part,
      exact: whole,
      alone: whole === null ? null : alone,
      whole:
        wholePence === null
          ? null
          : {
              pence: wholePence,
              why: {
                ...whyInYear(alone, wholePence, context.year, t`The whole group`),
                rule: t`What a group costs`,
                says: t`${name} in ${yearWords}, whoever came.`,
              },
            },
      unshared:
        wholePence === null
          ? null
          : {
              pence: wholePence - part.pence,
              why: why(
                t`Not shared out`,
                t`What the group costs less what lies on its pupils’ lines: places that nobody took, and rounding.`,
                [
                  [t`The group costs`, wholePence],
                  [t`On the lines of its pupils`, part.pence],
                  [t`Not shared out`, addsUp([wholePence, -part.pence])],
                ],
                t`The school’s own rates`,
              ),
            },
      why: {
        ...part.why,
        inputs: [
          ...(wholePence === null
            ? []
            : [
                {
                  label: t`The group costs`,
                  value: t`${showMoney(wholePence)}, whoever came: ${addsUp([wholePence, -part.pence])} not shared out`,
                },
              ]),
          ...part.why.inputs,
        ],
      },
    }
  })
}

/** What lies on the lines of all groups, with the groups that cost most. */
export const groupsTotal = (
  groups: readonly Keyed<Group>[],
  each: readonly GroupMoney[],
  yearWords: string,
): Figure => {
  const known = byKey(groups)
  return {
    pence: total(each.map(({ pence }) => pence)),
    why: why(
      t`Cost of groups`,
      t`What the groups of ${yearWords} put on the lines of their pupils.`,
      addedByName(
        each.map(({ of, pence }) => ({ name: known.get(of)?.name ?? t`Group`, pence })),
        t`Together`,
        (count) => counted(count, 'group'),
      ),
      t`The school’s own rates`,
    ),
  }
}
