import type { NeedType } from '../../../domain/rules/codes.ts'
import { autism, speech } from './communication.ts'
import { downSyndrome, literacy, moderate } from './cognition.ts'
import { hearing, physical, vision } from './physical.ts'
import { unassessed, other } from './other.ts'
import { wellbeing } from './wellbeing.ts'

/** What should become possible, with where it starts, how it is seen, and what reviews say of it. */
export type Goal = {
  readonly text: string
  readonly baseline: string
  readonly measure: string
  readonly met: string
  readonly coming: string
  readonly stuck: string
}

/** What a good SENCO writes of one type of need. Templates of `say`. */
export type NeedWords = {
  /** What it is; a description takes one of each row. */
  readonly described: readonly (readonly string[])[]
  readonly sources: readonly string[]
  readonly goals: readonly Goal[]
  readonly steps: readonly Pick<Goal, 'text' | 'baseline' | 'measure'>[]
  readonly specified: readonly string[]
  readonly hard: readonly string[]
  readonly wants: readonly string[]
  readonly worries: readonly string[]
  readonly working: readonly string[]
  readonly notWorking: readonly string[]
}

const words: Partial<Record<NeedType, NeedWords>> = {
  SLCN: speech,
  ASD: autism,
  SPLD: literacy,
  MLD: moderate,
  DS: downSyndrome,
  SEMH: wellbeing,
  HI: hearing,
  VI: vision,
  PD: physical,
  OTH: other,
  NSA: unassessed,
}
export const wordsFor = (type: NeedType): NeedWords => words[type] ?? other
