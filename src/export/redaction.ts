import { derivedKey } from '../domain/derivedKey.ts'
import type { AnyRecordType, Stored } from '../domain/record.ts'
import { recordTypeNamed } from '../domain/records/index.ts'
import type { Withholding } from '../domain/records/withholding.ts'
import { blackedOut } from './blackOut.ts'
import { type Candidate, givenFields, wholeRecord } from './candidate.ts'
import { asDecided } from './echoes.ts'
import { anyOf, matches } from './findText.ts'
import type { StoredRow } from './pupilFile.ts'

/** What stands of one candidate: not decided, decided on an older text, or decided. */
export type Standing =
  | { readonly is: 'open' }
  | { readonly is: 'stale'; readonly decision: Stored<Withholding> }
  | { readonly is: 'decided'; readonly decision: Stored<Withholding> }

/**
 * Names of staff and professionals who acted in their work are given: the law takes that for reasonable.
 * Source: Data Protection Act 2018, Schedule 2, paragraph 17.
 */
export const staffPolicy =
  'Names of staff and professionals, and what they wrote as a part of their work, are given unless that would cause serious harm (Data Protection Act 2018, Schedule 2, paragraph 17). So they are not listed one by one.'

/**
 * A mark of what somebody looked at: the text, and which words of what is given were taken out elsewhere. While it is
 * the same, a decision stands, whatever the clocks of those who changed anything say.
 */
export const seenMark = ({ text, echoes, document }: Candidate, given: string): string => {
  const left =
    echoes.length === 0
      ? []
      : matches(given, anyOf(echoes)).map(({ from, to }) => given.slice(from, to).toLowerCase())
  return `${derivedKey('', text, String(document?.size ?? ''))}.${derivedKey('', ...new Set(left.toSorted()))}`
}

/**
 * Whether a candidate is decided on as it stands now. It has to be looked at again when its text changed since, or when
 * what it gives was blacked out somewhere else after it was decided.
 */
export const standingOf = (candidate: Candidate, decisions: readonly Stored<Withholding>[]): Standing => {
  const about = decisions.filter(
    ({ recordType, record }) => recordType === candidate.recordType && record === candidate.record,
  )
  const whole = about.find(({ field, decision }) => field === wholeRecord && decision === 'withhold')
  if (whole) return { is: 'decided', decision: whole }
  const decision = about.find(({ field }) => field === candidate.field)
  if (!decision) return { is: 'open' }
  const fits = decision.decision !== 'redact' || blackedOut(candidate.text, decision.redacted ?? '') !== null
  return fits && decision.seen === seenMark(candidate, asDecided(candidate, [decision]))
    ? { is: 'decided', decision }
    : { is: 'stale', decision }
}

/** A record as it is given; null where all of it is kept back. `withheld` names its fields that aren't whole. */
export type GivenRecord = { readonly record: StoredRow; readonly withheld: readonly string[] }

export const givenRecord = (
  type: AnyRecordType,
  record: StoredRow,
  decisions: readonly Stored<Withholding>[],
): GivenRecord | null => {
  const about = decisions.filter((each) => each.recordType === type.name && each.record === record.key)
  if (about.some(({ field, decision }) => field === wholeRecord && decision === 'withhold')) return null
  const less = about.filter(({ decision }) => decision !== 'give')
  const changes = Object.fromEntries(
    less.map(({ field, decision, redacted }) => [field, decision === 'redact' ? redacted : null]),
  )
  return { record: { ...record, ...changes }, withheld: less.map(({ field }) => field) }
}

/** What a field is called in a list of what was kept back. */
export const labelOfDecision = ({ recordType, field }: Pick<Withholding, 'recordType' | 'field'>): string => {
  const type = recordTypeNamed(recordType)
  if (field === wholeRecord) return 'All of it'
  return (type && givenFields(type).find(([name]) => name === field)?.[1].label) ?? 'Document'
}
