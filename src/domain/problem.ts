/** Why the open document, or the program around it, did not take or give what was asked. */
export type DocumentWhy =
  /** Restrict Editing lets nobody write, or only fill in a form, or only comment. */
  | 'readOnly'
  | 'formsOnly'
  | 'commentsOnly'
  | 'final'
  /** A field in what would be replaced is locked. */
  | 'locked'
  /** It takes no text now, and doesn't say why: Viewing mode, rights, or a file opened to be read. */
  | 'notNow'
  /** Rights management lets nobody but Word look at it. */
  | 'rights'
  /** Larger than the program takes; the largest picture in it, where it is that. */
  | 'tooLarge'
  /** The program in a browser can't do it. */
  | 'browser'
  | 'silent'
  /** It stopped before anything was put in. */
  | 'failed'
  /** It stopped with a part of it in the document. */
  | 'halfway'

/**
 * What can go wrong, as a screen can act on it. `refused` names the field where one is known; `changed` carries
 * both versions; `busy` says until when (an instant, ISO 8601) where Microsoft 365 told us.
 */
export type Trouble =
  | { readonly code: 'signedOut' }
  /** `ownRowsOnly`: SharePoint answered, but shows this person no row that somebody else added. */
  | { readonly code: 'noAccess'; readonly to: string; readonly ownRowsOnly?: true }
  | { readonly code: 'notSetUp'; readonly missing: string }
  /** A newer version of the app has set the list up: this one may not add rows to it. */
  | { readonly code: 'newer'; readonly list: string }
  | { readonly code: 'gone' }
  | { readonly code: 'changed'; readonly mine: unknown; readonly theirs: unknown }
  | { readonly code: 'refused'; readonly field?: string; readonly why: string }
  | { readonly code: 'busy'; readonly until?: string }
  | { readonly code: 'offline' }
  | {
      readonly code: 'document'
      readonly why: DocumentWhy
      /** Bytes. */
      readonly size?: number
      readonly picture?: { readonly name: string; readonly size: number }
    }
  | { readonly code: 'unsupported'; readonly what: string }
  | { readonly code: 'unexpected'; readonly requestId?: string }

export type ProblemCode = Trouble['code']
export type TroubleOf<C extends ProblemCode> = Extract<Trouble, { code: C }>

/**
 * The one error that crosses a layer. Screens choose their words by `trouble.code`. The message is for a log and
 * never holds a value of a record; `cause` keeps what was caught.
 */
export class Problem extends Error {
  readonly trouble: Trouble
  constructor(trouble: Trouble, message: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'Problem'
    this.trouble = trouble
  }
  get code(): ProblemCode {
    return this.trouble.code
  }
}

/** The trouble of whatever was thrown: a Problem's own, or `unexpected`. */
export const troubleOf = (thrown: unknown): Trouble =>
  thrown instanceof Problem ? thrown.trouble : { code: 'unexpected' }
