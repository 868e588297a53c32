import type { Cycle } from '../../../domain/records/cycle.ts'

/** The fields of each part of a plan, in the order in which they are written. */
export const partFields = {
  assess: [
    'concern',
    'raisedBy',
    'raisedOn',
    'began',
    'assessedOn',
    'teacherAssessment',
    'evidence',
    'observations',
    'strengths',
    'barriers',
    'hypothesis',
  ],
  plan: ['adjustments', 'parentPart', 'keyPerson', 'agreedOn', 'agreedBy', 'reviewBy', 'toldOn', 'toldHow'],
  do: ['delivered'],
  review: ['reviewedOn', 'present', 'parentsCame', 'effect', 'decision', 'changed', 'reasons'],
} as const satisfies Record<string, readonly (keyof Cycle & string)[]>

/** Asked only of a plan that was ended without a review. */
export const endedFields = ['ended', 'endedWhy'] as const satisfies readonly (keyof Cycle & string)[]

/** Days on which something was done: none lies ahead. */
export const doneOn = [
  'raisedOn',
  'began',
  'assessedOn',
  'agreedOn',
  'toldOn',
  'reviewedOn',
  'ended',
] as const satisfies readonly (keyof Cycle & string)[]
