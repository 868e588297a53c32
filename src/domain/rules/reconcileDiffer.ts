import type { Pupil } from '../records/pupil.ts'
import type { NeedType } from './codes.ts'
import type { Day } from './day.ts'
import { keeperOf, labelOf, sameValue, showValue, valueOf } from './reconcileFields.ts'
import { foldName, nearForename, nearName, sameName } from './reconcileNames.ts'
import {
  type ComparedField,
  comparedFields,
  type Fix,
  listNames,
  type ListName,
  type ListRow,
  type Told,
} from './reconcileTypes.ts'
import { isTemporaryUpn } from './upn.ts'

/** A difference before it has its place and its id. */
export type Found = {
  readonly field: ComparedField | null
  readonly label: string
  readonly told: Told
  readonly proposal: Fix
  readonly why: string
  readonly options: readonly Fix[]
}
export const keep: Fix = { is: 'keep' }

type One = Readonly<Partial<Record<ListName, ListRow>>>
type Values = Readonly<Partial<Record<ListName, string | null>>>

/**
 * Whether it is beyond doubt that these rows are one child: somebody said so, or nothing that they tell of name and
 * birthday differs in more than the surname. `twins`: a brother or sister of the same birthday stands on a list.
 */
const isCertain = (one: One, by: string | null, twins: boolean): boolean => {
  if (by === 'person') return true
  const rows = listNames.flatMap((list) => one[list] ?? [])
  const births = new Set(rows.flatMap(({ dateOfBirth }) => dateOfBirth ?? []))
  const all = (agrees: (a: ListRow, b: ListRow) => boolean) =>
    rows.every((row) => rows.every((theirs) => !row.forename || !theirs.forename || agrees(row, theirs)))
  if (twins && !all((a, b) => foldName(a.forename) === foldName(b.forename))) return false
  return births.size <= 1 ? all((a, b) => nearForename(a, b) || nearName(a, b)) : all(sameName)
}

/** `SEN status`, `class`: as it stands within a sentence. */
const inWords = (field: ComparedField): string => {
  const label = labelOf(field)
  return /^[A-Z]{2}/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1)
}

const sayAsk = (field: ComparedField, to: string | null, from: string | null): string =>
  to === null
    ? `Check ${inWords(field)}: it is ${showValue(field, from)} there and blank in the SENCO’s records`
    : `Change ${inWords(field)} from ${showValue(field, from)} to ${showValue(field, to)}`

const take = (from: 'mis' | 'authority', field: ComparedField, row: ListRow, value: string | null): Fix =>
  field === 'need'
    ? { is: 'take', from, changes: {}, needs: (row.need ?? []) as readonly NeedType[] }
    : {
        is: 'take',
        from,
        changes: {
          [field]: value,
          ...(field === 'status' && row.statusFrom ? { statusFrom: row.statusFrom } : {}),
        } as Partial<Pupil>,
      }

/** What differs in one field of a child who stands once on each list that has them. */
const fieldDifference = (field: ComparedField, one: One, certain: boolean): Found | null => {
  const values: Partial<Record<ListName, string | null>> = {}
  for (const list of listNames) {
    const row = one[list]
    const value = row && valueOf(row, field)
    if (value !== undefined) values[list] = value
  }
  const saying = listNames.filter((list) => values[list] !== undefined)
  if (saying.length < 2 || !differs(field, values)) return null
  const told = Object.fromEntries(saying.map((list) => [list, showValue(field, values[list]!)])) as Told
  const options = optionsOf(field, one, values)
  const chosen = proposalOf(field, one, values, certain, options)
  return {
    field,
    label: labelOf(field),
    told,
    ...chosen,
    options: [chosen.proposal, ...options.filter((fix) => fix !== chosen.proposal)],
  }
}

/** A blank of another list is no word against ours, but where a census goes by it. */
const speaksBlank: ReadonlySet<ComparedField> = new Set(['upn', 'status', 'need'])
const differs = (field: ComparedField, values: Values): boolean => {
  const entries = listNames.flatMap((list) =>
    values[list] === undefined ? [] : [{ list, value: values[list]! }],
  )
  const heard = entries.filter(
    ({ list, value }) => value !== null || list === 'ours' || speaksBlank.has(field),
  )
  if (field === 'status' && heard.every(({ value }) => value === heard[0]?.value)) return false
  // An authority's list says little of a need, and nothing of a child's class.
  const counted =
    field === 'upn' || field === 'need'
      ? heard.filter(({ list, value }) => list !== 'authority' || value !== null)
      : heard
  return counted.some(({ value }) => counted.some((their) => !sameValue(field, value, their.value)))
}

const optionsOf = (field: ComparedField, one: One, values: Values): Fix[] => {
  const options: Fix[] = []
  for (const list of ['mis', 'authority'] as const) {
    const value = values[list]
    if (value === undefined || (values.ours !== undefined && sameValue(field, values.ours, value))) continue
    const fillable = field !== 'lastReview' && value !== null && one.ours
    if (fillable && !(field === 'status' && value === 'N' && list === 'authority'))
      options.push(take(list, field, one[list]!, value))
    if (values.ours !== undefined)
      options.push({
        is: list === 'mis' ? 'tellMis' : 'tellAuthority',
        ask: sayAsk(field, values.ours, value),
      })
  }
  if (
    one.mis &&
    one.authority &&
    values.mis !== undefined &&
    values.authority !== undefined &&
    !sameValue(field, values.mis, values.authority)
  ) {
    if (
      values.authority !== null &&
      sameValue(field, values.ours ?? null, values.authority) &&
      !options.some(({ is }) => is === 'tellMis')
    )
      options.push({ is: 'tellMis', ask: sayAsk(field, values.authority, values.mis) })
  }
  if (options.length === 0) options.push({ is: 'tellMis', ask: `Check ${inWords(field)}` })
  return [...options, keep]
}

const asks = (field: ComparedField, values: Values): Fix => ({
  is:
    values.mis !== undefined && (values.ours === undefined || !sameValue(field, values.ours, values.mis))
      ? 'tellMis'
      : 'tellAuthority',
  ask: `Check ${inWords(field)} against the original papers: ${listNames
    .flatMap((list) =>
      values[list] === undefined ? [] : [`${listWord[list]} ${showValue(field, values[list]!)}`],
    )
    .join(', ')}`,
})
export const listWord: Record<ListName, string> = { ours: 'ours', mis: 'the MIS', authority: 'the authority' }

const proposalOf = (
  field: ComparedField,
  one: One,
  values: Values,
  certain: boolean,
  options: readonly Fix[],
): { proposal: Fix; why: string } => {
  const unsure = (why: string) => ({ proposal: asks(field, values), why })
  const taking = (from: 'mis' | 'authority') => options.find((fix) => fix.is === 'take' && fix.from === from)
  const telling = (is: 'tellMis' | 'tellAuthority') => options.find((fix) => fix.is === is)
  const { ours, mis, authority } = values
  if (!certain)
    return unsure('Name and date of birth don’t agree well enough to be sure that this is one child')
  const agree = (a: string | null | undefined, b: string | null | undefined) =>
    a !== undefined && b !== undefined && a !== null && sameValue(field, a, b)
  if (agree(mis, authority) && taking('mis'))
    return { proposal: taking('mis')!, why: 'The MIS and the authority say the same' }
  if (agree(ours, authority) && telling('tellMis'))
    return { proposal: telling('tellMis')!, why: 'We and the authority say the same' }
  if (agree(ours, mis) && telling('tellAuthority'))
    return { proposal: telling('tellAuthority')!, why: 'We and the MIS say the same' }
  if (
    field === 'status' &&
    authority === 'E' &&
    ours !== undefined &&
    ours !== 'E' &&
    one.authority?.planIssued &&
    taking('authority')
  )
    return {
      proposal: taking('authority')!,
      why: 'The authority keeps the plan, and says when it was issued',
    }
  if (
    ours !== undefined &&
    mis !== undefined &&
    authority !== undefined &&
    authority !== null &&
    ours !== null
  )
    if (!agree(ours, mis) && mis !== null) return unsure('All three say something else')

  if (field === 'dateOfBirth') return unsure('Only the birth certificate tells which date is right')
  if (field === 'upn') {
    if (mis && !isTemporaryUpn(mis) && (ours == null || isTemporaryUpn(ours)) && taking('mis'))
      return { proposal: taking('mis')!, why: 'Ours is blank or temporary, and the MIS has a permanent UPN' }
    if (mis === null && ours && telling('tellMis'))
      return { proposal: telling('tellMis')!, why: 'The MIS has no UPN' }
    return unsure('Two right UPNs: the last school or the authority knows which is the child’s')
  }
  if (field === 'lastReview' && ours && authority)
    return ours > authority
      ? {
          proposal: telling('tellAuthority')!,
          why: 'We have held a review since: the authority may lack its report',
        }
      : unsure('The authority knows of a later review than we do')
  if (
    field === 'need' &&
    (one.ours?.need ?? []).length === 0 &&
    mis &&
    one.ours?.status !== 'N' &&
    taking('mis')
  )
    return { proposal: taking('mis')!, why: 'We have no need on record' }
  const keeper = keeperOf[field]
  if (keeper !== 'ours' && values[keeper] != null && taking(keeper))
    return {
      proposal: taking(keeper)!,
      why:
        keeper === 'mis' ? 'The office keeps this in the MIS' : 'The authority keeps this for its own plans',
    }
  if (keeper === 'ours' && telling('tellMis'))
    return { proposal: telling('tellMis')!, why: 'The SENCO decides this; the MIS follows' }
  if (keeper === 'ours' && telling('tellAuthority'))
    return { proposal: telling('tellAuthority')!, why: 'The school’s record is told to the authority' }
  return unsure('Nobody can say from the lists alone which is right')
}

/** All that differs for a child who is once on two lists or three. `left` is told apart: who has left is no field. */
export const fieldDifferences = (
  one: One,
  matchedBy: string | null,
  { today, twins }: { readonly today: Day; readonly twins: boolean },
): Found[] => {
  const certain = isCertain(one, matchedBy, twins)
  return comparedFields.flatMap((field) => {
    // Before they leave, a leaving date is news; afterwards it makes a leaver.
    if (field === 'left' && (one.mis?.left ?? '9') <= today && !one.ours?.left) return []
    return fieldDifference(field, one, certain) ?? []
  })
}
