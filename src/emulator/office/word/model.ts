import type { HostObject } from '../hostObject.ts'
import type { ControlType } from './controls.ts'
import type { WordFile } from './wordFile.ts'

/** Where new content goes, in Word's own words. */
export type InsertLocation = 'Replace' | 'Start' | 'End' | 'Before' | 'After'

/**
 * What the host objects share: the open file, and one host object for each element, so that an add-in that holds
 * one holds the same one after a sync.
 */
export type WordModel = {
  word: WordFile
  /** Kinds of control that the plain collections give. Word gives rich text alone: see docs/emulator-office.md. */
  offered: readonly ControlType[]
  /** Whether a requirement set such as 'WordApi 1.9' is advertised. */
  offers: (set: string) => boolean
  paragraph(element: Element): HostObject
  paragraphs(of: () => Element[]): HostObject
  table(element: Element): HostObject
  tables(of: () => Element[]): HostObject
  control(element: Element): HostObject
  controls(of: () => Element[], offered?: readonly ControlType[]): HostObject
  range(elements: readonly Element[]): HostObject
}
