import { harrowdale } from './legacyFields.ts'
import { saltford } from './headingsOnly.ts'
import { westmoor } from './denseTable.ts'

/** Forms of three invented authorities, to try how filling a form works before the real one is at hand. */
export const exampleForms = [
  { authority: 'Westmoor Council', about: 'Everything in tables, ticks in cells', file: westmoor },
  { authority: 'Harrowdale Borough', about: 'Form fields with limits, and check boxes', file: harrowdale },
  { authority: 'Saltford Bay Council', about: 'Headings with room below', file: saltford },
] as const
