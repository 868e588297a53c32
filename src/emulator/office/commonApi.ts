import { Coercion, Dispatch, FileType, Status } from './dispatch.ts'
import type { Answer, OfficeHost } from './officeHost.ts'
import type { BatchRequest } from './wire.ts'

const ok = (...payload: unknown[]): Answer => ({ status: Status.ok, payload })
const fail = (status: number): Answer => ({ status, payload: [null] })

type Handler = (host: OfficeHost, given: unknown[]) => Answer | Promise<Answer>

/** The batch travels as an array: custom data, verb, path, headers, body as JSON, and flags. */
const runBatch: Handler = async (host, [envelope]) => {
  const body = JSON.parse(String((envelope as unknown[])[4])) as BatchRequest
  return ok(200, [], JSON.stringify(await host.rich.run(body)))
}

/** Files given out by getFileAsync until the add-in closes them: handle → bytes. */
const openFiles = new WeakMap<OfficeHost, Map<string, Uint8Array>>()
const filesOf = (host: OfficeHost): Map<string, Uint8Array> => {
  const files = openFiles.get(host) ?? new Map<string, Uint8Array>()
  openFiles.set(host, files)
  return files
}

const getFile: Handler = async (host, [type]) => {
  if (host.document.refuses?.('reads')) return fail(Status.permissionDenied)
  if (type !== FileType.compressed) return fail(Status.notSupported)
  const files = filesOf(host)
  const handle = `file-${files.size + 1}`
  const bytes = await host.document.bytes()
  files.set(handle, bytes)
  return ok(handle, bytes.length)
}

const getSlice: Handler = (host, [handle, from, length]) => {
  const bytes = filesOf(host).get(String(handle))
  if (!bytes) return fail(Status.internal)
  const slice = bytes.subarray(Number(from), Number(from) + Number(length))
  return ok([...slice], slice.length)
}

const setSelected: Handler = (host, [coercion, data]) => {
  if (host.document.refuses?.('writes')) return fail(Status.permissionDenied)
  const insert = host.document.insertAtSelection?.bind(host.document)
  if (!insert) return fail(Status.selectionNotWritable)
  if (coercion === Coercion.ooxml || coercion === 'ooxml') insert('ooxml', String(data))
  else if (coercion === Coercion.text || coercion === 'text') insert('text', String(data))
  else return fail(Status.invalidCoercion)
  host.document.changed?.()
  return ok(null)
}

const addPart: Handler = (host, [xml]) => {
  if (host.document.refuses?.('writes')) return fail(Status.permissionDenied)
  const id = host.document.customXml.add(String(xml))
  if (id === null) return fail(Status.invalidXml)
  host.document.changed?.()
  return ok(id, false)
}

const deletePart: Handler = (host, [id]) => {
  if (host.document.refuses?.('writes')) return fail(Status.permissionDenied)
  if (!host.document.customXml.remove(String(id))) return fail(Status.xmlPartNotFound)
  host.document.changed?.()
  return ok(null)
}

const handlers: Record<number, Handler> = {
  [Dispatch.richApi]: runBatch,
  [Dispatch.getSelectedData]: (host, [coercion]) =>
    host.document.selectedText && (coercion === Coercion.text || coercion === 'text')
      ? ok(host.document.selectedText())
      : fail(Status.notSupported),
  [Dispatch.setSelectedData]: setSelected,
  [Dispatch.getFile]: getFile,
  [Dispatch.getFileSlice]: getSlice,
  [Dispatch.closeFile]: (host, [handle]) => {
    filesOf(host).delete(String(handle))
    return ok(null)
  },
  [Dispatch.getFileProperties]: (host) => ok([host.url]),
  [Dispatch.commandCompleted]: () => ok(null),
  [Dispatch.addXmlPart]: addPart,
  [Dispatch.getXmlPartById]: (host, [id]) => {
    const part = host.document.customXml.get(String(id))
    return part ? ok(part.id, part.builtIn) : ok(null)
  },
  [Dispatch.getXmlPartsByNamespace]: (host, [namespace]) =>
    ok(
      host.document.customXml
        .list()
        .filter((part) => part.namespace === namespace)
        .map((part) => [part.id, part.builtIn]),
    ),
  [Dispatch.getXmlPartXml]: (host, [id]) => {
    const part = host.document.customXml.get(String(id))
    return part ? ok(part.xml) : fail(Status.xmlPartNotFound)
  },
  [Dispatch.deleteXmlPart]: deletePart,
}

/** The Common API of a host by dispatch number; what is not here is refused as not supported, and noted. */
export const commonApi =
  (host: OfficeHost): OfficeHost['execute'] =>
  async (dispatch, parameters) => {
    const handler = handlers[dispatch]
    if (!handler) {
      host.refused.push(dispatch)
      return fail(Status.notSupported)
    }
    return handler(host, parameters)
  }
