import type { DocumentContent } from '../documents/blocks.ts'
import type { Design } from '../documents/design/design.ts'
import { docxOf } from '../documents/docx.ts'
import { troubleOf, type Trouble } from '../domain/problem.ts'
import type { Stored } from '../domain/record.ts'
import { DocumentDesign } from '../domain/records/documentDesign.ts'
import { orNone } from './orNone.ts'
import type { Services } from './services.tsx'

/** What the look of documents needs of the school that is open: the screens' services, or a connection of its own. */
export type DesignSource = Pick<Services, 'records' | 'files'> & {
  readonly school: { readonly name: string }
}

/** The school's look. `trouble`: why it is not the one that was chosen; documents then have ours. */
export type Look = {
  readonly design: Design | undefined
  readonly chosen: Stored<DocumentDesign> | null
  readonly trouble: Trouble | string | null
}

export const templatesFolder = 'Templates'

/** The choice that counts: the newest. */
export const chosenDesign = (all: readonly Stored<DocumentDesign>[]): Stored<DocumentDesign> | null =>
  all.toSorted((a, b) => (a.key < b.key ? 1 : -1))[0] ?? null

/** What a file of the school's makes of documents. */
export const readDesign = async (
  kind: 'template' | 'logo',
  bytes: Uint8Array,
  schoolName: string,
): Promise<
  | { readonly design: Design; readonly told: readonly string[]; readonly says: readonly string[] }
  | { readonly complaint: string }
> => {
  if (kind === 'template') {
    const { designFromTemplate } = await import('../documents/design/fromTemplate.ts')
    return designFromTemplate(bytes, schoolName)
  }
  const { designFromLogo } = await import('../documents/design/fromLogo.ts')
  const read = designFromLogo(bytes, schoolName)
  return 'complaint' in read ? read : { design: read.design, told: [], says: [] }
}

const looks = new WeakMap<object, Promise<Look>>()

const lookNow = async ({ records, files, school }: DesignSource): Promise<Look> => {
  const rows = await orNone(records.store(DocumentDesign).all())
  const chosen = chosenDesign(rows.records)
  if (!chosen || chosen.kind === 'plain' || !chosen.file) return { design: undefined, chosen, trouble: null }
  try {
    const bytes = await files.read('senco', `${templatesFolder}/${chosen.file}`)
    const read = await readDesign(chosen.kind, bytes, school.name)
    return 'complaint' in read
      ? { design: undefined, chosen, trouble: read.complaint }
      : { design: read.design, chosen, trouble: null }
  } catch (thrown) {
    const trouble = troubleOf(thrown)
    // A template that was deleted holds up nobody; what can be tried again is.
    if (trouble.code === 'gone') return { design: undefined, chosen, trouble }
    throw thrown
  }
}

/** How this school's documents look: read once for as long as the page is open. */
export const lookOf = (source: DesignSource): Promise<Look> => {
  const known = looks.get(source.records)
  if (known) return known
  const reading = lookNow(source)
  looks.set(source.records, reading)
  reading.catch(() => looks.delete(source.records))
  return reading
}

/** After another look was chosen: the next document has it. */
export const forgetLook = ({ records }: Pick<DesignSource, 'records'>): void => void looks.delete(records)

/** A Word document in the school's own look. */
export const docxFor = async (
  source: DesignSource,
  content: DocumentContent,
): Promise<Uint8Array<ArrayBuffer>> => docxOf(content, (await lookOf(source)).design)
