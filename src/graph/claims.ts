import {
  AuthenticationHandlerOptions,
  type AuthenticationProviderOptions,
  type Context,
  type Middleware,
} from '@microsoft/microsoft-graph-client'
import { middleware } from './asking.ts'

/**
 * What a token must be: with these claims, for these scopes, or `fresh`, past any cache, because Graph would not
 * take the last one.
 */
export type TokenOptions = {
  readonly claims?: string
  readonly scopes?: readonly string[]
  readonly fresh?: true
}

/**
 * On 401 asks for another token and tries once more: with the claims that Graph challenges for (continuous access
 * evaluation: a password changed, a place left), else a fresh one, for a clock that is wrong or a token revoked.
 */
export const answerClaims = (): Middleware =>
  middleware(async (context, next) => {
    const { headers } = context.options ?? {}
    const before = { ...(headers as Record<string, string>) }
    await next(context)
    if (context.response?.status !== 401) return
    const claims = claimsIn(context.response.headers.get('WWW-Authenticate'))
    askToken(context, claims === null ? { fresh: true } : { claims })
    context.options = { ...context.options, headers: before }
    await next(context)
  })

const askToken = (context: Context, more: TokenOptions) => {
  const now = context.middlewareControl?.getMiddlewareOptions(AuthenticationHandlerOptions)
  const given = (now as AuthenticationHandlerOptions | undefined)?.authenticationProviderOptions
  const asked = { ...given, ...more } as AuthenticationProviderOptions
  context.middlewareControl?.setMiddlewareOptions(
    AuthenticationHandlerOptions,
    new AuthenticationHandlerOptions(undefined, asked),
  )
}

/** The claims of `Bearer …, error="insufficient_claims", claims="<base64>"`, decoded, or null. */
export const claimsIn = (header: string | null): string | null => {
  if (!header || !/error="?insufficient_claims/i.test(header)) return null
  const [, encoded] = /claims="([^"]+)"/i.exec(header) ?? []
  if (!encoded) return null
  try {
    const bytes = Uint8Array.from(atob(encoded.replaceAll('-', '+').replaceAll('_', '/')), (c) =>
      c.charCodeAt(0),
    )
    return new TextDecoder().decode(bytes)
  } catch {
    return null
  }
}
