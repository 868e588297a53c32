import type { Value } from '../domain/fields.ts'
import { Problem } from '../domain/problem.ts'
import { blank, type AnyRecordType } from '../domain/record.ts'
import type { Job } from '../domain/records/job.ts'
import { recordTypeNamed } from '../domain/records/index.ts'

/** A record of a type known only at run time. */
export type Loose = Readonly<Record<string, Value>>
/** A field's value when the plan was made, and what it is to be. */
export type FieldChange = { readonly from: Value; readonly to: Value }

type OfStep = {
  /** What the person knows it by: a file's row, or its place in the preview. */
  readonly row: number
  /** The name of the record type, and the record's own key. */
  readonly type: string
  readonly key: string
  /** Whose record it is, where that is not the record itself. */
  readonly pupil?: string
  /** Keys of records of this plan without which this one makes no sense: refused when one of them was. */
  readonly after?: readonly string[]
}
/** One plain write. Doing it twice is as good as once: that is what lets a job go on after anything. */
export type Step = OfStep &
  /** `emptied`: what the row says once it is undone, where its text must not be read in the archive either. */
  (
    | { readonly do: 'create'; readonly record: Loose; readonly emptied?: Loose }
    | {
        readonly do: 'change'
        readonly changes: Readonly<Record<string, FieldChange>>
        /** Also where the record is archived. */
        readonly archivedToo?: true
      }
    /** `holds`: left alone where the record says something else by now. */
    | { readonly do: 'archive'; readonly reason: string; readonly holds?: Loose }
    /** `reason`: left alone where it was archived for another one since. */
    | { readonly do: 'restore'; readonly reason?: string | null }
  )

/** Why a row of a file is not, or not only, a write: as an import says it. */
export type Said = { readonly column: string; readonly found: string; readonly expected: string }
/** A row of the file or preview itself, whatever it comes to. */
export type Line = {
  readonly row: number
  readonly how: 'new' | 'changed' | 'unchanged' | 'refused'
  readonly reasons: readonly Said[]
  readonly notices: readonly { readonly column: string; readonly message: string }[]
}

export type Plan = {
  readonly kind: Job['kind']
  readonly title: string
  readonly steps: readonly Step[]
  /** The rows of an import's file; other plans have none. */
  readonly lines?: readonly Line[]
}

export const typeOfStep = ({ type }: Pick<Step, 'type'>): AnyRecordType => recordTypeNamed(type)!

/** A created record with every field. A plan's file leaves out what is blank. */
export const wholeRecord = (step: Step & { readonly do: 'create' }): Loose =>
  blank(typeOfStep(step), step.record) as Loose

const version = 1
const filled = (record: Loose): Loose =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null))

/** A plan as the bytes of its file. */
export const planBytes = (plan: Plan): Uint8Array => {
  const steps = plan.steps.map((step) =>
    step.do === 'create' ? { ...step, record: filled(step.record) } : step,
  )
  return new TextEncoder().encode(JSON.stringify({ version, ...plan, steps }))
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const verbs = ['create', 'change', 'archive', 'restore']

const isOf = (type: AnyRecordType, record: object): boolean =>
  Object.keys(record).every((name) => Object.hasOwn(type.fields, name))

const isStep = (value: unknown): boolean => {
  if (!isObject(value)) return false
  const { row, type, key, do: verb } = value
  const known = typeof type === 'string' ? recordTypeNamed(type) : undefined
  if (!known || typeof row !== 'number' || typeof key !== 'string' || !verbs.includes(verb as string))
    return false
  const given = verb === 'create' ? value['record'] : verb === 'change' ? value['changes'] : {}
  const emptied = value['emptied'] ?? {}
  if (![given, emptied].every((record) => isObject(record) && isOf(known, record))) return false
  return verb !== 'archive' || typeof value['reason'] === 'string'
}

/** Reads a plan's file back. Problem `refused` where somebody changed it into something else. */
export const planFrom = (bytes: Uint8Array): Plan => {
  try {
    const read: unknown = JSON.parse(new TextDecoder().decode(bytes))
    if (
      isObject(read) &&
      read['version'] === version &&
      Array.isArray(read['steps']) &&
      read['steps'].every(isStep)
    )
      return read as unknown as Plan
  } catch {
    // Told below with the rest: a file that is no JSON is a file that was changed.
  }
  throw new Problem(
    { code: 'refused', why: 'The file with the rows of this job was changed or cut short' },
    'A job’s plan can’t be read',
  )
}
