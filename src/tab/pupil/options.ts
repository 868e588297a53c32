import { inWords } from '../../words/t.ts'
import type { Stored } from '../../domain/record.ts'
import type { Need } from '../../domain/records/need.ts'
import type { Outcome } from '../../domain/records/outcome.ts'
import type { Provision } from '../../domain/records/provision.ts'
import { needTypes } from '../../domain/rules/codes.ts'
import type { KeyOption } from '../../ui/controls/control.ts'

const cut = (text: string, most = 90) => (text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text)

/** What a person picks from: each record by what it is called. */
export const needOptions = (needs: readonly Stored<Need>[]): KeyOption[] =>
  needs.map(({ key, type }) => ({ key, text: inWords(needTypes[type]) }))
export const outcomeOptions = (outcomes: readonly Stored<Outcome>[]): KeyOption[] =>
  outcomes.map(({ key, text }) => ({ key, text: cut(text) }))
export const provisionOptions = (provisions: readonly Stored<Provision>[]): KeyOption[] =>
  provisions.map(({ key, name }) => ({ key, text: name }))
