/**
 * The messages that office.js sends and expects, as its npm version 1.1.110 was seen to use them.
 * Wire names are the public names with a capital first letter.
 */
export const ActionType = {
  instantiate: 1,
  query: 2,
  method: 3,
  setProperty: 4,
  trace: 5,
  update: 9,
} as const
export const PathType = {
  global: 1,
  newObject: 2,
  method: 3,
  property: 4,
  indexer: 5,
  reference: 6,
  nullObject: 7,
} as const

/** Path ids beside the arguments that they stand for; 0 = a plain value. */
export type PathIds = (number | PathIds)[]
export type ArgumentInfo = { Arguments?: unknown[]; ReferencedObjectPathIds?: PathIds }

export type ObjectPath = {
  Id: number
  ObjectPathType: number
  Name: string
  ParentObjectPathId?: number
  ArgumentInfo?: ArgumentInfo
}

export type QueryInfo = { Select?: string[]; Expand?: string[]; Top?: number; Skip?: number }

export type Action = {
  Id: number
  ActionType: number
  Name: string
  ObjectPathId: number
  ArgumentInfo?: ArgumentInfo
  QueryInfo?: QueryInfo
  ObjectState?: Record<string, unknown>
}

export type BatchRequest = {
  AutoKeepReference?: boolean
  Actions: Action[]
  ObjectPaths: Record<string, ObjectPath>
}

export type BatchError = { Code: string; Message: string; Location: string; ActionIndex: number }
export type BatchResponse = {
  Results: { ActionId: number; Value: unknown }[]
  TraceIds: number[]
  Error?: BatchError
}

export const camel = (wire: string): string => wire.charAt(0).toLowerCase() + wire.slice(1)
export const pascal = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)
