import { t } from '../../words/t.ts'
import type { Pupil } from '../records/pupil.ts'
import type { NeedType } from './codes.ts'
import { keeperOf, labelOf, sameValue, showValue } from './reconcileFields.ts'
import { type ComparedField, type Fix, listNames, type ListName, type ListRow } from './reconcileTypes.ts'
import { isTemporaryUpn } from './upn.ts'

export const keep: Fix = { is: 'keep' }

/** A child's one row of each list, and what each says of one field. */
export type One = Readonly<Partial<Record<ListName, ListRow>>>
export type Values = Readonly<Partial<Record<ListName, string | null>>>

/** `SEN status`, `class`: as it stands within a sentence. */
const inWords = (field: ComparedField): string => {
  const label = labelOf(field)
  return /^[A-Z]{2}/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1)
}

const sayAsk = (field: ComparedField, to: string | null, from: string | null): string =>
  to === null
    ? t`Check ${inWords(field)}: it is ${showValue(field, from)} there and blank in the SENCO’s records`
    : t`Change ${inWords(field)} from ${showValue(field, from)} to ${showValue(field, to)}`

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

/** All that may be done about a field that differs, but for what is proposed. */
export const optionsOf = (field: ComparedField, one: One, values: Values): Fix[] => {
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
  if (options.length === 0) options.push({ is: 'tellMis', ask: t`Check ${inWords(field)}` })
  return [...options, keep]
}

const asks = (field: ComparedField, values: Values): Fix => ({
  is:
    values.mis !== undefined && (values.ours === undefined || !sameValue(field, values.ours, values.mis))
      ? 'tellMis'
      : 'tellAuthority',
  ask: t`Check ${inWords(field)} against the original papers: ${listNames
    .flatMap((list) =>
      values[list] === undefined ? [] : [`${listWord[list]} ${showValue(field, values[list]!)}`],
    )
    .join(', ')}`,
})
const listWord: Record<ListName, string> = { ours: 'ours', mis: t`the MIS`, authority: t`the authority` }

/** What is proposed, and why: a fix that writes only where it is certain who the child is and which value is right. */
export const proposalOf = (
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
    return unsure(t`Name and date of birth don’t agree well enough to be sure that this is one child`)
  const agree = (a: string | null | undefined, b: string | null | undefined) =>
    a !== undefined && b !== undefined && a !== null && sameValue(field, a, b)
  if (agree(mis, authority) && taking('mis'))
    return { proposal: taking('mis')!, why: t`The MIS and the authority say the same` }
  if (agree(ours, authority) && telling('tellMis'))
    return { proposal: telling('tellMis')!, why: t`We and the authority say the same` }
  if (agree(ours, mis) && telling('tellAuthority'))
    return { proposal: telling('tellAuthority')!, why: t`We and the MIS say the same` }
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
      why: t`The authority keeps the plan, and says when it was issued`,
    }
  if (
    ours !== undefined &&
    mis !== undefined &&
    authority !== undefined &&
    authority !== null &&
    ours !== null
  )
    if (!agree(ours, mis) && mis !== null) return unsure(t`All three say something else`)

  if (field === 'dateOfBirth') return unsure(t`Only the birth certificate tells which date is right`)
  if (field === 'upn') {
    if (mis && !isTemporaryUpn(mis) && (ours == null || isTemporaryUpn(ours)) && taking('mis'))
      return { proposal: taking('mis')!, why: t`Ours is blank or temporary, and the MIS has a permanent UPN` }
    if (mis === null && ours && telling('tellMis'))
      return { proposal: telling('tellMis')!, why: t`The MIS has no UPN` }
    if (mis && ours && one.mis?.formerUpn === ours && taking('mis'))
      return { proposal: taking('mis')!, why: t`The MIS has our UPN as the child’s former one` }
    return unsure(t`Two right UPNs: the last school or the authority knows which is the child’s`)
  }
  if (field === 'lastReview' && ours && authority)
    return ours > authority
      ? {
          proposal: telling('tellAuthority')!,
          why: t`We have held a review since: the authority may lack its report`,
        }
      : unsure(t`The authority knows of a later review than we do`)
  if (
    field === 'need' &&
    (one.ours?.need ?? []).length === 0 &&
    mis &&
    one.ours?.status !== 'N' &&
    taking('mis')
  )
    return { proposal: taking('mis')!, why: t`We have no need on record` }
  const keeper = keeperOf[field]
  if (keeper !== 'ours' && values[keeper] != null && taking(keeper))
    return {
      proposal: taking(keeper)!,
      why:
        keeper === 'mis'
          ? t`The office keeps this in the MIS`
          : t`The authority keeps this for its own plans`,
    }
  if (keeper === 'ours' && telling('tellMis'))
    return { proposal: telling('tellMis')!, why: t`The SENCO decides this; the MIS follows` }
  if (keeper === 'ours' && telling('tellAuthority'))
    return { proposal: telling('tellAuthority')!, why: t`The school’s record is told to the authority` }
  return unsure(t`Nobody can say from the lists alone which is right`)
}
