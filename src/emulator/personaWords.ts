import type { Persona, SiteSeed } from './graph/tenant.ts'

const verbs = [
  ['owner', 'owns, and makes lists on,'],
  ['write', 'reads and writes on'],
  ['read', 'only reads on'],
] as const

/** What a persona may do, in words: which sites they own, change or read. */
export const mayDo = ({ id }: Persona, sites: readonly SiteSeed[]): string => {
  const parts = verbs.flatMap(([role, verb]) => {
    const names = sites.filter(({ members }) => members[id] === role).map(({ displayName }) => displayName)
    return names.length === 0
      ? []
      : [`${verb} ${names.length === sites.length ? 'every site' : names.join(', ')}`]
  })
  return parts.join('; ') || 'sees none of the SEND sites'
}
