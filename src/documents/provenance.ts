import { fingerprint } from '../domain/fingerprint.ts'
import type { DocumentContent } from './blocks.ts'
import { boundIn } from './boundIn.ts'
import { plainText } from './plainText.ts'

/**
 * What each field of a document said when it was put there, as digests: enough to tell whether a text is still that
 * one, never the text itself. See docs/decisions on provenance.
 */
export type Provenance = {
  readonly salt: string
  /** Tag → digest. */
  readonly said: ReadonlyMap<string, string>
}

/** Eight letters are 48 bits: no two texts of a review meet by chance. */
const letters = 8
const short = (text: string) =>
  btoa(String.fromCharCode(...fingerprint(text).subarray(0, 6)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .slice(0, letters)

/** The digest of a field's text as a reader sees it; equal texts of other fields and files have others. */
export const digestOf = (salt: string, tag: string, text: string): string =>
  short(`${salt}\n${tag}\n${plainText(text)}`)

/** Whether a field said this when it was put there; null where the file doesn't know. */
export const saidThen = (
  provenance: Provenance | null | undefined,
  tag: string,
  text: string,
): boolean | null => {
  const digest = provenance?.said.get(tag)
  return provenance && digest !== undefined ? digestOf(provenance.salt, tag, text) === digest : null
}

/** Of a new document: everything that is bound in it. The same content has the same digests. */
export const provenanceOf = (content: DocumentContent): Provenance => {
  const { kind, keys, made } = content.identity
  const salt = short([kind, made, ...Object.values(keys)].join('\n'))
  const said = new Map<string, string>()
  for (const [tag, { text }] of boundIn(content)) said.set(tag, digestOf(salt, tag, text))
  return { salt, said }
}

/** The same with some fields' texts written anew; a tag with null is forgotten. */
export const saidAnew = (
  { salt, said }: Provenance,
  texts: ReadonlyMap<string, string | null>,
): Provenance => {
  const now = new Map(said)
  for (const [tag, text] of texts)
    if (text === null) now.delete(tag)
    else now.set(tag, digestOf(salt, tag, text))
  return { salt, said: now }
}
