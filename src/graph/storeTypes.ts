import type { AnyRecordType, Audience, RecordOf, Stored } from '../domain/record.ts'

/** A row that someone changed in SharePoint into something we can't read; the rest of the list is still shown. */
export type Unreadable = {
  readonly id: string
  readonly key: string | null
  readonly fields: readonly string[]
  /** What of it can still be read: enough, often, to tell whom it is about. */
  readonly rest: Readonly<Record<string, unknown>>
}

export type Listing<T> = {
  readonly records: readonly Stored<T>[]
  readonly unreadable: readonly Unreadable[]
}

/** One row of many written together. `problem` says why a row was not written; the others were. */
export type Written<T> =
  | { readonly key: string; readonly outcome: 'stored'; readonly record: Stored<T> }
  | { readonly key: string; readonly outcome: 'refused'; readonly problem: Error }

/** `until`: nothing goes on before then, as Microsoft 365 is busy; told before each wait. */
export type Progress = (done: number, of: number, until?: Date) => void

/** What a reading may be given: a signal that ends it. What was aborted is thrown as it is, not as a Problem. */
export type Reading = { readonly signal?: AbortSignal | undefined }

/** A row as it was after one change: SharePoint keeps earlier versions, as many as the list is set to. */
export type Version<T> = {
  /** SharePoint's own number, such as `3.0`. */
  readonly id: string
  readonly at: string | null
  readonly by: string | null
  /** What the record said then; fields that could not be read are null and named. */
  readonly values: T
  readonly unreadable: readonly string[]
  readonly archived: boolean
}

/** What changed in a list since a token was given. `whole`: all rows, as there was no token or it was too old. */
export type Changes<T> = Listing<T> & {
  readonly whole: boolean
  /** Ids of rows that are gone; never told with `whole`. */
  readonly removed: readonly string[]
  /** For the next asking. */
  readonly token: string
}

/** The records of one type in one school. Everything that fails is a Problem (domain/problem.ts). */
export type Store<T> = {
  /** Every record that is not archived; pages are followed to the end. */
  all(reading?: Reading): Promise<Listing<T>>
  /** Archived ones too: for history and for matching an import. */
  allWithArchived(reading?: Reading): Promise<Listing<T>>
  /** Those whose key or other indexed field has this value: `about('pupil', key)`. */
  about(field: keyof T & string, value: string, reading?: Reading): Promise<Listing<T>>
  /** One by its own key; Problem `gone` when there is none. */
  byKey(key: string): Promise<Stored<T>>
  /** Stores a checked record once, however often it is tried with the same key; Problem `refused` names the field. */
  create(record: T, key?: string): Promise<Stored<T>>
  /** Writes only `changes`, with If-Match; Problem `changed` carries `mine` and `theirs` when somebody else saved first. */
  update(stored: Stored<T>, changes: Partial<T>): Promise<Stored<T>>
  /** Many at once in batches of 20; never throws for a single row. */
  createMany(
    records: readonly { readonly key: string; readonly record: T }[],
    progress?: Progress,
  ): Promise<Written<T>[]>
  updateMany(
    changes: readonly { readonly stored: Stored<T>; readonly changes: Partial<T> }[],
    progress?: Progress,
  ): Promise<Written<T>[]>
  /** Out of sight, not deleted; `restore` brings it back. */
  archive(stored: Stored<T>, reason: string): Promise<Stored<T>>
  restore(stored: Stored<T>): Promise<Stored<T>>
  /** Many at once: archives with a reason, brings back where it is null. Outcomes as those of `updateMany`. */
  shelveMany(
    rows: readonly { readonly stored: Stored<T>; readonly reason: string | null }[],
    progress?: Progress,
  ): Promise<Written<T>[]>
  /** Every version that SharePoint keeps of a row, newest first. To go back to one, `update` to its values. */
  history(stored: Stored<T>, reading?: Reading): Promise<Version<T>[]>
  /**
   * What changed since a token; null reads everything and gives the first token. Archived rows come too. `first` is
   * told the first page of everything as soon as it is there, where the person is known to see the whole list.
   */
  changes(token: string | null, reading?: Reading, first?: (rows: Listing<T>) => void): Promise<Changes<T>>
  /**
   * Deletes a row for good, as far as the app can: it lies in the site's recycle bin for as long as SharePoint keeps
   * it. Only for disposal that a person decided on. With If-Match; a row that is gone already is no Problem.
   */
  dispose(stored: Stored<T>): Promise<void>
}

/** One school's sites and the records in them. */
export type SchoolRecords = {
  store<R extends AnyRecordType>(type: R): Store<RecordOf<R>>
  /** Whether this person is let into the site of an audience: asked once, kept. */
  mayRead(audience: Audience): Promise<boolean>
  /**
   * Whether this person is shown every row of a list, not only their own. For lists with `guard: 'addOnly'`, where
   * few are: of others, a reading that would be only one's own rows is a Problem `noAccess` with `ownRowsOnly`.
   */
  readsAll(type: AnyRecordType): Promise<boolean>
}

export type Me = { readonly id: string; readonly displayName: string; readonly userPrincipalName: string }

/** A document in the site's library. */
export type SavedFile = { readonly name: string; readonly webUrl: string; readonly etag: string }
/** What a folder of a library holds. Sizes are bytes, instants ISO 8601. */
export type FolderEntry = {
  readonly name: string
  readonly isFolder: boolean
  readonly size: number
  readonly etag: string
  readonly createdAt: string | null
  readonly createdBy: string | null
  /** Where SharePoint itself opens it. */
  readonly webUrl: string | null
}

export type Files = {
  /** Writes bytes at a path such as `Reviews/2026-03-10 AK 01ARZ….docx`; never over another's newer version. */
  save(audience: Audience, path: string, bytes: Uint8Array, type: string): Promise<SavedFile>
  /** The bytes of a file; Problem `gone` when there is none. */
  read(audience: Audience, path: string): Promise<Uint8Array>
  /** What a folder holds, pages followed to the end; a folder that isn't there is empty. */
  list(audience: Audience, path: string): Promise<FolderEntry[]>
  /** Deletes a file into the site's recycle bin: only for disposal that a person decided on. Gone already is no Problem. */
  dispose(audience: Audience, path: string): Promise<void>
}
