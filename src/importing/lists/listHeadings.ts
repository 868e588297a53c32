import { foldHeading, knownHeadings, matchHeadings, needRanks, type Target } from '../headings.ts'

/** Columns of lists to compare that no import takes. */
export type ListTarget = Target | 'formerUpn' | 'lastReview'

/** Headings of authorities' lists of plans, and of reports, beside those of imports. */
const others: readonly (readonly [ListTarget, string])[] = [
  ['formerUpn', 'Former UPN, Previous UPN, Old UPN, Last UPN'],
  ['lastReview', 'Last review, Last annual review, Date of last review, Last AR, Last AR date, Date of last annual review, Last review date, AR meeting date, Last review meeting, Most recent annual review, Annual review date, Review meeting date'],
  ['planIssued', 'Plan issued, First plan issued, Original plan date, Plan start date, Plan start, Original EHCP date, Date plan first issued, Initial plan date, First final plan, EHCP first issued, Date of first plan, Original final plan date, EHCP commenced'],
  ['planVersion', 'Current plan date, Latest plan date, Date of current plan, Final plan date, Latest final plan, Date of latest plan, Amended plan date, Current plan issued, Final amended plan, Last amended, Plan last amended, Date of final plan, Last plan issued'],
  ['localAuthority', 'Authority, Maintaining authority, Local authority, LA, Responsible authority, Maintaining LA, Placing authority'],
  ['need1', 'Primary category, Primary need type, Main category of need, Need category, Primary type of need, Category of need, Primary need code'],
  ['need2', 'Secondary category, Secondary need type, Secondary need code'],
  ['yearGroup', 'NCY group, National curriculum year group, Current NCY, Current year group'],
  ['misId', 'Person ID, Child ID, Capita ID, Synergy ID, Mosaic ID'],
] // prettier-ignore
const known = new Map(
  others.flatMap(([target, names]) => names.split(',').map((name) => [foldHeading(name), target] as const)),
)

/** How many headings of such a list are known. */
export const knownListHeadings = (headings: readonly string[]): number =>
  Math.max(knownHeadings(headings), new Set(matchListHeadings(headings).filter(Boolean)).size)

/** What each column of a list probably is, by its place; null is left out. */
export const matchListHeadings = (headings: readonly string[]): (ListTarget | null)[] => {
  const usual = matchHeadings(headings)
  const taken = new Set<ListTarget>(usual.flatMap((target) => target ?? []))
  return headings.map((heading, at) => {
    const target = known.get(foldHeading(heading)) ?? known.get(foldHeading(heading.replace(/\(.*?\)/g, '')))
    if (usual[at] || !target || taken.has(target)) return usual[at] ?? null
    taken.add(target)
    return target
  })
}

export const isNeedTarget = (target: ListTarget | null): boolean =>
  target === 'needs' ||
  target === 'needRank' ||
  target === 'needUntil' ||
  needRanks.some((rank) => target === `need${rank}`)
