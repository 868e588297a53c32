import { recordedText } from './bind.ts'
import { plainText } from './plainText.ts'
import { type Provenance, saidThen } from './provenance.ts'
import type { Difference } from './readBack.ts'

/**
 * What a field said when it was put into the document, out of the record's earlier versions, newest first: the text
 * whose digest the file has. Null where no version said so.
 */
export const thenIn = (
  { place, field, tag }: Pick<Difference, 'place' | 'field' | 'tag'>,
  versions: readonly { readonly values: unknown }[],
  provenance: Provenance,
): string | null => {
  for (const { values } of versions) {
    const then = { ...place, record: values as NonNullable<typeof place.record> }
    const text = plainText(recordedText(then, field))
    if (saidThen(provenance, tag, text)) return text
  }
  return null
}
