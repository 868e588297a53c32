import { Problem, type Trouble } from '../domain/problem.ts'
import type { Stored } from '../domain/record.ts'
import type { Progress, Written } from '../graph/storeTypes.ts'
import { decide } from './compare.ts'
import { type Loose, type Step, wholeRecord } from './plan.ts'
import type { StepResult, Why } from './result.ts'
import type { Rows } from './rows.ts'

/** A step with its place in the plan. */
export type Placed = { readonly at: number; readonly step: Step }
export type Settled = Map<number, StepResult>
/** What a round over some steps came to: those that are not settled yet, and what stood in their way. */
export type Round = { readonly open: readonly Placed[]; readonly problem: Problem | null }

/** Rounds in which others may save a row just before us, and those in which no clear answer may come. */
const mostTries = 4

/** Tries per step, kept over the rounds of one group. */
export type Tries = Map<number, number>

/**
 * Writes some steps of one type and verb, each compared with its row first. Steps that met a trouble that passes stay
 * open. Throws Problem only where nothing could be read or written at all.
 */
export const round = async (
  steps: readonly Placed[],
  rows: Rows,
  settled: Settled,
  isRefused: (key: string) => boolean,
  tries: Tries,
  onBatch: Progress = () => {},
): Promise<Round> => {
  const toWrite: (Placed & { readonly row: Stored<Loose> | null; readonly changes: Loose })[] = []
  const refuse = (at: number, why: Why) => settled.set(at, { outcome: 'refused', why })
  for (const { at, step } of steps) {
    if (step.after?.some(isRefused)) {
      refuse(at, { is: 'without' })
      continue
    }
    const row = await rows.of(step)
    if (row && 'unreadable' in row) {
      refuse(at, { is: 'unreadable', fields: row.unreadable as readonly string[] })
      continue
    }
    const found = row as Stored<Loose> | null
    const decision = decide(step, found)
    if (decision.is === 'refused') refuse(at, decision.why)
    else if (decision.is === 'already') settled.set(at, { outcome: 'stored', already: true })
    else toWrite.push({ at, step, row: found, changes: decision.changes ?? {} })
  }
  if (toWrite.length === 0) return { open: [], problem: null }
  const written = await writeAll(toWrite, rows, onBatch)
  const open: Placed[] = []
  let problem: Problem | null = null
  toWrite.forEach(({ at, step }, index) => {
    const each = written[index]!
    if (each.outcome === 'stored') {
      rows.put(step, each.record)
      const after = step.do === 'create' ? decide(step, each.record) : null
      if (after?.is === 'refused') refuse(at, after.why)
      else settled.set(at, { outcome: 'stored' })
      return
    }
    const met = each.problem instanceof Problem ? each.problem : unforeseen(each.problem)
    const last = lastWord(met.trouble, at, tries)
    if (last) refuse(at, last)
    else {
      if (met.trouble.code === 'changed' && met.trouble.theirs)
        rows.put(step, met.trouble.theirs as Stored<Loose>)
      else if (isPassing(met)) problem = met
      open.push({ at, step })
    }
  })
  return { open, problem }
}

const unforeseen = (thrown: unknown) =>
  new Problem({ code: 'unexpected' }, 'A row met something unforeseen', thrown)

const passing: readonly Trouble['code'][] = ['busy', 'offline', 'signedOut', 'noAccess', 'notSetUp']
/** What says nothing of the row itself: the whole job waits, or pauses. */
export const isPassing = ({ code }: Problem): boolean => passing.includes(code)

/** The reason where a step is refused for good; null where it is tried once more. */
const lastWord = (trouble: Trouble, at: number, tries: Tries): Why | null => {
  if (passing.includes(trouble.code)) return null
  if (trouble.code === 'refused')
    return { is: 'refused', why: trouble.why, ...(trouble.field ? { field: trouble.field } : {}) }
  if (trouble.code === 'gone') return { is: 'gone' }
  const count = (tries.get(at) ?? 0) + 1
  tries.set(at, count)
  return count < mostTries ? null : { is: 'noAnswer' }
}

type ToWrite = Placed & { readonly row: Stored<Loose> | null; readonly changes: Loose }

const writeAll = (toWrite: readonly ToWrite[], rows: Rows, onBatch: Progress): Promise<Written<Loose>[]> => {
  const first = toWrite[0]!.step
  const store = rows.store(first)
  switch (first.do) {
    case 'create':
      return store.createMany(
        toWrite.map(({ step }) => ({ key: step.key, record: wholeRecord(step as Step & { do: 'create' }) })),
        onBatch,
      )
    case 'change':
      return store.updateMany(
        toWrite.map(({ row, changes }) => ({ stored: row!, changes })),
        onBatch,
      )
    case 'archive':
    case 'restore':
      return store.shelveMany(
        toWrite.map(({ row, step }) => ({
          stored: row!,
          reason: step.do === 'archive' ? step.reason : null,
        })),
        onBatch,
      )
  }
}
