import { derivedKey } from '../domain/derivedKey.ts'
import { type Field, show, text as textField } from '../domain/fields.ts'
import { type AnyRecordType, fieldsOf, type Stored } from '../domain/record.ts'
import { contributorRoles } from '../domain/records/contributor.ts'
import { recordTypeNamed } from '../domain/records/index.ts'
import type { Withholding } from '../domain/records/withholding.ts'
import { commonWords, titles } from '../domain/rules/wrongChildWords.ts'
import { type Finding, wrongChildGuard } from '../domain/rules/wrongChild.ts'
import { blackedOut, type Span } from './blackOut.ts'
import type { FoundDocument } from './copyDocuments.ts'
import type { Loose, PupilFile, StoredRow } from './pupilFile.ts'

/** Why something is looked at before it is given: in words, and where in the text. */
export type LookReason = { readonly why: string; readonly spans: readonly Span[] }

/** One field, or one document, that a person has to decide on before the record is given. */
export type Candidate = {
  readonly id: string
  /** The record type's name, or `Document`. */
  readonly recordType: string
  readonly record: string
  readonly field: string
  readonly list: string
  readonly label: string
  /** The text in question; of a document its name. */
  readonly text: string
  readonly reasons: readonly LookReason[]
  /** Words in it that were blacked out or kept back somewhere else. */
  readonly echoes: readonly string[]
  readonly document?: FoundDocument
}

/** A field that covers the whole record: `withhold` alone makes sense of it. */
export const wholeRecord = '*'
export const documentType = 'Document'

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

const isText = ({ kind }: Field) => ['text', 'longText', 'upn'].includes(kind)

const archivedReason = textField('Reason for archiving', { max: 255 })
/** All of a record that is given: its fields, and the reason for which it was archived, which people write freely. */
export const givenFields = (type: AnyRecordType): readonly (readonly [string, Field])[] => [
  ...fieldsOf(type),
  ['archivedReason', archivedReason],
]

export const candidateId = (recordType: string, record: string, field: string): string =>
  `${recordType}.${record}.${field}`

/** The key of the one decision on one field of one request, so that two people who decide make one row. */
export const decisionKey = (request: string, recordType: string, record: string, field: string): string =>
  derivedKey(request, recordType, record, field)

/** The name under which a document is decided on: its path may hold a pupil's initials. */
export const documentKey = ({ audience, path }: FoundDocument): string =>
  derivedKey('0000000000', audience, path)

type Declared = {
  readonly fields: (name: string) => boolean
  readonly when?: (record: Loose) => boolean
  readonly why: (record: Loose) => string
}
const familyRoles = ['parent', 'youngPerson', 'other', 'nextSchool']

/** What the record types themselves say is from or about somebody else. */
const declared: Readonly<Record<string, readonly Declared[]>> = {
  ChronologyEntry: [
    {
      fields: (name) => name === 'text' || name === 'source',
      when: (record) => record['thirdParty'] === true,
      why: () => 'Marked as about or from another person when it was written',
    },
  ],
  Contact: [
    {
      fields: (name) => name !== 'restriction',
      why: () => 'About a contact of the pupil. It may be given to that person, or with their agreement',
    },
    {
      fields: (name) => name === 'restriction',
      why: () => 'A contact restriction: giving it out may put somebody at risk',
    },
  ],
  Contributor: [
    {
      fields: (name) => name === 'reasons',
      why: (record) =>
        `In the words of ${contributorRoles[record['role'] as keyof typeof contributorRoles]?.toLowerCase() ?? 'another person'}`,
    },
    {
      fields: (name) => name === 'name' || name === 'organisation',
      when: (record) => familyRoles.includes(String(record['role'])),
      why: () => 'About a person who did not take part as a part of their work',
    },
  ],
  Review: [
    { fields: (name) => name.startsWith('parent'), why: () => 'What parents said' },
    { fields: (name) => name === 'differences', why: () => 'In the words of the person who holds the view' },
  ],
  Hold: [{ fields: () => true, why: () => 'A reason to keep records may rest on legal advice' }],
  UnsavedText: [
    { fields: (name) => name !== 'owner', why: () => 'Typed by a colleague and not settled yet' },
  ],
}

const findingWords: Record<Finding['kind'], string> = {
  name: 'May name another pupil',
  surname: 'Holds the surname of another pupil',
  forename: 'Holds the forename of another pupil',
  upn: 'Holds another pupil’s UPN',
  dateOfBirth: 'Holds a date on which another pupil was born',
  restricted: 'Holds a word that your school looks at first',
}

const phone = /(?<![\d.])(?:\+\s?44\s?(?:\(0\))?|\(?0)\d(?:[\s()-]{0,3}\d){8,9}(?!\d)/g
const addressPart = /[^\s@<>(),;:"“”]/u
const longestAddress = 254

/** Email addresses, each found from its @: a pattern over a long text without one would take time by its square. */
const addressesIn = (text: string): Span[] => {
  const spans: Span[] = []
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    let [from, to] = [at, at + 1]
    while (from > 0 && at - from < longestAddress && addressPart.test(text[from - 1]!)) from -= 1
    while (to < text.length && to - at < longestAddress && addressPart.test(text[to]!)) to += 1
    while (to > at && /[.!?'’]/.test(text[to - 1]!)) to -= 1
    if (from < at && text.slice(at, to).includes('.')) spans.push({ from, to })
  }
  return spans
}

const looks: readonly { readonly why: string; spans(text: string): Span[] }[] = [
  { why: 'Holds an email address', spans: addressesIn },
  { why: 'Holds a telephone number', spans: (text) => matches(text, phone) },
]

/** Any of these, not inside a longer word. */
const anyOf = (words: readonly string[]) =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.map(escaped).join('|')})(?![\\p{L}\\p{N}])`, 'giu')
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const matches = (text: string, pattern: RegExp): Span[] =>
  [...text.matchAll(pattern)].map(({ 0: found, index }) => ({ from: index, to: index + found.length }))

/** Places of a whole text that are not inside a longer word. */
const placesOf = (text: string, wanted: string): Span[] =>
  matches(text, new RegExp(`(?<![\\p{L}\\p{N}])${escaped(wanted)}(?![\\p{L}\\p{N}])`, 'giu'))

const guardFor = ({ pupil, everyone, schools, contacts }: PupilFile) => {
  const settings = schools as readonly unknown[] as readonly Loose[]
  const restricted = settings
    .map((school) => school['restrictedWords'])
    .filter((words): words is string => typeof words === 'string')
    .flatMap((words) => words.split('\n').map((word) => word.trim()))
    .filter(Boolean)
  return wrongChildGuard(everyone, {
    about: new Set([pupil.key]),
    adults: contacts.map(({ name }) => name),
    days: [pupil.dateOfBirth, pupil.planIssued, pupil.planVersion],
    restricted,
  })
}

/**
 * What a person has to look at before a pupil's record is given: what the declarations say is from or about others,
 * and text that holds other pupils, contacts, telephone numbers or email addresses. What was blacked out or kept back
 * in one place is looked for in all others. What it can't know: nicknames, and what only a person who knows the
 * family would understand; so the whole record can be read and added to.
 */
export const candidatesOf = (
  file: PupilFile,
  decisions: readonly Stored<Withholding>[],
): readonly Candidate[] => {
  const guard = guardFor(file)
  const ours = new Set(file.schools.flatMap(({ telephone, email }) => [telephone, email]).filter(Boolean))
  const contactNames = file.contacts.map(({ name }) => name).filter((name) => name.includes(' '))
  const taken = new Set(decisions.map((each) => candidateId(each.recordType, each.record, each.field)))
  const found: Candidate[] = []
  const all: Candidate[] = []
  for (const { type, records } of file.lists)
    for (const record of records) {
      for (const [name, field] of givenFields(type)) {
        const value = record[name]
        if (value === null || value === undefined) continue
        const candidate = (said: string, reasons: readonly LookReason[]): Candidate => ({
          id: candidateId(type.name, record.key, name),
          recordType: type.name,
          record: record.key,
          field: name,
          list: type.list,
          label: field.label,
          text: said,
          reasons,
          echoes: [],
        })
        if (typeof value !== 'string' || !isText(field)) {
          const other = candidate(show(field, value), [])
          if (taken.has(other.id)) found.push({ ...other, reasons: [chosen] })
          continue
        }
        const reasons: LookReason[] = [
          ...(declared[type.name] ?? []).flatMap(({ fields, when, why }) =>
            fields(name) && (when?.(record) ?? true) ? [{ why: why(record), spans: [] }] : [],
          ),
          ...guardReasons(guard([value])),
          ...looks.flatMap(({ why, spans: find }) => {
            const spans = find(value).filter(({ from, to }) => !ours.has(value.slice(from, to)))
            return spans.length > 0 ? [{ why, spans }] : []
          }),
          ...(type.name === 'Contact'
            ? []
            : contactNames.flatMap((contact) => {
                const spans = placesOf(value, contact)
                return spans.length > 0 ? [{ why: 'Names a contact of the pupil', spans }] : []
              })),
        ]
        const one = candidate(value, reasons)
        all.push(one)
        if (reasons.length > 0) found.push(one)
        else if (taken.has(one.id)) found.push({ ...one, reasons: [chosen] })
      }
    }
  const documents = file.documents.map((document): Candidate => ({
    id: candidateId(documentType, documentKey(document), 'file'),
    recordType: documentType,
    record: documentKey(document),
    field: 'file',
    list: 'Documents',
    label: 'Document',
    text: document.path,
    reasons: [
      {
        why: 'A document made earlier: what you black out in the record is not blacked out in it',
        spans: [],
      },
    ],
    echoes: [],
    document,
  }))
  return [...withEchoes(file, found, all, decisions), ...documents]
}

const chosen: LookReason = { why: 'Somebody chose to look at it', spans: [] }

const guardReasons = (findings: readonly Finding[]): LookReason[] => {
  const kinds = [...new Set(findings.map(({ kind }) => kind))]
  return kinds.map((kind) => ({
    why: findingWords[kind],
    spans: findings.filter((one) => one.kind === kind),
  }))
}

/** Words that tell something by themselves: names, numbers, addresses; not every word of a sentence. */
const telling = (piece: string, own: ReadonlySet<string>): string[] => {
  const whole = piece.trim()
  if (/\d/.test(whole) && whole.length >= 4 && whole.length <= 40) return [whole]
  const addresses = addressesIn(piece).map(({ from, to }) => piece.slice(from, to))
  const names = [...piece.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}’'-]{3,}/gu)]
    .map(([word]) => word.replace(/(?:['’]s?|-)$/u, ''))
    .filter((word) => {
      const folded = word.toLowerCase()
      return (
        word.length >= 4 &&
        /^[\p{Lu}\p{Lo}]|\p{N}/u.test(word) &&
        !own.has(folded) &&
        !commonWords.has(folded) &&
        !titles.has(folded)
      )
    })
  return [...addresses, ...names]
}

/** What was taken out of texts so far: blacked out pieces, and what told of somebody in texts that are kept back. */
const takenOut = (all: ReadonlyMap<string, Candidate>, decisions: readonly Stored<Withholding>[]): string[] =>
  decisions.flatMap(({ recordType, record, field, decision, redacted }) => {
    if (field === wholeRecord && decision === 'withhold')
      return [...all.values()]
        .filter((one) => one.recordType === recordType && one.record === record && one.text.length <= 255)
        .map(({ text }) => text)
    const candidate = all.get(candidateId(recordType, record, field))
    if (!candidate) return []
    const { text, reasons } = candidate
    const pieces = (spans: readonly Span[]) => spans.map(({ from, to }) => text.slice(from, to))
    if (decision === 'redact') return pieces(blackedOut(text, redacted ?? '') ?? [])
    if (decision !== 'withhold') return []
    return [...(text.length <= 255 ? [text] : []), ...reasons.flatMap(({ spans }) => pieces(spans))]
  })

/** The text as it would be given by what is decided so far; '' where it is kept back. */
const asDecided = (
  { text, recordType, record, field }: Candidate,
  decisions: readonly Stored<Withholding>[],
) => {
  const about = decisions.filter((each) => each.recordType === recordType && each.record === record)
  if (about.some((each) => each.field === wholeRecord && each.decision === 'withhold')) return ''
  const own = about.find((each) => each.field === field)
  if (own?.decision === 'withhold') return ''
  return own?.decision === 'redact' && blackedOut(text, own.redacted ?? '') ? own.redacted! : text
}

const withEchoes = (
  { pupil }: PupilFile,
  found: readonly Candidate[],
  all: readonly Candidate[],
  decisions: readonly Stored<Withholding>[],
): readonly Candidate[] => {
  const own = new Set(
    [pupil.forename, pupil.preferredForename, pupil.surname, pupil.dateOfBirth, pupil.upn]
      .filter((name) => name !== null)
      .flatMap((name) => [name.toLowerCase(), ...name.toLowerCase().split(/\s+/)]),
  )
  const known = new Map([...all, ...found].map((candidate) => [candidate.id, candidate]))
  const words = [
    ...new Set(
      takenOut(known, decisions).flatMap((piece) => telling(piece, own).map((word) => word.toLowerCase())),
    ),
  ].toSorted((a, b) => b.length - a.length)
  if (words.length === 0) return found
  const pattern = anyOf(words)
  const flagged = new Set(found.map(({ id }) => id))
  return [...known.values()].flatMap((candidate) => {
    const spans = matches(candidate.text, pattern)
    if (spans.length === 0) return flagged.has(candidate.id) ? [candidate] : []
    const echoes = [...new Set(spans.map(({ from, to }) => candidate.text.slice(from, to).toLowerCase()))]
    const left = matches(asDecided(candidate, decisions), pattern).length > 0
    if (!left) return flagged.has(candidate.id) ? [{ ...candidate, echoes }] : []
    const why = 'Holds what was blacked out or kept back elsewhere'
    return [{ ...candidate, echoes, reasons: [...candidate.reasons, { why, spans }] }]
  })
}

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

/** How many candidates nobody has decided on as they are now. */
export const undecidedIn = (
  candidates: readonly Candidate[],
  decisions: readonly Stored<Withholding>[],
): number => candidates.filter((candidate) => standingOf(candidate, decisions).is !== 'decided').length

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
