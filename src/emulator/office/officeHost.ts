import { commonApi } from './commonApi.ts'
import type { CustomXmlParts } from './customXmlParts.ts'
import { RichApi } from './richApi.ts'
import type { ApiError, HostObject } from './hostObject.ts'
import type { Matrix } from './requirementSets.ts'

/** The open document as the host needs it; Word and Excel each make one over their own file. */
export type HostDocument = {
  /** What the add-in's context starts from: Word's Document, Excel's Workbook. */
  root: object
  newObjects?: Record<string, () => HostObject>
  /** The file as it would be saved now. */
  bytes(): Uint8Array | Promise<Uint8Array>
  /** The add-in's document settings (JSON texts by name) and how they are put into the file. */
  settings: Map<string, string>
  settingsWritten?(): void
  customXml: CustomXmlParts
  selectedText?(): string
  insertAtSelection?(coercion: 'text' | 'ooxml', data: string): void
  /** Adds members that Microsoft documents and the npm library lacks, to the library loaded in that window. */
  backfill?(pane: Window): void
  changed?(): void
  /** Why the document may not be read or written now; null where it may. */
  refuses?(does: 'reads' | 'writes'): ApiError | null
  /** What `Office.context.document.mode` says when the pane opens. */
  mode?(): 'readOnly' | 'readWrite'
}

/**
 * Colours that Office.context.officeTheme gives, as numbers 0xRRGGBB. The library turns every value into a colour, so
 * `isDarkTheme` can't be given through it.
 */
export type OfficeTheme = {
  bodyBackgroundColor: number
  bodyForegroundColor: number
  controlBackgroundColor: number
  controlForegroundColor: number
}

export type Answer = { status: number; payload: unknown[] }
export type FireEvent = (event: number, target: string, payload: unknown) => void

export const lightTheme: OfficeTheme = {
  bodyBackgroundColor: 0xffffff,
  bodyForegroundColor: 0x242424,
  controlBackgroundColor: 0xf5f5f5,
  controlForegroundColor: 0x424242,
}
export const darkTheme: OfficeTheme = {
  bodyBackgroundColor: 0x292929,
  bodyForegroundColor: 0xffffff,
  controlBackgroundColor: 0x1f1f1f,
  controlForegroundColor: 0xd6d6d6,
}

type Options = {
  matrix: Matrix
  /** Name shown and given by getFilePropertiesAsync. */
  url?: string
  locale?: string
  onFault?: (fault: unknown) => void
}

/** An Office program on this machine: one open document, and any number of panes that look at it. */
export type OfficeHost = {
  app: 'Word' | 'Excel'
  document: HostDocument
  rich: RichApi
  matrix: Matrix
  theme: OfficeTheme
  url: string
  locale: string
  /** New for each document: office.js keeps settings by it for as long as the page lives. */
  instanceId: string
  /** Calls of the Common API that this host refused, by dispatch number. */
  refused: number[]
  panes: Set<FireEvent>
  execute(dispatch: number, parameters: unknown[]): Promise<Answer>
  fire(event: number, target: string, payload: unknown): void
  fault(fault: unknown): void
}

let instances = 0

/** Makes the host for one open document. Open another document by making another host and reloading the pane. */
export const officeHost = (app: 'Word' | 'Excel', document: HostDocument, options: Options): OfficeHost => {
  const host: OfficeHost = {
    app,
    document,
    matrix: options.matrix,
    theme: lightTheme,
    url: options.url ?? (app === 'Word' ? 'Document1.docx' : 'Book1.xlsx'),
    locale: options.locale ?? 'en-GB',
    instanceId: `${app}-${Date.now()}-${++instances}`,
    refused: [],
    panes: new Set(),
    rich: new RichApi(document.root, {
      matrix: () => host.matrix,
      newObjects: document.newObjects ?? {},
      refuses: (does) => document.refuses?.(does) ?? null,
      onChange: () => document.changed?.(),
      onFault: (fault) => host.fault(fault),
    }),
    execute: (dispatch, parameters) => common(dispatch, parameters),
    fire: (event, target, payload) => {
      for (const pane of host.panes) pane(event, target, payload)
    },
    fault: options.onFault ?? (() => {}),
  }
  const common = commonApi(host)
  return host
}
