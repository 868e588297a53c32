import { derivedKey } from '../derivedKey.ts'
import { blank } from '../record.ts'
import type { ClassTeacher } from '../records/classTeacher.ts'
import type { Policy } from '../records/policy.ts'
import { PolicyReading } from '../records/policyReading.ts'
import type { Day } from './day.ts'

/** Somebody who can be asked to read something. `address`: what they sign in with; null: they can’t tick it themselves. */
export type Reader = { readonly name: string; readonly address: string | null }

const idOf = ({ name, address }: Reader): string => (address ?? name).trim().toLowerCase()

/** Staff of classes on a day, each once, by name; what a second row of somebody adds is their address. */
export const staffToAsk = (
  rows: readonly Pick<ClassTeacher, 'name' | 'userPrincipalName' | 'from' | 'until'>[],
  today: Day,
): readonly Reader[] => {
  const found = new Map<string, Reader>()
  for (const { name, userPrincipalName: address, from, until } of rows) {
    if ((from && from > today) || (until && until < today)) continue
    const reader = { name: name.trim(), address: address?.trim() || null }
    if (!found.has(idOf(reader))) found.set(idOf(reader), reader)
  }
  // Somebody who stands once with an address and once without is one person.
  const withAddress = new Set(
    [...found.values()].flatMap(({ name, address }) => (address ? [name.toLowerCase()] : [])),
  )
  return [...found.values()]
    .filter(({ name, address }) => address !== null || !withAddress.has(name.toLowerCase()))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'))
}

/** Names typed one a line, each with an address after a comma where it has one; lines without a name are left out. */
export const readersTyped = (text: string): readonly Reader[] =>
  text.split(/\r?\n/).flatMap((line): Reader[] => {
    const [name = '', address = ''] = line.split(/[,;\t]/).map((part) => part.trim())
    return name
      ? [{ name: name.slice(0, 120), address: address.includes('@') ? address.slice(0, 120) : null }]
      : []
  })

/** Who of these was not asked to read this version. */
export const notAsked = <R extends Reader>(
  readers: readonly R[],
  asked: readonly Pick<PolicyReading, 'person' | 'userPrincipalName'>[],
): readonly R[] => {
  const known = new Set(
    asked.flatMap(({ person, userPrincipalName }) =>
      [person, userPrincipalName].flatMap((one) => (one ? [one.trim().toLowerCase()] : [])),
    ),
  )
  return readers.filter(({ name, address }) => !known.has((address ?? name).trim().toLowerCase()))
}

/** The rows that ask these people; asked twice, each is there once. */
export const askingRows = (
  policy: Pick<Policy, 'name' | 'version' | 'link'> & { readonly key: string },
  readers: readonly Reader[],
  today: Day,
): readonly { readonly key: string; readonly record: PolicyReading }[] =>
  readers.map((reader) => ({
    key: derivedKey(policy.key, PolicyReading.name, policy.version ?? '', idOf(reader)),
    record: blank(PolicyReading, {
      policy: policy.key,
      name: policy.name,
      version: policy.version,
      link: policy.link,
      person: reader.name,
      userPrincipalName: reader.address,
      askedOn: today,
    }),
  }))

/** What somebody who is signed in was asked to read and has not. */
export const toRead = <R extends Pick<PolicyReading, 'userPrincipalName' | 'readOn'>>(
  rows: readonly R[],
  address: string,
): readonly R[] =>
  rows.filter(
    ({ userPrincipalName, readOn }) =>
      readOn === null && userPrincipalName?.trim().toLowerCase() === address.trim().toLowerCase(),
  )
