/** How a member of the public API is reached on the wire. */
type MemberKind = 'value' | 'object' | 'objectMethod' | 'method'

/** One member of a host object, in Microsoft's camelCase name, with the requirement set it came in. */
export type Member = { is: MemberKind; since: string; writable?: true }

/**
 * What a host object answers to. A member that is not listed does not exist here, and using it fails by name.
 * - `id`: the value member that lets office.js find the object again by `getItem` (Excel sheets and tables).
 * - `tracked`: office.js keeps the object by reference between batches (Word's objects, Excel's ranges).
 * - `items`: the object is a collection; its `items` are host objects.
 */
export type HostApi = {
  name: string
  members: Readonly<Record<string, Member>>
  id?: string
  tracked?: true
  items?: true
}

/** A property holding plain data, which `load` may ask for. */
export const value = (since: string): Member => ({ is: 'value', since })
/** A property holding plain data, which may also be set. */
export const writable = (since: string): Member => ({ is: 'value', since, writable: true })
/** A property holding another host object. */
export const object = (since: string): Member => ({ is: 'object', since })
/** A method that answers with a host object (null where its name ends in OrNullObject). */
export const objectMethod = (since: string): Member => ({ is: 'objectMethod', since })
/** A method that answers with plain data or nothing. */
export const method = (since: string): Member => ({ is: 'method', since })

/** A host object: a class with a static `api`, or a plain object with an `api`. Members carry public names. */
export type HostObject = Record<string, unknown>

/** The member list of a host object. Throws a TypeError for anything else: that is a bug of this host. */
export const apiOf = (target: object): HostApi => {
  const own = (target as { api?: HostApi }).api ?? (target.constructor as unknown as { api?: HostApi }).api
  if (!own) throw new TypeError(`${target.constructor.name} has no list of members`)
  return own
}

/** What an add-in sees as OfficeExtension.Error: Microsoft's code, a message, and where it happened. */
export class ApiError extends Error {
  readonly code: string
  readonly location: string | undefined
  constructor(code: string, message: string, location?: string) {
    super(message)
    this.name = 'ApiError'
    this.code = code
    this.location = location
  }
}

export const invalidArgument = (location: string): ApiError =>
  new ApiError('InvalidArgument', 'The argument is invalid or missing or has an incorrect format.', location)

export const itemNotFound = (location: string): ApiError =>
  new ApiError('ItemNotFound', "The requested resource doesn't exist.", location)
