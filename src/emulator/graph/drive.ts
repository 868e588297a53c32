import { fromBase64 } from './base64.ts'
import { context, instant, type Call, type Graph, type Reply, type Site } from './call.ts'
import { conflictOf, entityContext, freeName, nameTaken, newEntry, store } from './fileStore.ts'
import {
  childNamed, childrenOf, driveId, entryAt, entryIn, eTagOfFile, filesOf, fileShown, mimeTypeOf,
} from './fileTree.ts' // prettier-ignore
import { isObject } from './json.ts'
import { personShown } from './persons.ts'
import { allowOnly, fromToken, linkWith, pick, selected, topOf, toToken } from './query.ts'
import { badArgument, badRequest, itemNotFound, Refusal } from './refusal.ts'
import { readBody } from './readBody.ts'
import { webUrlOf } from './sites.ts'
import type { FileEntry } from './world.ts'

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

export const entry = (call: Call): Reply => {
  allowOnly(call.query, '$select')
  const shown = fileShown(call.graph, call.site, entryIn(call))
  return { status: 200, body: { '@odata.context': entityContext, ...pick(shown, selected(call.query)) } }
}

const byName = new Intl.Collator('en-GB', { sensitivity: 'base' })

/** What lies in a folder, by name, 200 to a page unless `$top` says otherwise. */
export const children = (call: Call): Reply => {
  allowOnly(call.query, '$select', '$top', '$skiptoken')
  const { graph, site } = call
  const keys = selected(call.query)
  const behind = call.query.get('$skiptoken')
  const after = behind === undefined ? '' : fromToken(behind)
  if (after === null) throw badArgument()
  const rest = [...childrenOf(graph, site, entryIn(call))]
    .sort((a, b) => byName.compare(a.name, b.name))
    .filter(({ name }) => after === '' || byName.compare(name, after) > 0)
  const page = rest.slice(0, Math.min(topOf(call.query) ?? 200, 5000))
  const more = page.length < rest.length ? page.at(-1) : undefined
  return {
    status: 200,
    body: {
      '@odata.context': context('drives/root/children'),
      ...(more ? { '@odata.nextLink': linkWith(call.url, '$skiptoken', toToken(more.name)) } : {}),
      value: page.map((each) => pick(fileShown(graph, site, each), keys)),
    },
  }
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

export const upload = async (call: Call): Promise<Reply> => {
  allowOnly(call.query, '@microsoft.graph.conflictBehavior')
  const path = call.params['path'] ?? ''
  matchETag(call, entryAt(call.graph, call.site, path))
  return store(
    call,
    path,
    call.bytes,
    conflictOf(call.query.get('@microsoft.graph.conflictBehavior'), 'replace'),
  )
}

const matchETag = ({ headers }: Call, before: FileEntry | undefined) => {
  const asked = headers.get('if-match')
  if (asked === null || asked === '*' || (before && asked === eTagOfFile(before))) return
  throw new Refusal(412, 'notAllowed', "ETag does not match current item's value", {
    inner: 'preconditionFailed',
  })
}

/** Puts a file, or a folder with all that is in it, into the site's recycle bin. */
export const drop = async (call: Call): Promise<Reply> => {
  allowOnly(call.query)
  const { graph, site, persona } = call
  const entry = entryIn(call)
  if (entry.parent === null) throw badRequest('Cannot delete the root folder')
  matchETag(call, entry)
  const bin = { deleted: instant(graph.now()), deletedBy: persona.id }
  const all = withContents(graph, site, entry)
  await graph.commit(all.map(({ id }) => ({ drop: 'file', file: id, ...bin })))
  return { status: 204 }
}

const withContents = (graph: Graph, site: Site, entry: FileEntry): readonly FileEntry[] => [
  ...childrenOf(graph, site, entry).flatMap((child) => withContents(graph, site, child)),
  entry,
]

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
    bytes: fromBase64(file.content),
    headers: { 'Content-Type': mimeTypeOf(file.name), ETag: eTagOfFile(file) },
  }
}
