import type { Call, Graph, Site } from './call.ts'
import { guidOf } from './guid.ts'
import type { JsonObject } from './json.ts'
import { personShown } from './persons.ts'
import { itemNotFound } from './refusal.ts'
import { webUrlOf } from './sites.ts'
import type { FileEntry, World } from './world.ts'

export const driveId = (site: Site) => `b!${guidOf(`drive ${site.id}`).replaceAll('-', '')}`

/** Every file and folder of a site. */
export const filesOf = (graph: Graph, site: Site): readonly FileEntry[] =>
  [...graph.world.files.values()].filter((file) => file.site === site.id)

/** The root folder, which is always there and never kept. */
export const rootEntry = (site: Site): FileEntry => ({
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

export const childrenOf = (graph: Graph, site: Site, parent: FileEntry): readonly FileEntry[] =>
  filesOf(graph, site).filter((file) => file.parent === parent.id)

export const childNamed = (
  graph: Graph,
  site: Site,
  parent: FileEntry,
  name: string,
): FileEntry | undefined =>
  childrenOf(graph, site, parent).find((each) => each.name.toLowerCase() === name.toLowerCase())

/** The entry at a path below the root, or undefined. */
export const entryAt = (graph: Graph, site: Site, path: string): FileEntry | undefined => {
  let at: FileEntry | undefined = rootEntry(site)
  for (const name of path.split('/').filter(Boolean)) at = at && childNamed(graph, site, at, name)
  return at
}

/** The entry in the call's path, by its own path or its id. */
export const entryIn = (call: Call): FileEntry => {
  const { entry, path = '' } = call.params
  const found =
    entry === undefined
      ? entryAt(call.graph, call.site, path)
      : [rootEntry(call.site), ...filesOf(call.graph, call.site)].find(({ id }) => id === entry)
  if (!found) throw itemNotFound()
  return found
}

/** The folder of a file, as a path below the root; empty for the root itself. */
export const pathOf = (world: World, file: FileEntry): string => {
  const parent = file.parent === null ? undefined : folderWith(world, file.parent)
  return parent ? `${pathOf(world, parent)}/${parent.name}` : ''
}

const folderWith = (world: World, id: string): FileEntry | undefined => {
  const known = world.files.get(id)
  if (known) return known
  for (const binned of world.bin) if (binned.kind === 'file' && binned.file.id === id) return binned.file
  return undefined
}

/** A file's eTag, its quotes included. */
export const eTagOfFile = ({ id, version }: FileEntry): string => `"{${guidOf(id).toUpperCase()}},${version}"`

/** A file or folder as Graph sends it: a driveItem. */
export const fileShown = (graph: Graph, site: Site, file: FileEntry): JsonObject => {
  const isRoot = file.parent === null
  const where = pathOf(graph.world, file)
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
      : {
          '@microsoft.graph.downloadUrl': downloadAddress(graph, file),
          file: { mimeType: mimeTypeOf(file.name) },
        }),
  }
}

/** Where a file's bytes lie for everybody who knows the address: no token is needed there. */
const downloadAddress = (graph: Graph, file: FileEntry): string =>
  `https://${graph.host}/_api/v2.0/downloads/${file.id}`

const types: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  csv: 'text/csv',
  txt: 'text/plain',
}

export const mimeTypeOf = (name: string) =>
  types[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream'
