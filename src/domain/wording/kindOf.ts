import type { Value } from '../fields.ts'
import type { AnyRecordType } from '../record.ts'
import type { Beside, TextKind } from './types.ts'

/** The value of another field of the same record. */
export type ValueOf = (field: string) => Value

const sections: Readonly<Record<string, TextKind>> = {
  E: 'outcome',
  F: 'provision',
  G: 'provision',
  H1: 'provision',
  H2: 'provision',
}
const own = /^(?:child|parent)|^differences$/

type Kinds = Readonly<Record<string, (valueOf: ValueOf) => TextKind>>
const kinds: Readonly<Record<string, Kinds>> = {
  Allocation: { specified: () => 'provision' },
  Outcome: { text: (valueOf) => (valueOf('kind') === 'sectionE' ? 'outcome' : 'target') },
  Action: { what: () => 'action' },
  SectionChange: { proposed: (valueOf) => sections[String(valueOf('section'))] ?? 'text' },
  OutcomeProgress: { evidence: () => 'text', targetsMet: () => 'text', proposed: () => 'outcome' },
  ProvisionReview: { change: () => 'change' },
  CycleTarget: { evidence: () => 'text' },
  Contributor: { reasons: () => 'words' },
  View: { words: () => 'words' },
}

/** What a field's text is to the wording checker; null where it has nothing to say. */
export const kindOf = (type: AnyRecordType, field: string, valueOf: ValueOf): TextKind | null => {
  const found = kinds[type.name]?.[field]
  if (found) return found(valueOf)
  if (type.name !== 'Review' || type.fields[field]?.kind !== 'longText') return null
  return own.test(field) ? 'words' : 'text'
}

/** What the fields beside a text say of it. */
export const besideOf = (type: AnyRecordType, valueOf: ValueOf): Beside => {
  const text = (field: string) => (field in type.fields ? (valueOf(field) as string | null) : null)
  return {
    measure: text('measure') ?? text('criterion'),
    baseline: text('baseline'),
    by: text('by'),
    owner: text('owner'),
    due: text('due'),
  }
}
