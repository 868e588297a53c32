import { context, instant, type Call, type Graph, type Reply, type Site } from './call.ts'
import { toBase64 } from './base64.ts'
import { childNamed, fileShown, rootEntry } from './fileTree.ts'
import { refuseName, refusePath } from './fileNames.ts'
import { badArgument, itemNotFound, Refusal } from './refusal.ts'
import type { FileEntry } from './world.ts'

/** What to do when a name is taken. */
export type Conflict = 'fail' | 'replace' | 'rename'

export const entityContext = context('drives/root/$entity')

export const conflictOf = (value: unknown, otherwise: Conflict): Conflict => {
  const text = value ?? otherwise
  if (text !== 'fail' && text !== 'replace' && text !== 'rename') throw badArgument()
  return text
}

export const nameTaken = () => new Refusal(409, 'nameAlreadyExists', 'Name already exists')

/** A new file or, without bytes, a new folder; the name must be one that SharePoint takes. */
export const newEntry = (
  { graph, site, persona }: Pick<Call, 'graph' | 'site' | 'persona'>,
  parent: FileEntry,
  name: string,
  bytes: Uint8Array | null,
): FileEntry => {
  refuseName(name)
  refusePath(graph, site, parent, name)
  const made = instant(graph.now())
  return {
    id: `01${graph.newGuid().replaceAll('-', '').toUpperCase()}`,
    site: site.id,
    parent: parent.id,
    name,
    folder: bytes === null,
    content: bytes && toBase64(bytes),
    size: bytes?.length ?? 0,
    version: 1,
    created: made,
    createdBy: persona.id,
    modified: made,
    modifiedBy: persona.id,
  }
}

/** The name with the first free number behind it: `minutes 1.docx`. */
export const freeName = (graph: Graph, site: Site, parent: FileEntry, name: string): string => {
  const dot = name.lastIndexOf('.')
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, '']
  for (let number = 1; ; number += 1) {
    const next = `${stem} ${number}${ending}`
    if (!childNamed(graph, site, parent, next)) return next
  }
}

/**
 * Writes a file at a path, its folders made on the way. 201 for a new file, 200 for a new version of an old one,
 * 409 when the name is taken and that was not wanted.
 */
export const store = async (
  call: Pick<Call, 'graph' | 'site' | 'persona'>,
  path: string,
  bytes: Uint8Array,
  conflict: Conflict,
): Promise<Reply> => {
  const { graph, site, persona } = call
  const names = path.split('/').filter(Boolean)
  const name = names.pop() ?? ''
  const made: FileEntry[] = []
  let parent = rootEntry(site)
  for (const each of names) {
    const known: FileEntry | undefined = made.includes(parent)
      ? undefined
      : childNamed(graph, site, parent, each)
    if (known && !known.folder) throw itemNotFound()
    const folder = known ?? newEntry(call, parent, each, null)
    if (!known) made.push(folder)
    parent = folder
  }
  if (name === '') throw badArgument()
  const taken = childNamed(graph, site, parent, name)
  if (taken && (conflict === 'fail' || (conflict === 'replace' && taken.folder))) throw nameTaken()
  const file =
    taken && conflict === 'replace'
      ? {
          ...taken,
          content: toBase64(bytes),
          size: bytes.length,
          version: taken.version + 1,
          modified: instant(graph.now()),
          modifiedBy: persona.id,
        }
      : newEntry(call, parent, taken ? freeName(graph, site, parent, name) : name, bytes)
  await graph.commit([...made, file].map((each) => ({ put: 'file', file: each })))
  const body = { '@odata.context': entityContext, ...fileShown(graph, site, file) }
  return { status: taken && conflict === 'replace' ? 200 : 201, body }
}
