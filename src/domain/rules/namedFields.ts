/** What a letter of the school’s own may have filled in for each pupil, with what it says. The names are English in every language. */
export const namedFields = {
  pupil: 'Forename and surname',
  'first name': 'The name the pupil is called by',
  class: 'Class',
  year: 'Year group',
  family: 'Whom the letter greets',
  school: 'The school',
  senco: 'The SENCO',
  telephone: 'Telephone of the school',
  email: 'Email of the school',
  'key adult': 'Key adult of the pupil',
  'review date': 'Day of the next annual review meeting',
  'conversation by': 'Last day for the next conversation about SEN support',
  today: 'The day of the letter',
} as const
export type NamedField = keyof typeof namedFields

const braces = /\{([^{}]*)\}/g
const plain = (name: string) => name.trim().toLowerCase().replace(/\s+/g, ' ')
const isNamed = (name: string): name is NamedField => Object.hasOwn(namedFields, name)

/** What stands in braces and can’t be filled in; a brace that is never closed or opened is one of them. */
export const unknownFields = (text: string): readonly string[] => [
  ...[...text.matchAll(braces)].flatMap(([whole, name = '']) => (isNamed(plain(name)) ? [] : [whole])),
  ...(/[{}]/.test(text.replace(braces, '')) ? ['{'] : []),
]

/** Which fields a text has, each once, in the order in which they come. */
const fieldsIn = (text: string): readonly NamedField[] => [
  ...new Set([...text.matchAll(braces)].map(([, name = '']) => plain(name)).filter((name) => isNamed(name))),
]

/**
 * A text with its fields filled in, and those for which there was nothing. These stay in braces: a gap is seen and is
 * never a sentence that says something else.
 */
export const filledIn = (
  text: string,
  values: Readonly<Record<NamedField, string | null>>,
): { readonly text: string; readonly missing: readonly NamedField[] } => ({
  text: text.replace(braces, (whole, name: string) => {
    const field = plain(name)
    return (isNamed(field) ? values[field] : null) ?? whole
  }),
  missing: fieldsIn(text).filter((name) => !values[name]),
})
