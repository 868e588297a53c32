import type { Call, Graph, Reply, Upload } from './call.ts'
import { conflictOf, store } from './fileStore.ts'
import { fileShown } from './fileTree.ts'
import { isObject, type JsonObject } from './json.ts'
import { allowOnly } from './query.ts'
import { badRequest, Refusal } from './refusal.ts'
import { readBody } from './readBody.ts'
import type { Message } from './batch.ts'

/** Hands out an address of its own to which the bytes are sent in pieces, without a token. */
export const createUploadSession = (call: Call): Reply => {
  allowOnly(call.query)
  const given = call.bytes.length > 0 ? readBody(call) : {}
  const item = given['item'] ?? {}
  if (!isObject(item)) throw badRequest('Invalid request')
  const path = call.params['path'] ?? ''
  const { name } = item
  const upload: Upload = {
    id: call.graph.newGuid(),
    site: call.site,
    by: call.persona,
    path: typeof name === 'string' ? `${path.split('/').slice(0, -1).join('/')}/${name}` : path,
    conflict: conflictOf(item['@microsoft.graph.conflictBehavior'], 'fail'),
    deferCommit: given['deferCommit'] === true,
    size: null,
    received: new Uint8Array(),
    expires: new Date(call.graph.now().getTime() + 24 * 3_600_000).toISOString(),
    finished: null,
  }
  call.graph.uploads.set(upload.id, upload)
  const uploadUrl = `https://${call.graph.host}/_api/v2.0/uploads/${upload.id}`
  return { status: 200, body: { uploadUrl, expirationDateTime: upload.expires, nextExpectedRanges: ['0-'] } }
}

/** A request to an upload's own address: PUT a piece, GET how far it is, POST to finish, DELETE to give up. */
export const uploadRequest = async (graph: Graph, message: Message, id: string): Promise<Reply> => {
  if (message.headers.has('authorization')) {
    throw new Refusal(401, 'unauthenticated', 'The upload address takes no Authorization header.')
  }
  const upload = graph.uploads.get(id)
  if (!upload)
    throw new Refusal(404, 'itemNotFound', 'The upload session was not found', {
      inner: 'uploadSessionNotFound',
    })
  switch (message.method) {
    case 'GET':
      return finishedReply(graph, upload) ?? { status: 200, body: progress(upload) }
    case 'DELETE':
      graph.uploads.delete(id)
      return { status: 204 }
    case 'PUT':
      if (upload.finished !== null)
        throw invalidRange('Uploaded fragment overlaps with existing data.', 'fragmentOverlap')
      return piece(graph, upload, message)
    case 'POST':
      if (upload.finished !== null) return finishedReply(graph, upload) as Reply
      if (upload.size === null || upload.received.length < upload.size)
        throw badRequest('The upload is not complete', 'uploadSessionIncomplete')
      return finish(graph, upload)
    default:
      throw new Refusal(405, 'notAllowed', 'This method is not allowed here')
  }
}

const progress = ({ expires, received }: Upload): JsonObject => ({
  expirationDateTime: expires,
  nextExpectedRanges: [`${received.length}-`],
})

// A finished upload that is asked again tells of the file, so that a lost last answer can be made good.
const finishedReply = (graph: Graph, { site, finished }: Upload): Reply | null => {
  const file = finished === null ? undefined : graph.world.files.get(finished)
  return file ? { status: 201, body: fileShown(graph, site, file) } : null
}

const invalidRange = (message: string, inner: string) => new Refusal(416, 'invalidRange', message, { inner })

/** Pieces of a large file are multiples of this (driveItem: createUploadSession). */
const fragment = 327_680

const piece = async (graph: Graph, upload: Upload, { headers, bytes }: Message): Promise<Reply> => {
  const [, from, to, size] = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(headers.get('content-range') ?? '') ?? []
  if (from === undefined || Number(to) - Number(from) + 1 !== bytes.length) {
    throw badRequest('The Content-Range header is missing or malformed.')
  }
  if (upload.size !== null && upload.size !== Number(size))
    throw badRequest('The size of the file changed on the way.')
  if (Number(from) < upload.received.length) {
    throw invalidRange('Uploaded fragment overlaps with existing data.', 'fragmentOverlap')
  }
  if (Number(from) > upload.received.length || Number(to) >= Number(size)) {
    throw invalidRange('Uploaded fragment is out of order.', 'fragmentOutOfOrder')
  }
  const last = Number(to) + 1 === Number(size)
  if (!last && Number(size) > fragment && bytes.length % fragment !== 0) {
    throw badRequest('Each piece but the last must be a multiple of 327,680 bytes.')
  }
  if (bytes.length >= 60 * 1024 * 1024) {
    throw new Refusal(413, 'invalidRequest', 'A piece must be smaller than 60 MiB.', {
      inner: 'maxFragmentLengthExceeded',
    })
  }
  const received = new Uint8Array(upload.received.length + bytes.length)
  received.set(upload.received)
  received.set(bytes, upload.received.length)
  const next = { ...upload, size: Number(size), received }
  graph.uploads.set(upload.id, next)
  if (received.length < next.size || upload.deferCommit) return { status: 202, body: progress(next) }
  return finish(graph, next)
}

const finish = async (graph: Graph, upload: Upload): Promise<Reply> => {
  const { site, by, path, received, conflict } = upload
  try {
    const reply = await store({ graph, site, persona: by }, path, received, conflict)
    const { id } = reply.body as { id: string }
    graph.uploads.set(upload.id, { ...upload, received: new Uint8Array(), finished: id })
    return reply
  } catch (error) {
    if (!(error instanceof Refusal) || error.status !== 409) throw error
    throw new Refusal(
      409,
      'upload_name_conflict',
      'Another file exists with the same name as the uploaded session. You can redirect the upload session to use a new filename by calling PUT with the new metadata and @microsoft.graph.sourceUrl attribute.',
    )
  }
}
