import type { FieldOf, Kind, Value } from '../../domain/fields.ts'
import type { Day } from '../../domain/rules/day.ts'

/** One of the records that a key may point to, as a person reads it. */
export type KeyOption = { readonly key: string; readonly text: string }

/** What the control of a field gets; its label comes from Fluent's Field around it. */
export type ControlProps<K extends Kind = Kind> = {
  readonly field: FieldOf<K>
  readonly value: Value
  /** Text as typed that is no value yet; null otherwise. */
  readonly typed: string | null
  readonly readOnly: boolean
  /** For a key: what it may point to. */
  readonly options: readonly KeyOption[]
  /** For a day: no later one is taken. */
  readonly latest?: Day | null
  onValue(value: Value): void
  onWrong(typed: string, message: string): void
  /** The person has finished with this field. */
  onLeave(): void
}
