import type { Field } from './fields.ts'
import type { AnyRecordType, Subject } from './record.ts'
import { belongingTypes } from './rules/belongings.ts'
import type { RetentionGroup } from './rules/retentionRules.ts'

/** How much a field says of a person: by its nature, in free words, as an ordinary fact, or only whose row it is. */
export type Mark = 'special' | 'words' | 'personal' | 'link'

/** What a field tells of the people of its row; null where the rows are about nobody. */
export const markOf = (type: AnyRecordType, field: Field): Mark | null => {
  if (type.people.length === 0) return null
  if (field.special) return 'special'
  if (field.kind === 'longText') return 'words'
  return field.kind === 'key' ? 'link' : 'personal'
}

export const subjects: Readonly<Record<Subject, string>> = {
  pupil: 'pupils',
  family: 'parents, carers and others in a pupil’s life',
  staff: 'staff of the school',
  professional: 'professionals of authorities and services',
}

export type BasisName = 'record' | 'concern' | 'rights' | 'claims' | 'accountability' | 'staff'
export type Basis = {
  readonly what: string
  /** UK GDPR article 6. */
  readonly article6: string
  /** UK GDPR article 9; null where no special category data is meant. */
  readonly article9: string | null
  /** Data Protection Act 2018, Schedule 1. */
  readonly schedule1: string | null
  /** `usual`: what schools generally rely on; `open`: depends on the school. Neither was checked by a lawyer. */
  readonly sure: 'usual' | 'open'
}

const publicInterest = '9(2)(g) substantial public interest'
const statutory =
  'paragraph 6, statutory and government purposes, with the school’s appropriate policy document'

/** Proposals for the school's data protection officer, who confirms or changes each. Ours, from general knowledge of the law. */
export const bases: Readonly<Record<BasisName, Basis>> = {
  record: {
    what: 'Identifying and meeting pupils’ special educational needs, reviewing plans',
    article6:
      '6(1)(e) public task; 6(1)(c) legal obligation where the Children and Families Act 2014 (part 3) or the SEND Regulations 2014 lay a duty on the school',
    article9: publicInterest,
    schedule1: statutory,
    sure: 'usual',
  },
  concern: {
    what: 'Concerns about a pupil before it is known whether there is a need',
    article6: '6(1)(e) public task',
    article9: publicInterest,
    schedule1: `${statutory}; paragraph 18, safeguarding of children, where a child may be at risk`,
    sure: 'open',
  },
  rights: {
    what: 'Answering requests for access',
    article6: '6(1)(c) legal obligation (UK GDPR article 15)',
    article9: publicInterest,
    schedule1: statutory,
    sure: 'usual',
  },
  claims: {
    what: 'Keeping a record because of a complaint, a tribunal or a claim',
    article6: '6(1)(e) public task, or 6(1)(f) legitimate interests where the school is no public authority',
    article9: '9(2)(f) legal claims',
    schedule1: null,
    sure: 'open',
  },
  accountability: {
    what: 'Showing who did what: openings, disposals, jobs, texts that were not stored',
    article6: '6(1)(c) legal obligation (UK GDPR articles 5(2) and 32)',
    article9: publicInterest,
    schedule1: statutory,
    sure: 'usual',
  },
  staff: {
    what: 'Who teaches, supports, decides: the work of staff',
    article6: '6(1)(e) public task; for employment matters 6(1)(b) contract',
    article9: null,
    schedule1: null,
    sure: 'usual',
  },
}

const apart: Readonly<Record<string, BasisName>> = {
  Concern: 'concern',
  TeacherAsk: 'concern',
  StaffConcern: 'concern',
  AccessRequest: 'rights',
  Withholding: 'rights',
  Hold: 'claims',
  Disclosure: 'accountability',
  Disposal: 'accountability',
  Job: 'accountability',
  UnsavedText: 'accountability',
}
/** The record types whose basis is not told by whose data they are. */
export const typesWithBasisApart: readonly string[] = Object.keys(apart)

/** On what a school may rely for a record type; null where its rows are about nobody. */
export const basisOf = (type: AnyRecordType): BasisName | null => {
  if (type.people.length === 0) return null
  return apart[type.name] ?? (type.people.includes('pupil') ? 'record' : 'staff')
}

/** By which retention rules rows of a type go; `inUse`: no period, they stay until the school takes them out; `stays`: evidence. */
export type KeptAs = readonly RetentionGroup[] | 'inUse' | 'stays'
export const keptAs = (type: AnyRecordType): KeptAs => {
  if (type.name === 'Disclosure') return ['disclosure']
  if (type.name === 'Job') return ['job']
  if (type.name === 'Disposal') return 'stays'
  const ofPupil = belongingTypes().some((one) => one.type.name === type.name)
  if (!ofPupil) return 'inUse'
  const withPupil = ['sendFile', 'passedOn', 'pupilFile'] as const
  return type.name === 'StaffConcern' ? [...withPupil, 'concernAside'] : withPupil
}
