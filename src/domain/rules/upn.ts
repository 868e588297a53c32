import { t } from '../../words/t.ts'

const letters = 'ABCDEFGHJKLMNPQRTUVWXYZ'

const valueOf = (character: string) => {
  const letter = letters.indexOf(character)
  return letter >= 0 ? letter : Number(character)
}

/**
 * The check letter for the twelve characters after it.
 * Source: DfE, Unique Pupil Numbers guidance: characters 2 to 13 times their position, summed, modulo 23.
 */
export const upnCheckLetter = (rest: string): string =>
  letters[[...rest].reduce((sum, character, i) => sum + valueOf(character) * (i + 2), 0) % 23]!

/** As it is stored: capitals, no spaces. */
export const normaliseUpn = (text: string): string => text.replace(/\s+/g, '').toUpperCase()

/** What is wrong with a Unique Pupil Number, in words that do not repeat it; null when it is right. */
export const upnComplaint = (upn: string): string | null => {
  if (upn.length !== 13) return t`A UPN has 13 characters; this has ${upn.length}`
  if (/[IOS]/.test(upn[0]! + upn[12]!)) return t`A UPN never uses the letters I, O or S`
  if (!/^[A-Z]/.test(upn)) return t`A UPN begins with its check letter`
  if (!/^.\d{11}/.test(upn)) return t`Characters 2 to 12 of a UPN are digits`
  if (!/[0-9A-HJ-NP-RT-Z]$/.test(upn)) return t`A UPN ends in a digit, or in a letter when it is temporary`
  const expected = upnCheckLetter(upn.slice(1))
  if (expected !== upn[0])
    return t`The check letter should be ${expected} for these digits: look for a typing slip`
  return null
}

/** A temporary UPN ends in a letter; the school is still to learn the permanent one. */
export const isTemporaryUpn = (upn: string): boolean => /[A-Z]$/.test(upn)
