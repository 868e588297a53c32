import { ApiError, apiOf, itemNotFound, type HostObject, type Member } from './hostObject.ts'
import { everything, wantedOf, type Wanted } from './query.ts'
import { supports, type Matrix } from './requirementSets.ts'
import {
  ActionType,
  PathType,
  camel,
  pascal,
  type Action,
  type ArgumentInfo,
  type BatchRequest,
  type BatchResponse,
  type ObjectPath,
  type PathIds,
} from './wire.ts'

/** One round trip that the add-in asked for. */
export type Batch = { request: BatchRequest; response: BatchResponse; writes: boolean }

/** A page that runs all day must not keep every document that was ever inserted. */
const batchesKept = 200

type Options = {
  /** What `isSetSupported` answers; read at each batch, so a page may change it. */
  matrix: () => Matrix
  /** Objects that office.js makes by type name instead of reaching them from the document. */
  newObjects?: Record<string, () => HostObject>
  /** Why the document may not be read or written now; null where it may. */
  refuses?: (does: 'reads' | 'writes') => ApiError | null
  /** Called after a batch that changed something. */
  onChange?: () => void
  /** A fault of this host, not of the add-in: shown by whoever runs the host. */
  onFault?: (fault: unknown) => void
}

/** office.js makes objects of its own at start (telemetry, ribbon); they are accepted and do nothing. */
const ignored = Symbol('made by office.js for itself')
type Target = HostObject | typeof ignored | null

const isInternal = (request: BatchRequest): boolean =>
  Object.values(request.ObjectPaths).some((path) => path.Name.startsWith('Microsoft.InternalService'))
const isCleanUp = (request: BatchRequest): boolean => {
  const methods = request.Actions.filter((action) => action.ActionType !== ActionType.instantiate)
  return methods.length > 0 && methods.every((action) => action.Name.startsWith('_Remove'))
}

/**
 * Runs the batches of `Word.run` and `Excel.run` against host objects. It knows nothing of either: what an object
 * answers to is in its member list (`hostObject.ts`), and anything else fails with ApiNotFound, by name.
 */
export class RichApi {
  readonly root: HostObject
  /** Every batch of the add-in, newest last, without office.js's own and without the freeing of references. */
  readonly batches: Batch[] = []
  /**
   * What goes wrong on the way, for tests. `before` may wait, never answer, or throw an ApiError with nothing done;
   * `after` the same with everything done.
   */
  trouble: {
    before?: (request: BatchRequest) => void | Promise<void>
    after?: (request: BatchRequest) => void | Promise<void>
  } = {}
  readonly #options: Options
  readonly #references = new Map<string, HostObject>()
  #next = 1

  constructor(root: object, options: Options) {
    this.root = root as HostObject
    this.#options = options
  }

  /** Answers one batch. Never rejects: what goes wrong is in `Error`, with the index of the action. */
  async run(request: BatchRequest): Promise<BatchResponse> {
    if (isInternal(request) || isCleanUp(request)) return new Run(this, request).answer()
    const { before, after } = this.trouble
    const stopped = await troubleIn(before, request)
    if (stopped) return stopped
    const response = await new Run(this, request).answer()
    const writes = request.Actions.some((action) => isWrite(action)) || hasMethodPath(request)
    this.batches.push({ request, response, writes })
    if (this.batches.length > batchesKept) this.batches.shift()
    if (writes) this.#options.onChange?.()
    return (await troubleIn(after, request)) ?? response
  }

  /** Throws where the document may not be read or written now. */
  permit(does: 'reads' | 'writes', where: string): void {
    const refused = this.#options.refuses?.(does)
    if (refused) throw new ApiError(refused.code, refused.message, where)
  }

  /** A new name for an object: another batch that still frees an older name of it doesn't take this one away. */
  referenceTo(target: HostObject): string {
    const name = `{ref-${this.#next++}}`
    this.#references.set(name, target)
    return name
  }

  referred(name: string): HostObject {
    const target = this.#references.get(name)
    if (!target || target['isDeleted'] === true) throw itemNotFound('reference')
    return target
  }

  forget(name: string): void {
    this.#references.delete(name)
  }

  made(name: string): Target {
    return this.#options.newObjects?.[name]?.() ?? ignored
  }

  fault(fault: unknown): void {
    this.#options.onFault?.(fault)
  }

  /** Finds a member by its wire name, or fails by name: not here at all, or not in the sets advertised. */
  member(target: HostObject, name: string, kinds: readonly Member['is'][]): Member {
    const api = apiOf(target)
    const where = `${api.name}.${name}`
    const member = Object.hasOwn(api.members, name) ? api.members[name] : undefined
    if (!member || !kinds.includes(member.is))
      throw new ApiError('ApiNotFound', `This host does not implement ${where}`, where)
    if (!supports(this.#options.matrix(), member.since))
      throw new ApiError(
        'ApiNotFound',
        `${where} needs ${member.since}, which this host does not offer`,
        where,
      )
    return member
  }

  offers(member: Member): boolean {
    return supports(this.#options.matrix(), member.since)
  }
}

const troubleIn = async (
  trouble: RichApi['trouble']['before'],
  request: BatchRequest,
): Promise<BatchResponse | null> => {
  try {
    await trouble?.(request)
    return null
  } catch (thrown) {
    if (!(thrown instanceof ApiError)) throw thrown
    const { code, message, location = '' } = thrown
    return {
      Results: [],
      TraceIds: [],
      Error: { Code: code, Message: message, Location: location, ActionIndex: 0 },
    }
  }
}

/** Methods that change nothing whatever they are called on. */
const harmless = /^(?:get|search|select|save)/i

/** Methods that change nothing of the document: those that get, look for, or only move the cursor. */
const reads = /^(?:_|get|search|expandTo|intersectWith|compareLocationWith|select)/i

const isWrite = (action: Action): boolean =>
  action.ActionType === ActionType.setProperty ||
  action.ActionType === ActionType.update ||
  (action.ActionType === ActionType.method && !reads.test(action.Name))
const hasMethodPath = (request: BatchRequest): boolean =>
  Object.values(request.ObjectPaths).some(
    (path) => path.ObjectPathType === PathType.method && !reads.test(path.Name),
  )

/** One batch while it runs: its paths are worked out once, in the order in which actions need them. */
class Run {
  readonly #host: RichApi
  readonly #request: BatchRequest
  readonly #paths = new Map<number, Target | Error>()
  /** One name for an object in all of a batch. */
  readonly #names = new Map<HostObject, string>()

  constructor(host: RichApi, request: BatchRequest) {
    this.#host = host
    this.#request = request
  }

  async answer(): Promise<BatchResponse> {
    const response: BatchResponse = { Results: [], TraceIds: [] }
    for (const [index, action] of this.#request.Actions.entries()) {
      try {
        if (action.ActionType === ActionType.trace) response.TraceIds.push(action.Id)
        const Value = action.ActionType === ActionType.trace ? null : await this.#act(action)
        response.Results.push({ ActionId: action.Id, Value })
      } catch (thrown) {
        if (!(thrown instanceof ApiError)) this.#host.fault(thrown)
        const error = thrown instanceof ApiError ? thrown : new ApiError('GeneralException', String(thrown))
        const Location = error.location ?? ''
        response.Error = { Code: error.code, Message: error.message, Location, ActionIndex: index }
        break
      }
    }
    return response
  }

  async #act(action: Action): Promise<unknown> {
    const target = await this.#resolve(action.ObjectPathId)
    if (target === ignored) return action.ActionType === ActionType.instantiate ? {} : null
    switch (action.ActionType) {
      case ActionType.instantiate:
        return this.#identity(target)
      case ActionType.query:
        this.#host.permit('reads', target ? apiOf(target).name : '')
        return this.#read(target, wantedOf(action.QueryInfo ?? {}))
      case ActionType.method:
        return this.#call(target, action)
      case ActionType.setProperty:
        return this.#set(target, camel(action.Name), (await this.#arguments(action.ArgumentInfo))[0])
      case ActionType.update:
        for (const [name, next] of Object.entries(action.ObjectState ?? {}))
          this.#set(target, camel(name), next)
        return null
      default:
        throw new ApiError('ApiNotFound', `This host does not implement action type ${action.ActionType}`)
    }
  }

  async #call(target: HostObject | null, action: Action): Promise<unknown> {
    if (action.Name === '_KeepReference') {
      if (target) this.#nameOf(target)
      return null
    }
    if (action.Name === '_RemoveReference') {
      this.#host.forget(String(action.ArgumentInfo?.Arguments?.[0]))
      return null
    }
    if (!target) throw itemNotFound(action.Name)
    const name = camel(action.Name)
    this.#host.member(target, name, ['method'])
    this.#permit(target, name)
    return (await this.#invoke(target, name, action.ArgumentInfo)) ?? null
  }

  #set(target: HostObject | null, name: string, next: unknown): null {
    if (!target) throw itemNotFound(name)
    const where = `${apiOf(target).name}.${name}`
    if (!this.#host.member(target, name, ['value']).writable)
      throw new ApiError('InvalidArgument', `${where} can't be set`, where)
    this.#host.permit('writes', where)
    target[name] = next
    return null
  }

  #permit(target: HostObject, name: string): void {
    this.#host.permit(harmless.test(name) ? 'reads' : 'writes', `${apiOf(target).name}.${name}`)
  }

  async #invoke(target: HostObject, name: string, info: ArgumentInfo | undefined): Promise<unknown> {
    const given = await this.#arguments(info)
    return (target[name] as (...given: unknown[]) => unknown).apply(target, given)
  }

  async #resolve(id: number): Promise<Target> {
    const known = this.#paths.get(id)
    if (known instanceof Error) throw known
    if (known !== undefined) return known
    try {
      const target = await this.#follow(this.#request.ObjectPaths[id])
      this.#paths.set(id, target)
      return target
    } catch (thrown) {
      this.#paths.set(id, thrown instanceof Error ? thrown : new Error(String(thrown)))
      throw thrown
    }
  }

  async #follow(path: ObjectPath | undefined): Promise<Target> {
    if (!path) throw new ApiError('GeneralException', 'The batch names a path that it does not describe')
    switch (path.ObjectPathType) {
      case PathType.global:
        return this.#host.root
      case PathType.newObject:
        return this.#host.made(path.Name)
      case PathType.reference:
        return this.#host.referred(path.Name)
      case PathType.nullObject:
        return null
    }
    const parent = await this.#resolve(path.ParentObjectPathId ?? 0)
    if (parent === ignored || parent === null) return parent
    const name = path.ObjectPathType === PathType.indexer ? 'getItem' : camel(path.Name)
    const found = await this.#reach(parent, name, path)
    if (found === null && !name.endsWith('OrNullObject')) throw itemNotFound(`${apiOf(parent).name}.${name}`)
    return found
  }

  async #reach(parent: HostObject, name: string, path: ObjectPath): Promise<HostObject | null> {
    if (path.ObjectPathType === PathType.property) {
      this.#host.member(parent, name, ['object'])
      return ((await parent[name]) ?? null) as HostObject | null
    }
    this.#host.member(parent, name, ['objectMethod'])
    this.#permit(parent, name)
    return ((await this.#invoke(parent, name, path.ArgumentInfo)) ?? null) as HostObject | null
  }

  async #arguments(info: ArgumentInfo | undefined): Promise<unknown[]> {
    const paths = info?.ReferencedObjectPathIds ?? []
    return Promise.all((info?.Arguments ?? []).map((given, at) => this.#argument(given, paths[at] ?? 0)))
  }

  async #argument(given: unknown, path: number | PathIds): Promise<unknown> {
    if (typeof path === 'number') return path === 0 ? this.#plain(given) : this.#resolve(path)
    return Promise.all((given as unknown[]).map((each, at) => this.#argument(each, path[at] ?? 0)))
  }

  async #plain(given: unknown): Promise<unknown> {
    if (given === null || typeof given !== 'object' || Array.isArray(given)) return given
    if ('_ObjectPathId' in given) return this.#resolve(Number(given._ObjectPathId))
    const entries = Object.entries(given).map(
      async ([name, each]) => [name, await this.#plain(each)] as const,
    )
    return Object.fromEntries(await Promise.all(entries))
  }

  #nameOf(target: HostObject): string {
    const name = this.#names.get(target) ?? this.#host.referenceTo(target)
    this.#names.set(target, name)
    return name
  }

  #identity(target: HostObject | null): Record<string, unknown> | null {
    if (!target) return null
    const api = apiOf(target)
    const identity: Record<string, unknown> = {}
    if (api.id) identity[pascal(api.id)] = target[api.id]
    if (api.tracked && this.#request.AutoKeepReference) identity['_ReferenceId'] = this.#nameOf(target)
    return identity
  }

  async #read(target: HostObject | null, wanted: Wanted): Promise<Record<string, unknown> | null> {
    if (!target) return null
    const api = apiOf(target)
    const answer = this.#identity(target) ?? {}
    const wantedHere = api.items
      ? { ...wanted, names: new Set<string>(), held: new Map(), all: false }
      : wanted
    if (api.items) answer['_Items'] = await this.#readItems(target, wanted)
    for (const [name, member] of Object.entries(api.members))
      if (wantedHere.all && member.is === 'value' && this.#host.offers(member))
        answer[pascal(name)] = await target[name]
    for (const name of wantedHere.names) {
      const member = this.#host.member(target, name, ['value', 'object'])
      answer[pascal(name)] =
        member.is === 'value'
          ? await target[name]
          : await this.#read(((await target[name]) ?? null) as HostObject | null, everything())
    }
    for (const [name, below] of wantedHere.held) {
      this.#host.member(target, name, ['object'])
      answer[pascal(name)] = await this.#read(((await target[name]) ?? null) as HostObject | null, below)
    }
    return answer
  }

  async #readItems(target: HostObject, wanted: Wanted): Promise<unknown[]> {
    const items = (await target['items']) as HostObject[]
    const from = wanted.skip ?? 0
    const shown = items.slice(from, wanted.top === undefined ? undefined : from + wanted.top)
    const each = { ...wanted, top: undefined, skip: undefined }
    const read: unknown[] = []
    for (const item of shown) read.push(await this.#read(item, each))
    return read
  }
}
