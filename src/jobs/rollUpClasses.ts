import { type YearGroup, yearGroupOrder } from '../domain/rules/codes.ts'
import { nextOf, type RollUpRow } from './rollUp.ts'

/** A class as it is now in one year group, and what it might be called next year; '' where nobody can guess. */
export type ClassMove = {
  readonly className: string
  readonly yearGroup: YearGroup
  readonly pupils: number
  readonly suggested: string
}
/** `4 Oak`: tells a class in one year from the same class in another. */
export const classMoveKey = (className: string, yearGroup: YearGroup): string => `${yearGroup} ${className}`

/** Every class of those who move up, in the order of years, with a suggestion. */
export const classMoves = (rows: readonly RollUpRow[]): ClassMove[] => {
  const byYear = new Map<YearGroup, Map<string, number>>()
  for (const { pupil: { yearGroup, className } } of rows) {
    if (!yearGroup || !className) continue
    const classes = byYear.get(yearGroup) ?? new Map<string, number>()
    classes.set(className, (classes.get(className) ?? 0) + 1)
    byYear.set(yearGroup, classes)
  } // prettier-ignore
  const moving = new Set(
    rows.flatMap(({ pupil, to }) => (to && to !== 'leaves' && pupil.yearGroup ? [pupil.yearGroup] : [])),
  )
  return yearGroupOrder
    .filter((year) => moving.has(year))
    .flatMap((yearGroup) =>
      [...(byYear.get(yearGroup) ?? [])]
        .toSorted(([one], [other]) => (one < other ? -1 : 1))
        .map(([className, pupils]) => ({
          className,
          yearGroup,
          pupils,
          suggested: suggestion(className, yearGroup, byYear),
        })),
    )
}

/** The classes that the year above has now: what a class of this year may well be called next year. */
export const classesAbove = (rows: readonly RollUpRow[], year: YearGroup): string[] => {
  const next = nextOf(year)
  const names = rows.flatMap(({ pupil }) =>
    pupil.yearGroup === next && pupil.className ? [pupil.className] : [],
  )
  return [...new Set(names)].toSorted()
}

const suggestion = (
  className: string,
  year: YearGroup,
  byYear: ReadonlyMap<YearGroup, ReadonlyMap<string, number>>,
): string => {
  const next = nextOf(year)
  if (next === null) return ''
  // 4A becomes 5A, “Year 4 Oak” becomes “Year 5 Oak”, RB becomes 1B.
  const numbered = /^\d+$/.test(year)
    ? className.replace(new RegExp(`(?<!\\d)${year}(?!\\d)`), next)
    : year === 'R'
      ? className.replace(/^(?:R|YR|Reception)(?=\s|[A-Z]?$)/i, next)
      : className
  if (numbered !== className) return numbered
  const there = [...(byYear.get(next) ?? new Map<string, number>()).keys()]
  if (there.includes(className)) return className
  const fewer = there.filter((name) => !byYear.get(nextOf(next) ?? 'X')?.has(name))
  return fewer.length === 1 ? fewer[0]! : there.length === 1 ? there[0]! : ''
}
