import { t } from '../../words/t.ts'
import { facts } from '../../documents/form/facts.ts'
import type { FormField } from '../../documents/form/fields.ts'
import { listFacts } from '../../documents/form/listFacts.ts'
import type { Mapped } from '../../documents/form/propose.ts'
import type { KeyOption } from '../controls/control.ts'

/** Of what a fact is, before its own name: `Pupil: UPN`. */
const groups: Readonly<Record<string, string>> = {
  pupil: t`Pupil`,
  review: t`Review`,
  school: t`School`,
  parent1: t`Parent`,
  parent2: t`Parent`,
  section: t`Plan`,
}

const group = (id: string) => groups[id.split('.')[0]!] ?? t`Review`

const texts: readonly KeyOption[] = [...facts.values()]
  .map(({ id, label }) => ({ key: id, text: `${group(id)}: ${label}` }))
  .toSorted((a, b) => a.text.localeCompare(b.text, 'en-GB'))

const answers: readonly KeyOption[] = [...facts.values()]
  .flatMap(({ id, label, codes }) =>
    Object.entries(codes ?? {}).map(([code, name]) => ({
      key: `${id}|${code}`,
      text: t`${group(id)}: ${label} is ${name}`,
    })),
  )
  .toSorted((a, b) => a.text.localeCompare(b.text, 'en-GB'))

/** What a place can take: a fact, or for a box one answer of a fact. */
export const optionsFor = ({ takes }: Pick<FormField, 'takes'>): readonly KeyOption[] =>
  takes === 'tick' ? answers : texts

export const keyOfMapped = (mapped: Mapped | undefined): string | null =>
  mapped ? (mapped.code ? `${mapped.fact}|${mapped.code}` : mapped.fact) : null

export const mappedOfKey = (key: string): Mapped => {
  const [fact = '', code] = key.split('|')
  return code ? { fact, code } : { fact }
}

const named = new Map([...texts, ...answers].map(({ key, text }) => [key, text]))

/** `Pupil: UPN`; '' where nothing goes there. */
export const wordsOfMapped = (mapped: Mapped | undefined): string =>
  named.get(keyOfMapped(mapped) ?? '') ?? ''

export const listOptions: readonly KeyOption[] = listFacts.map(({ id, label }) => ({ key: id, text: label }))
