import { type NeedType, needTypes } from './codes.ts'

/** The census types of need in a text such as `SLCN, ASD`; null where it holds anything else. */
export const needTypesIn = (text: string): readonly NeedType[] | null => {
  const words = text
    .toUpperCase()
    .split(/[\s,;/]+|\bAND\b/)
    .filter(Boolean)
  return words.length > 0 && words.every((word) => Object.hasOwn(needTypes, word))
    ? ([...new Set(words)] as NeedType[])
    : null
}

/** Whether a text is a whole web address that may stand behind a link. */
export const isAddress = (text: string): boolean => {
  try {
    return ['https:', 'http:'].includes(new URL(text).protocol) && !/\s/.test(text)
  } catch {
    return false
  }
}
