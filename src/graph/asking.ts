import {
  AuthenticationHandlerOptions,
  type Context,
  type Middleware,
  type MiddlewareOptions,
} from '@microsoft/microsoft-graph-client'
import { Problem } from '../domain/problem.ts'

/** What a request is about, so that a refusal can be told apart: a 404 of a row is not a 404 of its list. */
export type Subject = { readonly kind: 'site' | 'list' | 'row' | 'file' | 'person'; readonly name: string }

export type Asking = {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  /** Below /v1.0, its values already encoded, or a whole address that Graph gave us. */
  readonly path: string
  readonly about: Subject
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: object
  /** A file, sent as it is: Microsoft's client would want Node's Buffer for it. */
  readonly bytes?: Uint8Array<ArrayBuffer>
  readonly signal?: AbortSignal | undefined
  /** Milliseconds that may go by in waiting out a throttle: 15 s, what a person at a screen bears. */
  readonly patience?: number
  /** Part of a job of many: a person's clicks go before it. */
  readonly bulk?: boolean
  /** Told before a wait that SharePoint or our own pace asks for. */
  waiting?(until: Date): void
  /** Asked for beside the daily ones: set-up only. */
  readonly scopes?: readonly string[] | undefined
}

/** What one request carries down the chain of middleware. */
export class Options implements MiddlewareOptions {
  readonly asking: Asking
  thrown: unknown
  constructor(asking: Asking) {
    this.asking = asking
  }
  forToken(): MiddlewareOptions[] {
    const { scopes } = this.asking
    return scopes ? [new AuthenticationHandlerOptions(undefined, { scopes: [...scopes] })] : []
  }
}

export const optionsOf = (context: Context): Options =>
  context.middlewareControl?.getMiddlewareOptions(Options) as Options

/** One middleware from one function; `next` runs the rest of the chain. */
export const middleware = (
  execute: (context: Context, next: (context: Context) => Promise<void>) => Promise<void>,
): Middleware => {
  let following: Middleware | undefined
  return {
    execute: (context) => execute(context, (same) => following!.execute(same)),
    setNext: (next) => void (following = next),
  }
}

/**
 * First in the chain: keeps what is thrown below, and sends a whole address exactly as Graph wrote it (the client
 * would take it to pieces). An address elsewhere is not followed: it would carry a filter out of Microsoft 365.
 */
export const asGiven = (): Middleware =>
  middleware(async (context, next) => {
    const options = optionsOf(context)
    try {
      const { path } = options.asking
      if (/^https?:/i.test(path)) {
        if (new URL(path).origin !== 'https://graph.microsoft.com') {
          throw new Problem({ code: 'unexpected' }, 'Graph gave an address outside Graph')
        }
        context.request = path
      }
      await next(context)
    } catch (thrown) {
      options.thrown = thrown
      throw thrown
    }
  })
