import { context, instant, type Call, type Graph, type Reply, type Site } from './call.ts'
import { guidOf } from './guid.ts'
import { isObject, type JsonObject } from './json.ts'
import { personShown } from './persons.ts'
import { allowOnly, pick, selected } from './query.ts'
import { badArgument, badRequest, itemNotFound, Refusal } from './refusal.ts'
import { readBody } from './readBody.ts'
import { webUrlOf } from './sites.ts'
import type { FileEntry } from './world.ts'

export type Conflict = 'fail' | 'replace' | 'rename'

const driveId = (site: Site) => `b!${guidOf(`drive ${site.id}`).replaceAll('-', '')}`

export const drive = (call: Call): Reply => {
  allowOnly(call.query, '$select')
  const used = filesOf(call.graph, call.site).reduce((sum, { size }) => sum + size, 0)
  const total = 27_487_790_694_400
  const body = {
    createdDateTime: '2024-09-02T08:00:00Z',
    description: '',
    id: driveId(call.site),
    lastModifiedDateTime: '2024-09-02T08:00:00Z',
    name: 'Documents',
    webUrl: `${webUrlOf(call.graph.host, call.site)}/Shared%20Documents`,
    driveType: 'documentLibrary',
    owner: personShown(call.graph, ''),
    quota: { deleted: 0, remaining: total - used, state: 'normal', total, used },
  }
  return {
    status: 200,
    body: { '@odata.context': context('drives/$entity'), ...pick(body, selected(call.query)) },
  }
}

const filesOf = (graph: Graph, site: Site): readonly FileEntry[] =>
  [...graph.world.files.values()].filter((file) => file.site === site.id)

const rootEntry = (site: Site): FileEntry => ({
  id: `01ROOT${guidOf(`root ${site.id}`).slice(0, 8).toUpperCase()}`,
  site: site.id,
  parent: null,
  name: 'root',
  folder: true,
  content: null,
  size: 0,
  version: 1,
  created: '2024-09-02T08:00:00Z',
  createdBy: '',
  modified: '2024-09-02T08:00:00Z',
  modifiedBy: '',
})

const childrenOf = (graph: Graph, site: Site, parent: FileEntry): readonly FileEntry[] =>
  filesOf(graph, site).filter((file) => file.parent === parent.id)

const childNamed = (graph: Graph, site: Site, parent: FileEntry, name: string): FileEntry | undefined =>
  childrenOf(graph, site, parent).find((each) => each.name.toLowerCase() === name.toLowerCase())

/** The entry at a path below the root, or undefined. */
const entryAt = (graph: Graph, site: Site, path: string): FileEntry | undefined => {
  let at: FileEntry | undefined = rootEntry(site)
  for (const name of path.split('/').filter(Boolean)) at = at && childNamed(graph, site, at, name)
  return at
}

const entryIn = (call: Call): FileEntry => {
  const { entry, path = '' } = call.params
  const found =
    entry === undefined
      ? entryAt(call.graph, call.site, path)
      : [rootEntry(call.site), ...filesOf(call.graph, call.site)].find(({ id }) => id === entry)
  if (!found) throw itemNotFound()
  return found
}

const pathOf = (graph: Graph, site: Site, file: FileEntry): string => {
  const parent = file.parent === null ? undefined : graph.world.files.get(file.parent)
  return parent ? `${pathOf(graph, site, parent)}/${parent.name}` : ''
}

export const eTagOfFile = ({ id, version }: FileEntry): string => `"{${guidOf(id).toUpperCase()}},${version}"`

export const fileShown = (graph: Graph, site: Site, file: FileEntry): JsonObject => {
  const isRoot = file.parent === null
  const where = pathOf(graph, site, file)
  const address = `${where}/${file.name}`.split('/').map(encodeURIComponent).join('/')
  return {
    createdDateTime: file.created,
    cTag: `"c:{${guidOf(file.id).toUpperCase()}},${file.version}"`,
    eTag: eTagOfFile(file),
    id: file.id,
    lastModifiedDateTime: file.modified,
    name: file.name,
    size: file.size,
    webUrl: `${webUrlOf(graph.host, site)}/Shared%20Documents${isRoot ? '' : address}`,
    createdBy: personShown(graph, file.createdBy),
    lastModifiedBy: personShown(graph, file.modifiedBy),
    parentReference: {
      driveId: driveId(site),
      driveType: 'documentLibrary',
      siteId: site.id,
      ...(isRoot ? {} : { id: file.parent, path: `/drives/${driveId(site)}/root:${where}` }),
    },
    fileSystemInfo: { createdDateTime: file.created, lastModifiedDateTime: file.modified },
    ...(isRoot ? { root: {} } : {}),
    ...(file.folder
      ? { folder: { childCount: childrenOf(graph, site, file).length } }
      : { file: { mimeType: typeOf(file.name) } }),
  }
}

const types: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  csv: 'text/csv',
  txt: 'text/plain',
}

const typeOf = (name: string) =>
  types[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream'

const entityContext = context('drives/root/$entity')

export const entry = (call: Call): Reply => {
  allowOnly(call.query, '$select')
  const shown = fileShown(call.graph, call.site, entryIn(call))
  return { status: 200, body: { '@odata.context': entityContext, ...pick(shown, selected(call.query)) } }
}

export const children = (call: Call): Reply => {
  allowOnly(call.query, '$select')
  const { graph, site } = call
  const keys = selected(call.query)
  const value = childrenOf(graph, site, entryIn(call)).map((each) => pick(fileShown(graph, site, each), keys))
  return { status: 200, body: { '@odata.context': context('drives/root/children'), value } }
}

export const conflictOf = (value: unknown, otherwise: Conflict): Conflict => {
  const text = value ?? otherwise
  if (text !== 'fail' && text !== 'replace' && text !== 'rename') throw badArgument()
  return text
}

export const makeFolder = async (call: Call): Promise<Reply> => {
  const { graph, site } = call
  const given = readBody(call)
  const { name, folder } = given
  if (typeof name !== 'string' || !isObject(folder)) throw badArgument()
  const conflict = conflictOf(given['@microsoft.graph.conflictBehavior'], 'fail')
  const parent = entryIn(call)
  const taken = childNamed(graph, site, parent, name)
  if (taken && conflict !== 'rename') {
    if (conflict === 'replace' && taken.folder)
      return { status: 200, body: { '@odata.context': entityContext, ...fileShown(graph, site, taken) } }
    throw nameTaken()
  }
  const file = newEntry(call, parent, taken ? freeName(graph, site, parent, name) : name, null)
  await graph.commit([{ put: 'file', file }])
  return { status: 201, body: { '@odata.context': entityContext, ...fileShown(graph, site, file) } }
}

const nameTaken = () => new Refusal(409, 'nameAlreadyExists', 'Name already exists')

const newEntry = (
  { graph, site, persona }: Pick<Call, 'graph' | 'site' | 'persona'>,
  parent: FileEntry,
  name: string,
  bytes: Uint8Array | null,
): FileEntry => {
  if (name === '' || name.length > 255 || /["*:<>?/\\|]/.test(name) || /^\s|\s$/.test(name)) {
    throw badRequest(
      'The provided name cannot contain any of these characters or begin or end with a space: " * : < > ? / \\ |',
    )
  }
  const made = instant(graph.now())
  return {
    id: `01${graph.newGuid().replaceAll('-', '').toUpperCase()}`,
    site: site.id,
    parent: parent.id,
    name,
    folder: bytes === null,
    content: bytes && Buffer64.encode(bytes),
    size: bytes?.length ?? 0,
    version: 1,
    created: made,
    createdBy: persona.id,
    modified: made,
    modifiedBy: persona.id,
  }
}

const Buffer64 = {
  encode: (bytes: Uint8Array): string => {
    let text = ''
    for (let at = 0; at < bytes.length; at += 0x8000)
      text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
    return btoa(text)
  },
  decode: (text: string): Uint8Array => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)),
}

const freeName = (graph: Graph, site: Site, parent: FileEntry, name: string): string => {
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
  const taken = childNamed(graph, site, parent, name)
  if (taken && (conflict === 'fail' || (conflict === 'replace' && taken.folder))) throw nameTaken()
  const file =
    taken && conflict === 'replace'
      ? {
          ...taken,
          content: Buffer64.encode(bytes),
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

export const upload = async (call: Call): Promise<Reply> => {
  allowOnly(call.query, '@microsoft.graph.conflictBehavior')
  const path = call.params['path'] ?? ''
  const before = entryAt(call.graph, call.site, path)
  const asked = call.headers.get('if-match')
  if (asked !== null && asked !== '*' && (!before || asked !== eTagOfFile(before))) {
    throw new Refusal(412, 'notAllowed', "ETag does not match current item's value", {
      inner: 'preconditionFailed',
    })
  }
  return store(
    call,
    path,
    call.bytes,
    conflictOf(call.query.get('@microsoft.graph.conflictBehavior'), 'replace'),
  )
}

/** 302 to an address that needs no token, as SharePoint answers. */
export const download = (call: Call): Reply => {
  const file = entryIn(call)
  if (file.folder) throw badRequest('You cannot get content for a folder')
  return { status: 302, headers: { Location: `https://${call.graph.host}/_api/v2.0/downloads/${file.id}` } }
}

export const downloaded = (graph: Graph, id: string): Reply => {
  const file = graph.world.files.get(id)
  if (!file || file.content === null) throw itemNotFound()
  return {
    status: 200,
    bytes: Buffer64.decode(file.content),
    headers: { 'Content-Type': typeOf(file.name), ETag: eTagOfFile(file) },
  }
}
