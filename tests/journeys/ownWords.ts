import { type AnyRecordType, fieldsOf } from '../../src/domain/record.ts'
import { recordTypes } from '../../src/domain/records/index.ts'
import { localPersonas, localSites } from '../../src/emulator/graph/local.ts'
import { localConfig } from '../../src/emulator/localConfig.ts'
import type { Store } from '../../src/graph/storeTypes.ts'
import type { Local } from './harness.ts'
import { recordsOf } from './tabRecords.ts'

type Row = Readonly<Record<string, unknown>>

/** What somebody wrote into a record: its texts. A choice is a code, and its words belong to the language. */
const textsIn = (type: AnyRecordType, row: Row): string[] =>
  fieldsOf(type).flatMap(([name, { kind }]) => {
    const value = row[name]
    return (kind === 'text' || kind === 'longText' || kind === 'upn') && typeof value === 'string'
      ? [value]
      : []
  })

/** Everything that is the same in each language because people of the schools wrote it or are called so. */
export type OwnWords = { readonly has: (said: string) => boolean; readonly without: (said: string) => string }

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Texts of all records of the made-up schools as they are now, names of people, schools, sites, lists and files. */
export const ownWordsOf = async (local: Local, more: readonly string[] = []): Promise<OwnWords> => {
  const written = await Promise.all(
    localConfig.schools.flatMap(({ id }) =>
      recordTypes.map(async (type) => {
        const store = recordsOf(local, id).store(type) as unknown as Store<Row & object>
        const { records } = await store.allWithArchived()
        return records.flatMap((row) => textsIn(type, row as Row))
      }),
    ),
  )
  const named = [
    ...more,
    ...localConfig.schools.map(({ name }) => name),
    ...localSites.map(({ displayName }) => displayName),
    ...localPersonas.flatMap(({ user }) => [user.displayName, user.userPrincipalName]),
    ...recordTypes.map(({ list }) => list),
  ]
  const texts = [...new Set([...written.flat(), ...named])]
    .map((text) => text.trim())
    .filter((text) => text.length > 1)
  const lines = new Set(texts.flatMap((text) => [text, ...text.split('\n').map((line) => line.trim())]))
  const whole = texts.join('\n')
  const short = [...lines]
    .filter((line) => line.length > 2 && line.length < 80)
    .sort((a, b) => b.length - a.length)
  const anywhere = new RegExp(`(?<![\\p{L}])(?:${short.map(escaped).join('|')})(?![\\p{L}])`, 'gu')
  return {
    has: (said) => {
      const begun = said.replace(/…$/, '').trim()
      return lines.has(said) || (begun.length > 12 && whole.includes(begun))
    },
    without: (said) => said.replace(anywhere, ' '),
  }
}
