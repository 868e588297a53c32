import type { Strength } from '../../domain/rules/why.ts'

/** How what isn't answered is put before a person: by how binding it is, the law first. */
export const askedHeadings = {
  must: 'The law asks for this, and it isn’t answered yet',
  should: 'Statutory guidance asks for this',
  rest: 'Usually recorded',
} as const
export type Asked = keyof typeof askedHeadings

export const askedKind = (strength: Strength | null): Asked =>
  strength === 'must' || strength === 'should' ? strength : 'rest'
